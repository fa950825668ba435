package dev.webnn4j.backend.java.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.webnn4j.MLConv2dFilterOperandLayout;
import dev.webnn4j.MLInputOperandLayout;
import dev.webnn4j.backend.java.op.Convolution;
import dev.webnn4j.backend.reference.ReferenceInterpreter;
import dev.webnn4j.backend.reference.Tensor;
import dev.webnn4j.graph.Graph;
import dev.webnn4j.graph.Node;
import dev.webnn4j.graph.Value;
import dev.webnn4j.op.ArgMinMax;
import dev.webnn4j.op.Attributes;
import dev.webnn4j.op.Comparison;
import dev.webnn4j.op.Concat;
import dev.webnn4j.op.Conv2d;
import dev.webnn4j.op.ConvTranspose2d;
import dev.webnn4j.op.LogicalBinary;
import dev.webnn4j.op.LogicalUnary;
import dev.webnn4j.op.Operands;
import dev.webnn4j.op.Pool2d;
import dev.webnn4j.op.Pooling;
import dev.webnn4j.op.Resample2d;
import dev.webnn4j.op.Softmax;
import dev.webnn4j.op.Transpose;
import dev.webnn4j.op.Where;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ChooseLayoutsTest {
  private static final List<Long> TO_LAST = List.of(0L, 2L, 3L, 1L);
  private static final List<Long> TO_FIRST = List.of(0L, 3L, 1L, 2L);

  private final GraphSketch sketch = new GraphSketch(2);

  private Value conv(Value x, int outputs) {
    return sketch.pointwise(x, outputs);
  }

  private Value relu(Value x) {
    return sketch.relu(x);
  }

  private static Graph compiled(Graph graph) {
    return new FoldConstants().apply(new ChooseLayouts().apply(graph));
  }

  @Test
  void conversionsRemainAtTheBordersOnly() {
    Value x = sketch.input(1, 4, 6, 6);
    Graph graph = sketch.outputs(conv(relu(sketch.add(conv(x, 8), sketch.constant(8, 1, 1))), 3));
    assertEquals(
        List.of("transpose", "convolution", "add", "relu", "convolution", "transpose"),
        GraphSketch.names(compiled(graph)));
  }

  @Test
  void explicitTranspositionsMeetTheirTwins() {
    Value x = sketch.input(1, 6, 6, 4);
    Graph graph = sketch.outputs(sketch.transpose(conv(sketch.transpose(x, TO_FIRST), 8), TO_LAST));
    assertEquals(List.of("convolution"), GraphSketch.names(compiled(graph)));
  }

  @Test
  void whatFollowsAConvolutionFollowsItsLayout() {
    Value x = sketch.input(1, 4, 6, 6);
    Value y = conv(x, 8);
    Value pooled =
        sketch.emit(
            Pooling.MAX_POOL2D.operator(),
            Operands.of(Pooling.MAX_POOL2D.input(), y),
            Attributes.of(Pool2d.STRIDES, List.of(2L, 2L))
                .with(Pool2d.WINDOW_DIMENSIONS, List.of(2L, 2L)));
    Value resized =
        sketch.emit(
            Resample2d.OPERATOR,
            Operands.of(Resample2d.INPUT, pooled),
            Attributes.of(Resample2d.SIZES, List.of(6L, 6L)));
    Value joined =
        sketch.emit(
            Concat.OPERATOR,
            Operands.<Value>none().with(Concat.INPUTS, List.of(resized, y)),
            Attributes.of(Concat.AXIS, 1L));
    Value softmax =
        sketch.emit(
            Softmax.OPERATOR, Operands.of(Softmax.INPUT, joined), Attributes.of(Softmax.AXIS, 1L));
    Value index =
        sketch.emit(
            ArgMinMax.ARG_MAX.operator(),
            Operands.of(ArgMinMax.INPUT, softmax),
            Attributes.of(ArgMinMax.AXIS, 1L));
    Graph graph = sketch.outputs(index);
    Graph compiled = compiled(graph);
    assertEquals(
        List.of(
            "transpose", "convolution", "maxPool2d", "resample2d", "concat", "softmax", "argMax"),
        GraphSketch.names(compiled));
    assertEquals(indices(graph), indices(compiled));
  }

  /** Truths are images too, and a condition may have fewer axes than what it chooses. */
  @Test
  void comparisonsAndSelectionFollowTheLayout() {
    Value y = conv(sketch.input(1, 4, 6, 6), 8);
    Value positive = compare(Comparison.GREATER, y, sketch.constant());
    Value ofChannels = compare(Comparison.LESSER, sketch.constant(8, 1, 1), sketch.constant(1));
    Value either =
        sketch.emit(
            LogicalBinary.LOGICAL_OR.operator(),
            Operands.of(LogicalBinary.A, positive, LogicalBinary.B, ofChannels),
            Attributes.NONE);
    Value neither =
        sketch.emit(LogicalUnary.LOGICAL_NOT.operator(), LogicalUnary.LOGICAL_NOT.a(), either);
    Value chosen =
        sketch.emit(
            Where.OPERATOR,
            Operands.of(Where.CONDITION, neither, Where.TRUE_VALUE, y)
                .with(Where.FALSE_VALUE, sketch.constant(6)),
            Attributes.NONE);
    Value index =
        sketch.emit(
            ArgMinMax.ARG_MAX.operator(),
            Operands.of(ArgMinMax.INPUT, chosen),
            Attributes.of(ArgMinMax.AXIS, 1L));
    Graph graph = sketch.outputs(index);
    Graph compiled = compiled(graph);
    assertEquals(
        List.of(
            "transpose", "convolution", "greater", "logicalOr", "logicalNot", "where", "argMax"),
        GraphSketch.names(compiled));
    assertEquals(indices(graph), indices(compiled));
  }

  private Value compare(Comparison comparison, Value a, Value b) {
    return sketch.emit(
        comparison.operator(), Operands.of(Comparison.A, a, Comparison.B, b), Attributes.NONE);
  }

  /** The graph's result for an input that is the same every time. */
  private static List<Long> indices(Graph graph) {
    Value x = graph.inputs().firstEntry().getValue();
    Tensor input = Tensor.ofReals(x.type(), i -> Math.sin(i));
    Tensor result = ReferenceInterpreter.run(graph, List.of(input)).firstEntry().getValue();
    return IntStream.range(0, result.count()).mapToObj(result::integer).toList();
  }

  @Test
  void aValueNeededInBothLayoutsIsConvertedOnce() {
    Value x = sketch.input(1, 4, 6, 6);
    Value y = conv(x, 4);
    Graph graph = sketch.outputs(y, relu(y), conv(y, 2));
    assertEquals(
        3, GraphSketch.count(compiled(graph), Transpose.OPERATOR), "x, y and the last result");
  }

  @Test
  void channelsLastConvolutionsNeedNothing() {
    Value x = sketch.input(1, 6, 6, 4);
    Value filter = sketch.constant(1, 3, 3, 4);
    Value y =
        sketch.emit(
            Conv2d.OPERATOR,
            Operands.of(Conv2d.INPUT, x, Conv2d.FILTER, filter),
            Attributes.of(Conv2d.INPUT_LAYOUT, MLInputOperandLayout.NHWC)
                .with(Conv2d.FILTER_LAYOUT, MLConv2dFilterOperandLayout.IHWO)
                .with(Conv2d.GROUPS, 4L));
    Graph compiled = compiled(sketch.outputs(y));
    assertEquals(List.of("convolution"), GraphSketch.names(compiled));
    assertEquals(
        List.of(4L, 3L, 3L, 1L),
        compiled.nodes().getFirst().operand(Convolution.FILTER).shape().toList());
  }

  @Test
  void transposedConvolutionsKeepTheirFilters() {
    Value x = sketch.input(1, 4, 6, 6);
    Value filter = sketch.constant(8, 3, 2, 2);
    Value y =
        sketch.emit(
            ConvTranspose2d.OPERATOR,
            Operands.of(ConvTranspose2d.INPUT, relu(conv(x, 8)), ConvTranspose2d.FILTER, filter)
                .with(ConvTranspose2d.BIAS, sketch.constant(3)),
            Attributes.of(ConvTranspose2d.STRIDES, List.of(2L, 2L)));
    Graph compiled = compiled(sketch.outputs(conv(y, 2)));
    assertEquals(
        List.of("transpose", "convolution", "relu", "convTranspose2d", "convolution", "transpose"),
        GraphSketch.names(compiled));
    Node transposed = compiled.nodes().get(3);
    assertEquals(List.of(1L, 12L, 12L, 3L), transposed.result().shape().toList());
    assertEquals(filter.shape(), transposed.operand(ConvTranspose2d.FILTER).shape());
  }
}
