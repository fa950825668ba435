package dev.webnn4j.backend.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.backend.harness.Draw;
import dev.webnn4j.backend.harness.Fill;
import dev.webnn4j.backend.harness.OperatorCase;
import dev.webnn4j.backend.harness.OperatorGraph;
import dev.webnn4j.backend.harness.TestTiers;
import dev.webnn4j.backend.harness.Tolerance;
import dev.webnn4j.backend.harness.Verdict;
import dev.webnn4j.backend.java.kernel.Tier;
import dev.webnn4j.backend.java.op.ConcatenatedConvolutions;
import dev.webnn4j.backend.java.op.Convolution;
import dev.webnn4j.backend.java.op.InvertedResidual;
import dev.webnn4j.backend.java.op.ResampledArgMinMax;
import dev.webnn4j.backend.java.plan.Step;
import dev.webnn4j.op.ArgMinMax;
import dev.webnn4j.op.Attributes;
import dev.webnn4j.op.OperandSlot;
import dev.webnn4j.op.Resample2d;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

/**
 * Blocks that no kernel takes: each is planned as its stages, in the tiers that they would have
 * without the block, and every stage says why the block was not taken.
 */
final class RefusedBlocksTest {
  private static final List<Long> ONES = List.of(1L, 1L);

  /** Requires these steps and this reason, and right results with one worker and with three. */
  private static void assertPlanned(
      Tier fastest, OperatorCase test, IntPredicate constants, String refusal, String... steps) {
    TestTiers.isa(fastest);
    OperatorGraph block = OperatorGraph.of(test, constants, Arena.ofAuto());
    Verdict verdict = Verdict.of(test);
    for (int threads : List.of(1, 3)) {
      try (Engine engine = new Engine(fastest, threads)) {
        List<Step> planned = engine.steps(block.graph());
        assertEquals(List.of(steps), planned.stream().map(RefusedBlocksTest::text).toList());
        planned.forEach(
            step -> assertEquals(refusal, step.choice().refusals().getFirst(), step::toString));
        MemorySegment result = engine.run(block.graph(), block.inputs()).get(test.node().result());
        verdict.require(engine.toString(), List.of(result));
      }
    }
  }

  /** What a step computes, of what and where. */
  private static String text(Step step) {
    return step.node().operator() + " " + step.node().label() + " " + step.choice().tier();
  }

  private static void operand(OperatorCase.Builder builder, OperandSlot slot, int... shape) {
    MLOperandDescriptor type = MLOperandDescriptor.of(MLOperandDataType.FLOAT32, shape);
    builder.operand(slot, type, Fill.uniform(-1, 1));
  }

  /** Whether an operand of a block is one of its weights. */
  private static boolean isWeight(int operand) {
    return operand > 0;
  }

  /** Images of 8 channels, expanded to 24 and projected to 8. */
  private static OperatorCase block(
      int taps, List<Long> strides, List<Long> dilations, long padding) {
    OperatorCase.Builder builder =
        OperatorCase.of(InvertedResidual.OPERATOR)
            .with(InvertedResidual.STRIDES, strides)
            .with(InvertedResidual.DILATIONS, dilations)
            .with(InvertedResidual.PADDING, List.of(padding, padding, padding, padding))
            .with(InvertedResidual.EXPANSION_MIN, 0.0)
            .tolerance(Tolerance.sum(8 + taps * taps + 24));
    operand(builder, InvertedResidual.INPUT, 2, 13, 13, 8);
    operand(builder, InvertedResidual.EXPANSION, 24, 1, 1, 8);
    operand(builder, InvertedResidual.DEPTHWISE, 24, taps, taps, 1);
    operand(builder, InvertedResidual.PROJECTION, 8, 1, 1, 24);
    return builder.build(new Draw(5));
  }

  @Test
  void stridesWithDilations() {
    assertPlanned(
        Tier.X64,
        block(3, List.of(2L, 2L), List.of(2L, 2L), 2),
        RefusedBlocksTest::isWeight,
        "X64, as invertedResidual: the window has both strides and dilations",
        "convolution y0:expansion X64",
        "convolution y0:depthwise X64",
        "convolution y0:projection X64");
  }

  @Test
  void windowsLargerThanTheRegisters() {
    assertPlanned(
        Tier.X64,
        block(13, ONES, ONES, 6),
        RefusedBlocksTest::isWeight,
        "X64, as invertedResidual: the window is larger than the registers",
        "convolution y0:expansion X64",
        "convolution y0:depthwise VECTOR",
        "convolution y0:projection X64");
  }

  @Test
  void tapsFarApart() {
    assertPlanned(
        Tier.X64,
        block(3, ONES, List.of(1L << 28, 1L << 28), 1 << 28),
        RefusedBlocksTest::isWeight,
        "X64, as invertedResidual: from one tile to the next there are more than 2 GB",
        "convolution y0:expansion X64",
        "convolution y0:depthwise VECTOR",
        "convolution y0:projection X64");
  }

  @Test
  void filtersThatAreComputed() {
    OperatorCase test = block(3, ONES, ONES, 1);
    int projection = test.node().indexOf(InvertedResidual.PROJECTION);
    assertPlanned(
        Tier.X64,
        test,
        operand -> isWeight(operand) && operand != projection,
        "X64, as invertedResidual: filters or biases are not constant",
        "convolution y0:expansion X64",
        "convolution y0:depthwise X64",
        "convolution y0:projection SCALAR");
  }

  @Test
  void tiersThatHaveNoKernelForABlock() {
    assertPlanned(
        Tier.VECTOR,
        block(3, ONES, ONES, 1),
        RefusedBlocksTest::isWeight,
        "VECTOR, as invertedResidual: no kernel for invertedResidual",
        "convolution y0:expansion VECTOR",
        "convolution y0:depthwise VECTOR",
        "convolution y0:projection VECTOR");
  }

  /** Convolutions of one image of 4 channels that do not change its size. */
  private static OperatorCase sideBySide(Attributes second, int... filter) {
    OperatorCase.Builder builder =
        OperatorCase.of(ConcatenatedConvolutions.OPERATOR)
            .with(ConcatenatedConvolutions.BRANCHES.get(1).withAttributes(Attributes.NONE, second))
            .tolerance(Tolerance.sum(filter[1] * filter[2] * filter[3]));
    branch(builder, 0, 6, 1, 1, 4);
    branch(builder, 1, filter);
    return builder.build(new Draw(6));
  }

  private static void branch(OperatorCase.Builder builder, int index, int... filter) {
    ConcatenatedConvolutions.Branch branch = ConcatenatedConvolutions.BRANCHES.get(index);
    operand(builder, branch.slot(Convolution.INPUT), 1, 40, 40, 4);
    operand(builder, branch.slot(Convolution.FILTER), filter);
  }

  private static boolean isFilter(int operand) {
    return operand % 2 == 1;
  }

  @Test
  void depthwiseConvolutionsSideBySide() {
    assertPlanned(
        Tier.X64,
        sideBySide(
            Attributes.of(Convolution.GROUPS, 4L)
                .with(Convolution.PADDING, List.of(1L, 1L, 1L, 1L)),
            4,
            3,
            3,
            1),
        RefusedBlocksTest::isFilter,
        "X64, as concatenatedConvolutions: depthwise convolutions write whole images only",
        "convolution y0:branch0 X64",
        "convolution y0:branch1 X64",
        "concat y0:concat SCALAR");
  }

  @Test
  void moreTapsThanATableIsWorth() {
    assertPlanned(
        Tier.X64,
        sideBySide(Attributes.of(Convolution.PADDING, List.of(39L, 40L, 39L, 40L)), 1, 80, 80, 4),
        RefusedBlocksTest::isFilter,
        "X64, as concatenatedConvolutions: a table of all taps would be too large",
        "convolution y0:branch0 X64",
        "convolution y0:branch1 VECTOR",
        "concat y0:concat SCALAR");
  }

  private static OperatorCase labels(MLOperandDataType type, long searched, List<Long> resized) {
    MLOperandDescriptor image = MLOperandDescriptor.of(type, 5, 6, 7, 8);
    return OperatorCase.of(ResampledArgMinMax.OPERATOR)
        .operand(ResampledArgMinMax.INPUT, image, Fill.uniform(2, 8))
        .with(Resample2d.AXES, resized)
        .with(Resample2d.SCALES, List.of(2f, 2f))
        .with(ArgMinMax.AXIS, searched)
        .build(new Draw(7));
  }

  @Test
  void resizedImagesOfOtherTypes() {
    assertPlanned(
        Tier.VECTOR,
        labels(MLOperandDataType.UINT8, 3, List.of(1L, 2L)),
        RefusedBlocksTest::isWeight,
        "VECTOR, as resampledArgMinMax: only float32",
        "resample2d y0:resample2d SCALAR",
        "argMax y0:argMax SCALAR");
  }

  @Test
  void searchesAmongResizedImages() {
    assertPlanned(
        Tier.VECTOR,
        labels(MLOperandDataType.FLOAT32, 0, List.of(2L, 3L)),
        RefusedBlocksTest::isWeight,
        "VECTOR, as resampledArgMinMax: images do not lie one after the other",
        "resample2d y0:resample2d VECTOR",
        "argMax y0:argMax VECTOR");
  }
}
