package dev.webnn4j.backend.java.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.webnn4j.MLConvTranspose2dFilterOperandLayout;
import dev.webnn4j.MLInputOperandLayout;
import dev.webnn4j.backend.java.op.Convolution;
import dev.webnn4j.graph.Graph;
import dev.webnn4j.graph.Value;
import dev.webnn4j.op.Activation;
import dev.webnn4j.op.Attributes;
import dev.webnn4j.op.BatchNormalization;
import dev.webnn4j.op.ConvTranspose2d;
import dev.webnn4j.op.ElementwiseBinary;
import dev.webnn4j.op.Operands;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class FoldAffineTest {
  private final GraphSketch sketch = new GraphSketch(9);

  private Value conv(Value x, boolean biased) {
    Operands<Value> operands =
        Operands.of(Convolution.INPUT, x, Convolution.FILTER, sketch.constant(6, 2, 3, 2));
    return sketch.emit(
        Convolution.OPERATOR,
        biased ? operands.with(Convolution.BIAS, sketch.constant(6)) : operands,
        Attributes.of(Convolution.GROUPS, 2L));
  }

  private Value normalize(Value x, long axis) {
    int channels = x.shape().dim((int) axis);
    return sketch.emit(
        BatchNormalization.OPERATOR,
        Operands.of(BatchNormalization.INPUT, x, BatchNormalization.MEAN, sketch.constant(channels))
            .with(BatchNormalization.VARIANCE, sketch.positive(channels))
            .with(BatchNormalization.SCALE, sketch.constant(channels))
            .with(BatchNormalization.BIAS, sketch.constant(channels)),
        Attributes.of(BatchNormalization.AXIS, axis));
  }

  private List<String> folded(Value... outputs) {
    Graph graph = sketch.outputs(outputs);
    Graph folded = new FoldAffine().apply(graph);
    new SameResults(graph, sketch.draw()).require("FoldAffine", folded);
    return GraphSketch.names(folded);
  }

  @Test
  void batchNormalizationBecomesFilterAndBias() {
    Value x = sketch.input(2, 5, 6, 4);
    assertEquals(List.of("convolution"), folded(normalize(conv(x, false), 3)));
    assertEquals(List.of("convolution"), folded(normalize(conv(x, true), 3)));
  }

  @ParameterizedTest
  @EnumSource(names = {"ADD", "SUB", "MUL", "DIV"})
  void arithmeticWithConstantsJoinsFromEitherSide(ElementwiseBinary function) {
    Value x = sketch.input(1, 5, 6, 4);
    Value behind = sketch.binary(function, conv(x, true), sketch.positive(1, 1, 6));
    assertEquals(List.of("convolution"), folded(behind));
    Value before = sketch.binary(function, sketch.scalar(3), conv(x, true));
    boolean joins = function != ElementwiseBinary.DIV;
    assertEquals(joins ? List.of("convolution") : List.of("convolution", "div"), folded(before));
  }

  @Test
  void aChainOfThemJoinsAtOnce() {
    Value y = conv(sketch.input(1, 5, 6, 4), true);
    Value scaled = sketch.binary(ElementwiseBinary.MUL, normalize(y, 3), sketch.scalar(0.25f));
    Value linear =
        sketch.emit(
            Activation.LINEAR.operator(),
            Operands.of(Activation.INPUT, scaled),
            Attributes.of(Activation.LINEAR.alpha(), 2.0));
    assertEquals(
        List.of("convolution", "relu"),
        folded(sketch.relu(sketch.add(linear, sketch.constant(6)))));
  }

  @ParameterizedTest
  @EnumSource
  void transposedConvolutionsTakeItInAnyLayout(MLConvTranspose2dFilterOperandLayout layout) {
    int[] filter = new int[4];
    filter[ConvTranspose2d.axis(layout, 'I')] = 4;
    filter[ConvTranspose2d.axis(layout, 'O')] = 3;
    filter[ConvTranspose2d.axis(layout, 'H')] = 2;
    filter[ConvTranspose2d.axis(layout, 'W')] = 5;
    Value y =
        sketch.emit(
            ConvTranspose2d.OPERATOR,
            Operands.of(
                ConvTranspose2d.INPUT,
                sketch.input(1, 5, 6, 4),
                ConvTranspose2d.FILTER,
                sketch.constant(filter)),
            Attributes.of(ConvTranspose2d.INPUT_LAYOUT, MLInputOperandLayout.NHWC)
                .with(ConvTranspose2d.FILTER_LAYOUT, layout)
                .with(ConvTranspose2d.GROUPS, 2L));
    assertEquals(List.of("convTranspose2d"), folded(normalize(y, 3)));
  }

  @Test
  void whatIsNotOfChannelsStays() {
    Value x = sketch.input(1, 5, 6, 4);
    assertEquals(
        List.of("convolution", "mul"),
        folded(sketch.binary(ElementwiseBinary.MUL, conv(x, true), sketch.constant(4, 1, 1))));
    assertEquals(List.of("convolution", "batchNormalization"), folded(normalize(conv(x, true), 2)));
    assertEquals(
        List.of("convolution", "mul"),
        folded(sketch.binary(ElementwiseBinary.MUL, conv(x, true), sketch.input(6))));
  }

  @Test
  void whatOthersNeedStays() {
    Value y = conv(sketch.input(1, 5, 6, 4), true);
    assertEquals(List.of("convolution", "batchNormalization"), folded(normalize(y, 3), y));
  }

  @Test
  void extremeFactorsStay() {
    Value x = sketch.input(1, 5, 6, 4);
    for (float factor : new float[] {0x1p40f, 0x1p-40f, Float.POSITIVE_INFINITY}) {
      Value y = sketch.binary(ElementwiseBinary.MUL, conv(x, true), sketch.scalar(factor));
      Graph graph = new FoldAffine().apply(sketch.outputs(y));
      assertEquals(List.of("convolution", "mul"), GraphSketch.names(graph));
    }
  }
}
