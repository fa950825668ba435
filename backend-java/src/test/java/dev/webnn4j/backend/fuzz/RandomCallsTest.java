package dev.webnn4j.backend.fuzz;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.backend.harness.CaseGenerator;
import dev.webnn4j.backend.harness.Draw;
import dev.webnn4j.backend.harness.Fill;
import dev.webnn4j.backend.harness.KernelHarness;
import dev.webnn4j.backend.harness.OperatorCase;
import dev.webnn4j.backend.harness.OperatorCases;
import dev.webnn4j.backend.harness.RecurrentValues;
import dev.webnn4j.backend.harness.Tolerance;
import dev.webnn4j.op.Attribute;
import dev.webnn4j.op.Attributes;
import dev.webnn4j.op.Call;
import dev.webnn4j.op.Catalogue;
import dev.webnn4j.op.ConvTranspose2d;
import dev.webnn4j.op.OperandSlot;
import dev.webnn4j.op.Operator;
import dev.webnn4j.op.RecurrentNetwork;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/**
 * Random invalid calls of every operator give the errors that are documented; those that turn out
 * valid give the reference's results. {@code -Dwebnn.test.graphs=n} and {@code -Dwebnn.test.seed=s}
 * as for {@link RandomGraphsTest}.
 */
final class RandomCallsTest {
  private static final int ROUNDS = Integer.getInteger("webnn.test.graphs", 5);
  private static final long SEED = Long.getLong("webnn.test.seed", 0);
  private static final int SPOILT = 20;
  private static final long MAX_ELEMENTS = 3000;
  private static final long MAX_WORK = 4_000_000;
  private static final double MAX_SECONDS = 2;

  private int calls;
  private int valid;
  private int run;

  @Test
  void singleFaultsAreNamed() {
    forEveryOperator(SEED, this::checkFaults);
    System.out.printf("random calls: %d with a single fault%n", calls);
  }

  @Test
  void garbageIsRefusedOrRight() {
    forEveryOperator(SEED, this::checkGarbage);
    System.out.printf("random calls: %d of garbage, %d valid, %d run%n", calls, valid, run);
  }

  /** Other calls every time. */
  @Test
  void otherCallsEveryTime() {
    long seed = RandomGenerator.getDefault().nextInt(Integer.MAX_VALUE);
    forEveryOperator(seed, this::checkFaults);
    forEveryOperator(seed, this::checkGarbage);
  }

  private record Valid(Call call, Draw draw, String what) {}

  private void forEveryOperator(long first, Consumer<Valid> check) {
    List<Map.Entry<Operator, CaseGenerator>> entries =
        OperatorCases.generators().entrySet().stream()
            .filter(entry -> Catalogue.operators().contains(entry.getKey()))
            .sorted(Comparator.comparing(entry -> entry.getKey().name()))
            .toList();
    for (long seed = first; seed < first + ROUNDS; seed++) {
      for (Map.Entry<Operator, CaseGenerator> entry : entries) {
        Draw draw = new Draw(31 * seed + entry.getKey().name().hashCode());
        Call call = entry.getValue().generate(draw).node().call();
        String label = draw.oneIn(2) ? "" : "here";
        check.accept(
            new Valid(
                new Call(call.operator(), call.operands(), call.attributes(), label),
                draw,
                "seed " + seed + ", "));
      }
    }
  }

  private void checkFaults(Valid test) {
    for (Faults.Fault fault : Faults.of(test.call, test.draw)) {
      calls++;
      String what = test.what + fault.call();
      IllegalArgumentException error =
          assertThrows(
              IllegalArgumentException.class,
              () -> fault.call().operator().infer(fault.call()),
              what);
      String message = fault.call().prefix() + fault.message();
      assertTrue(
          error.getMessage().startsWith(message),
          () -> what + "\nis '" + error.getMessage() + "'\nnot '" + message + "'");
    }
  }

  private void checkGarbage(Valid test) {
    Garbage garbage = new Garbage(test.draw);
    for (int i = 0; i < SPOILT; i++) {
      Call call = garbage.spoil(test.call);
      calls++;
      String what = test.what + call;
      long start = System.nanoTime();
      try {
        List<MLOperandDescriptor> results = call.operator().infer(call);
        valid++;
        if (call.operator() == ConvTranspose2d.OPERATOR) {
          // It may be written with groups that cannot be computed, which engines refuse so.
          ConvTranspose2d.computable(call);
        }
        if (isSmall(call, results)) {
          run++;
          KernelHarness.check(asCase(call, results, test.draw));
        }
      } catch (IllegalArgumentException error) {
        assertTrue(
            error.getMessage().startsWith(call.prefix()), () -> what + "\nis '" + error + "'");
      } catch (RuntimeException | Error error) {
        throw new AssertionError(what, error);
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      assertTrue(seconds < MAX_SECONDS, () -> what + "\ntook " + seconds + " s");
    }
  }

  /** Whether the reference has it in no time. */
  private static boolean isSmall(Call call, List<MLOperandDescriptor> results) {
    long given = call.operands().flat().stream().mapToLong(MLOperandDescriptor::elementCount).sum();
    long made = results.stream().mapToLong(MLOperandDescriptor::elementCount).sum();
    return given + made <= MAX_ELEMENTS && given * made <= MAX_WORK;
  }

  private static OperatorCase asCase(Call call, List<MLOperandDescriptor> results, Draw draw) {
    if (RecurrentNetwork.of(call.operator()).isPresent()) {
      return RecurrentValues.fill(call, draw);
    }
    OperatorCase.Builder builder = OperatorCase.of(call.operator());
    for (OperandSlot slot : call.operands().slots()) {
      builder.operand(slot, call.operands().all(slot), Fill.uniform(0.5, 2));
    }
    call.attributes().forEach((attribute, _) -> copy(builder, attribute, call.attributes()));
    // What goes wrong with a geometry goes wrong by more than this.
    double ulps =
        switch (results.getFirst().dataType()) {
          case FLOAT32 -> 4096;
          case FLOAT16 -> 8;
          default -> 1;
        };
    return builder.tolerance(Tolerance.ulps(ulps).absolute(0.01)).build(draw);
  }

  private static <T> void copy(
      OperatorCase.Builder builder, Attribute<T> attribute, Attributes attributes) {
    builder.with(attribute, attributes.get(attribute));
  }
}
