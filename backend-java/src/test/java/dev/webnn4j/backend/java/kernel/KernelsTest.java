package dev.webnn4j.backend.java.kernel;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.webnn4j.backend.harness.CaseGenerator;
import dev.webnn4j.backend.harness.Draw;
import dev.webnn4j.backend.harness.GuardedContext;
import dev.webnn4j.backend.harness.KernelHarness;
import dev.webnn4j.backend.harness.OperatorCases;
import dev.webnn4j.backend.java.kernel.x64.Isa;
import dev.webnn4j.backend.java.kernel.x64.X64;
import dev.webnn4j.backend.java.op.Decompositions;
import dev.webnn4j.backend.reference.ReferenceKernels;
import dev.webnn4j.graph.Node;
import dev.webnn4j.op.Activation;
import dev.webnn4j.op.ArgMinMax;
import dev.webnn4j.op.Catalogue;
import dev.webnn4j.op.Comparison;
import dev.webnn4j.op.ElementwiseBinary;
import dev.webnn4j.op.ElementwiseUnary;
import dev.webnn4j.op.LogicalBinary;
import dev.webnn4j.op.LogicalUnary;
import dev.webnn4j.op.Operator;
import dev.webnn4j.op.Pooling;
import dev.webnn4j.op.RecurrentNetwork;
import dev.webnn4j.op.Reduction;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every kernel of every tier against the reference, on random cases. {@code -Dwebnn.test.cases=n}
 * runs more of them for each operator.
 */
final class KernelsTest {
  private static final int CASES = Integer.getInteger("webnn.test.cases", 60);
  private static final KernelTable KERNELS = new KernelTable(Tier.X64);

  @Test
  void everyOperatorHasATestEntryAReferenceAndAScalarKernel() {
    assertAll(
        Catalogue.operators().stream()
            .map(
                operator ->
                    () ->
                        assertTrue(
                            OperatorCases.generators().containsKey(operator)
                                && ReferenceKernels.find(operator).isPresent()
                                && has(Tier.SCALAR, operator),
                            operator.name())));
  }

  /** One way to be computed where the faster tiers refuse, the engine's own operators included. */
  @Test
  void everyOperatorHasAScalarKernelOrStages() {
    OperatorCases.generators()
        .keySet()
        .forEach(
            operator ->
                assertNotEquals(
                    Decompositions.operators().contains(operator),
                    has(Tier.SCALAR, operator),
                    operator.name()));
    assertTrue(
        OperatorCases.generators().keySet().containsAll(Decompositions.operators()),
        "every operator that has stages has a test entry");
  }

  /** Its kernels are found by name, one member of a family at a time. */
  @Test
  void theVectorTierHasWholeFamilies() {
    List<List<Operator>> families =
        List.of(
            operators(Activation.values(), Activation::operator),
            operators(ArgMinMax.values(), ArgMinMax::operator),
            operators(Comparison.values(), Comparison::operator),
            operators(ElementwiseBinary.values(), ElementwiseBinary::operator),
            operators(ElementwiseUnary.values(), ElementwiseUnary::operator),
            operators(LogicalBinary.values(), LogicalBinary::operator),
            operators(LogicalUnary.values(), LogicalUnary::operator),
            operators(Pooling.values(), Pooling::operator),
            operators(RecurrentNetwork.values(), RecurrentNetwork::operator),
            operators(Reduction.values(), Reduction::operator));
    families.stream()
        .flatMap(List::stream)
        .forEach(operator -> assertTrue(has(Tier.VECTOR, operator), operator.name()));
  }

  private static <E> List<Operator> operators(E[] family, Function<E, Operator> operatorOf) {
    return Arrays.stream(family).map(operatorOf).toList();
  }

  /** Whether a tier has kernels for an operator, whatever it says to a node of it. */
  private static boolean has(Tier tier, Operator operator) {
    Node node = OperatorCases.generators().get(operator).generate(new Draw(1)).node();
    try (GuardedContext context = GuardedContext.of(Isa.AVX2, true)) {
      return !KERNELS.offer(tier, node, context).equals(Candidate.none(node));
    }
  }

  /** The same cases every time, so that a kernel that was right stays so. */
  @TestFactory
  Stream<DynamicTest> agreesWithTheReference() {
    return OperatorCases.generators().entrySet().stream()
        .sorted(Comparator.comparing(entry -> entry.getKey().name()))
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getKey().name(), () -> run(entry.getKey(), entry.getValue())));
  }

  private static void run(Operator operator, CaseGenerator generator) {
    Map<Tier, Integer> ran = new EnumMap<>(Tier.class);
    for (int seed = 0; seed < CASES; seed++) {
      KernelHarness.check(generator.generate(new Draw(operator.name().hashCode() * 31L + seed)))
          .forEach(tier -> ran.merge(tier, 1, Integer::sum));
    }
    assertEquals(
        has(Tier.SCALAR, operator),
        ran.containsKey(Tier.SCALAR),
        "whether the scalar tier took any case");
    assertEquals(
        has(Tier.VECTOR, operator),
        ran.containsKey(Tier.VECTOR),
        "whether the vector tier took any case");
    boolean writesCode = X64.obstacle().isEmpty() && has(Tier.X64, operator);
    assertEquals(writesCode, ran.containsKey(Tier.X64), "whether the x64 tier took any case");
    System.out.println("kernels of " + operator + ": " + CASES + " cases, run by " + ran);
  }

  /** Other cases every time. */
  @Property(tries = 300, shrinking = ShrinkingMode.OFF)
  void agreesWithTheReferenceOnAnyCase(@ForAll("generators") Operator operator, @ForAll long seed) {
    KernelHarness.check(OperatorCases.generators().get(operator).generate(new Draw(seed)));
  }

  @Provide
  Arbitrary<Operator> generators() {
    return Arbitraries.of(OperatorCases.generators().keySet());
  }
}
