package dev.webnn4j.backend.java.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.webnn4j.MLCoordinateTransformation;
import dev.webnn4j.MLInterpolationMode;
import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.backend.java.op.ResampledArgMinMax;
import dev.webnn4j.graph.Graph;
import dev.webnn4j.graph.Node;
import dev.webnn4j.graph.Value;
import dev.webnn4j.op.ArgMinMax;
import dev.webnn4j.op.Attributes;
import dev.webnn4j.op.ElementwiseUnary;
import dev.webnn4j.op.Operands;
import dev.webnn4j.op.Resample2d;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FuseResampleArgMaxTest {
  private final GraphSketch sketch = new GraphSketch(4);

  private Value resample(Value x, List<Long> axes, long height, long width) {
    return sketch.emit(
        Resample2d.OPERATOR,
        Operands.of(Resample2d.INPUT, x),
        Attributes.of(Resample2d.AXES, axes)
            .with(Resample2d.SIZES, List.of(height, width))
            .with(Resample2d.MODE, MLInterpolationMode.LINEAR)
            .with(Resample2d.COORDINATE_TRANSFORMATION, MLCoordinateTransformation.ALIGN_CORNERS));
  }

  private Value search(ArgMinMax function, Value x, long axis) {
    return sketch.emit(
        function.operator(), Operands.of(ArgMinMax.INPUT, x), Attributes.of(ArgMinMax.AXIS, axis));
  }

  private static List<String> fused(Graph graph) {
    return GraphSketch.names(new FuseResampleArgMax().apply(graph));
  }

  @Test
  void aSearchOfChannelsJoinsTheResizing() {
    Value x = sketch.input(2, 5, 5, 4);
    Value result =
        sketch.emit(
            ArgMinMax.ARG_MIN.operator(),
            Operands.of(ArgMinMax.INPUT, resample(x, List.of(1L, 2L), 9, 7)),
            Attributes.of(ArgMinMax.AXIS, 3L)
                .with(ArgMinMax.KEEP_DIMENSIONS, true)
                .with(ArgMinMax.OUTPUT_DATA_TYPE, MLOperandDataType.INT64));
    Graph graph = new FuseResampleArgMax().apply(sketch.outputs(result));

    assertEquals(List.of("resampledArgMinMax"), GraphSketch.names(graph));
    Node node = graph.nodes().getFirst();
    assertEquals(x, node.operand(ResampledArgMinMax.INPUT));
    assertEquals(result.type(), node.result().type());
    assertEquals(List.of(9L, 7L), node.get(Resample2d.SIZES));
    assertEquals(MLInterpolationMode.LINEAR, node.get(Resample2d.MODE));
    assertEquals(
        MLCoordinateTransformation.ALIGN_CORNERS, node.get(Resample2d.COORDINATE_TRANSFORMATION));
    assertFalse(node.get(ResampledArgMinMax.MAX));
  }

  @Test
  void whatOthersNeedStays() {
    Value resized = resample(sketch.input(1, 5, 5, 4), List.of(1L, 2L), 9, 9);
    Value labels = search(ArgMinMax.ARG_MAX, resized, 3);
    assertEquals(List.of("resample2d", "argMax"), fused(sketch.outputs(labels, resized)));
  }

  @Test
  void twoSearchesShareOneImage() {
    Value resized = resample(sketch.input(1, 5, 5, 4), List.of(1L, 2L), 9, 9);
    Value labels = search(ArgMinMax.ARG_MAX, resized, 3);
    Value others = search(ArgMinMax.ARG_MIN, resized, 3);
    assertEquals(List.of("resample2d", "argMax", "argMin"), fused(sketch.outputs(labels, others)));
  }

  @Test
  void whatStandsInBetweenKeepsThemApart() {
    Value resized = resample(sketch.input(1, 5, 5, 4), List.of(1L, 2L), 9, 9);
    Value changed =
        sketch.emit(ElementwiseUnary.ABS.operator(), ElementwiseUnary.ABS.input(), resized);
    assertEquals(
        List.of("resample2d", "abs", "argMax"),
        fused(sketch.outputs(search(ArgMinMax.ARG_MAX, changed, 3))));
  }

  @ParameterizedTest
  @CsvSource({
    "2, 3, 1, 9, true", // planes
    "1, 3, 2, 9, true",
    "1, 2, 2, 9, false", // a search along what is resized
    "1, 2, 0, 9, false", // among images
    "0, 2, 1, 9, false",
    "1, 2, 3, 2, false" // an image that shrinks
  })
  void onlyChannelsOfImagesThatGrow(long a, long b, long axis, long size, boolean joins) {
    Value resized = resample(sketch.input(3, 5, 5, 4), List.of(a, b), size, size);
    assertEquals(
        joins ? List.of("resampledArgMinMax") : List.of("resample2d", "argMax"),
        fused(sketch.outputs(search(ArgMinMax.ARG_MAX, resized, axis))));
  }
}
