package dev.webnn4j.backend.java.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.backend.harness.TestTiers;
import dev.webnn4j.backend.java.kernel.KernelTable;
import dev.webnn4j.backend.java.kernel.Tier;
import dev.webnn4j.backend.java.op.Convolution;
import dev.webnn4j.backend.java.op.InvertedResidual;
import dev.webnn4j.graph.Graph;
import dev.webnn4j.graph.GraphRewriter;
import dev.webnn4j.graph.Value;
import dev.webnn4j.op.Attributes;
import dev.webnn4j.op.ElementwiseBinary;
import dev.webnn4j.op.ElementwiseUnary;
import dev.webnn4j.op.Operands;
import dev.webnn4j.op.Reshape;
import java.lang.foreign.Arena;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which results a plan puts in the place of an operand, in each tier. */
final class InPlaceTest {
  private final GraphRewriter graph = new GraphRewriter();
  private final Value x =
      new Value(MLOperandDescriptor.of(MLOperandDataType.FLOAT32, 1, 3, 3, 5), "x");

  private Value unary(ElementwiseUnary function, Value a) {
    return graph
        .emit(function.operator(), Operands.of(function.input(), a), Attributes.NONE, "")
        .getFirst();
  }

  /** Reads what a test is about: an output is not stored among the intermediate values. */
  private Value abs(Value a) {
    return unary(ElementwiseUnary.ABS, a);
  }

  private Value add(Value a, Value b) {
    return graph
        .emit(
            ElementwiseBinary.ADD.operator(),
            Operands.of(ElementwiseBinary.A, a, ElementwiseBinary.B, b),
            Attributes.NONE,
            "")
        .getFirst();
  }

  private Value reshape(Value a, Long... shape) {
    return graph
        .emit(
            Reshape.OPERATOR,
            Operands.of(Reshape.INPUT, a),
            Attributes.of(Reshape.NEW_SHAPE, List.of(shape)),
            "")
        .getFirst();
  }

  private Value filter(int... shape) {
    MLOperandDescriptor type = MLOperandDescriptor.of(MLOperandDataType.FLOAT32, shape);
    return graph.constant(type, Arena.ofAuto().allocate(type.byteLength(), 64));
  }

  /** A 1x1 convolution that keeps the shape. */
  private Value convolution(Value input, Value residual) {
    return graph
        .emit(
            Convolution.OPERATOR,
            Operands.of(Convolution.INPUT, input, Convolution.FILTER, filter(5, 1, 1, 5))
                .with(Convolution.RESIDUAL, residual),
            Attributes.NONE,
            "")
        .getFirst();
  }

  /** A block that expands to 20 channels and keeps the shape. */
  private Value block(Value input, Value residual) {
    return graph
        .emit(
            InvertedResidual.OPERATOR,
            Operands.of(
                    InvertedResidual.INPUT, input, InvertedResidual.EXPANSION, filter(20, 1, 1, 5))
                .with(InvertedResidual.DEPTHWISE, filter(20, 1, 1, 1))
                .with(InvertedResidual.PROJECTION, filter(5, 1, 1, 20))
                .with(InvertedResidual.RESIDUAL, residual),
            Attributes.NONE,
            "")
        .getFirst();
  }

  private MemoryPlan plan(Tier tier, Value... outputs) {
    SequencedMap<String, Value> named = new LinkedHashMap<>();
    for (Value output : outputs) {
      named.put("y" + named.size(), output);
    }
    Graph live = graph.finish(named);
    Graph whole =
        new Graph(
            new LinkedHashMap<>(Map.of("x", x)), live.constants(), live.nodes(), live.outputs());
    try (Arena arena = Arena.ofShared()) {
      return new Planner(whole, new KernelTable(tier), TestTiers.isa(tier), 2, arena)
          .plan()
          .memory();
    }
  }

  private static void assertSamePlace(MemoryPlan plan, Value operand, Value result) {
    assertEquals(offset(plan, operand), offset(plan, result));
  }

  private static void assertOwnPlaces(MemoryPlan plan, Value operand, Value result) {
    assertNotEquals(offset(plan, operand), offset(plan, result));
  }

  /** Of a value that has one. */
  private static long offset(MemoryPlan plan, Value value) {
    return Optional.ofNullable(plan.offsets().get(value)).orElseThrow();
  }

  @ParameterizedTest
  @EnumSource(Tier.class)
  void aChainOfElementwiseStepsStaysWhereItIs(Tier tier) {
    Value a = unary(ElementwiseUnary.NEG, x);
    Value b = unary(ElementwiseUnary.RELU, a);
    Value c = add(x, b);
    MemoryPlan plan = plan(tier, abs(c));
    assertSamePlace(plan, a, b);
    assertSamePlace(plan, a, c);
    assertEquals(192, plan.size());
    assertFalse(plan.offsets().containsKey(x));
  }

  @ParameterizedTest
  @EnumSource(Tier.class)
  void whatIsReadLaterStays(Tier tier) {
    Value a = unary(ElementwiseUnary.NEG, x);
    Value b = unary(ElementwiseUnary.RELU, a);
    MemoryPlan plan = plan(tier, add(a, b));
    assertOwnPlaces(plan, a, b);
  }

  @ParameterizedTest
  @EnumSource(Tier.class)
  void whatIsReadLaterUnderAnotherShapeStays(Tier tier) {
    Value a = unary(ElementwiseUnary.NEG, x);
    Value view = reshape(a, 45L);
    Value b = unary(ElementwiseUnary.RELU, a);
    MemoryPlan plan = plan(tier, add(view, reshape(b, 45L)));
    assertOwnPlaces(plan, a, b);
  }

  @ParameterizedTest
  @EnumSource(Tier.class)
  void aViewThatDiesIsTakenToo(Tier tier) {
    Value a = unary(ElementwiseUnary.NEG, x);
    Value b = unary(ElementwiseUnary.RELU, reshape(a, 45L));
    MemoryPlan plan = plan(tier, abs(b));
    assertSamePlace(plan, a, b);
  }

  @ParameterizedTest
  @EnumSource(Tier.class)
  void outputsAreNotWrittenOver(Tier tier) {
    Value a = unary(ElementwiseUnary.NEG, x);
    Value b = unary(ElementwiseUnary.RELU, a);
    MemoryPlan plan = plan(tier, a, abs(b));
    assertFalse(plan.offsets().containsKey(a));
    assertEquals(192, plan.size());
  }

  @ParameterizedTest
  @EnumSource(Tier.class)
  void aConvolutionTakesItsResidualsPlaceButNotItsInputs(Tier tier) {
    Value input = unary(ElementwiseUnary.NEG, x);
    Value residual = unary(ElementwiseUnary.RELU, x);
    Value sum = convolution(input, residual);
    MemoryPlan plan = plan(tier, abs(sum));
    assertSamePlace(plan, residual, sum);
  }

  /** In tiers that have no kernel for blocks; of the others, kernels decide. */
  @ParameterizedTest
  @EnumSource(names = {"SCALAR", "VECTOR"})
  void aBlocksLastStageTakesItsResidualsPlaceToo(Tier tier) {
    Value input = unary(ElementwiseUnary.NEG, x);
    Value sum = block(input, input);
    MemoryPlan plan = plan(tier, unary(ElementwiseUnary.ABS, sum));
    assertEquals(plan.offsets().get(input), plan.offsets().get(sum));
    // The image and two of its expansions, each in whole cache lines.
    assertEquals(192 + 2 * 768, plan.size());
    assertEquals(4, plan.offsets().size());
  }

  @ParameterizedTest
  @EnumSource(Tier.class)
  void aResidualThatIsTheInputStays(Tier tier) {
    Value both = unary(ElementwiseUnary.NEG, x);
    Value sum = convolution(both, both);
    MemoryPlan plan = plan(tier, abs(sum));
    assertOwnPlaces(plan, both, sum);
  }

  @ParameterizedTest
  @EnumSource(Tier.class)
  void aLargerResultDoesNotTakeASmallerOperandsPlace(Tier tier) {
    Value a = unary(ElementwiseUnary.NEG, x);
    Value sum = add(reshape(a, 45L, 1L), reshape(a, 1L, 45L));
    MemoryPlan plan = plan(tier, abs(sum));
    assertOwnPlaces(plan, a, sum);
  }
}
