package dev.webnn4j.backend.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.webnn4j.MLCoordinateTransformation;
import dev.webnn4j.MLInterpolationMode;
import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.Shape;
import dev.webnn4j.backend.harness.Draw;
import dev.webnn4j.backend.harness.Fill;
import dev.webnn4j.backend.java.kernel.Tier;
import dev.webnn4j.backend.reference.Tensor;
import dev.webnn4j.graph.Graph;
import dev.webnn4j.graph.GraphRewriter;
import dev.webnn4j.graph.Value;
import dev.webnn4j.op.ArgMinMax;
import dev.webnn4j.op.Attributes;
import dev.webnn4j.op.Operands;
import dev.webnn4j.op.Resample2d;
import java.lang.foreign.MemorySegment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/**
 * A tier finds the same labels, whether resizing and search are one step or two: ties, infinities
 * and NaN included. They are two where the resized image is an output itself.
 */
final class ResampledLabelsTest {
  @Property(tries = 150, shrinking = ShrinkingMode.OFF)
  void areTheSameFusedAndNot(@ForAll long seed) {
    Draw draw = new Draw(seed);
    boolean planar = draw.oneIn(3);
    Shape shape = draw.shape(4, 4, 4000);
    MLOperandDescriptor type = MLOperandDescriptor.of(MLOperandDataType.FLOAT32, shape.dims());
    Value x = new Value(type, "x");
    Attributes resize =
        Attributes.of(Resample2d.MODE, draw.of(MLInterpolationMode.values()))
            .with(
                Resample2d.COORDINATE_TRANSFORMATION, draw.of(MLCoordinateTransformation.values()))
            .with(Resample2d.AXES, planar ? List.of(2L, 3L) : List.of(1L, 2L))
            .with(
                Resample2d.SIZES,
                List.of(
                    (long) draw.between(1, 4) * shape.dim(planar ? 2 : 1),
                    (long) draw.between(1, 3 * shape.dim(planar ? 3 : 2))));
    Attributes search =
        Attributes.of(ArgMinMax.AXIS, planar ? 1L : 3L)
            .with(ArgMinMax.KEEP_DIMENSIONS, draw.oneIn(2))
            .with(
                ArgMinMax.OUTPUT_DATA_TYPE,
                draw.of(MLOperandDataType.INT32, MLOperandDataType.INT64));
    GraphRewriter nodes = new GraphRewriter();
    Value resized =
        nodes.emit(Resample2d.OPERATOR, Operands.of(Resample2d.INPUT, x), resize, "").getFirst();
    Value labels =
        nodes
            .emit(
                draw.of(ArgMinMax.values()).operator(),
                Operands.of(ArgMinMax.INPUT, resized),
                search,
                "")
            .getFirst();
    Graph one = graph(nodes, x, labels);
    Graph two = graph(nodes, x, labels, resized);
    Fill fill = draw.of(Fill.repeating(), Fill.special(), Fill.any());
    List<Tensor> inputs = List.of(fill.fill(type, draw));
    for (Tier tier : List.of(Tier.SCALAR, Tier.VECTOR)) {
      try (Engine engine = new Engine(tier, draw.between(1, 3))) {
        MemorySegment fused = engine.run(one, inputs).get(labels);
        MemorySegment apart = engine.run(two, inputs).get(labels);
        assertEquals(-1, fused.mismatch(apart), () -> engine + ", seed " + seed + ", " + two);
      }
    }
  }

  private static Graph graph(GraphRewriter nodes, Value x, Value... values) {
    SequencedMap<String, Value> outputs = new LinkedHashMap<>();
    for (Value value : values) {
      outputs.put("y" + outputs.size(), value);
    }
    Graph live = nodes.finish(outputs);
    SequencedMap<String, Value> inputs = new LinkedHashMap<>(Map.of("x", x));
    return new Graph(inputs, live.constants(), live.nodes(), live.outputs());
  }
}
