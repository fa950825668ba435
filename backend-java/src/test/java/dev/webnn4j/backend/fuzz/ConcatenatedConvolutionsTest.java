package dev.webnn4j.backend.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.webnn4j.MLInputOperandLayout;
import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.backend.harness.Draw;
import dev.webnn4j.backend.harness.Fill;
import dev.webnn4j.backend.java.kernel.Tier;
import dev.webnn4j.backend.reference.Tensor;
import dev.webnn4j.graph.Graph;
import dev.webnn4j.graph.GraphRewriter;
import dev.webnn4j.graph.Value;
import dev.webnn4j.op.Attributes;
import dev.webnn4j.op.Concat;
import dev.webnn4j.op.Conv2d;
import dev.webnn4j.op.ElementwiseUnary;
import dev.webnn4j.op.Operands;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/**
 * Fire modules give the same bits, whether their convolutions write side by side or a concatenation
 * follows them. It does where their results are outputs themselves.
 */
final class ConcatenatedConvolutionsTest {
  @Property(tries = 60, shrinking = ShrinkingMode.OFF)
  void areTheSameFusedAndNot(@ForAll long seed) {
    Draw draw = new Draw(seed);
    MLOperandDescriptor type =
        type(draw.between(1, 2), draw.between(3, 20), draw.between(3, 20), draw.size());
    Network network = new Network(draw);
    Value x = new Value(type, "x");
    Value joined = network.fire(network.fire(x));
    Graph one = network.graph(x, List.of(joined));
    network.branches.add(joined);
    Graph two = network.graph(x, network.branches);
    List<Tensor> inputs = List.of(Fill.uniform(-2, 2).fill(type, draw));
    for (Tier tier : List.of(Tier.VECTOR, Tier.X64)) {
      try (Engine engine = new Engine(tier, draw.between(1, 3))) {
        MemorySegment fused = engine.run(one, inputs).get(joined);
        MemorySegment apart = engine.run(two, inputs).get(joined);
        assertEquals(-1, fused.mismatch(apart), () -> engine + ", seed " + seed + ", " + two);
      }
    }
  }

  private static MLOperandDescriptor type(int... shape) {
    return MLOperandDescriptor.of(MLOperandDataType.FLOAT32, shape);
  }

  /** What is written so far. */
  private static final class Network {
    private final GraphRewriter nodes = new GraphRewriter();
    private final List<Value> branches = new ArrayList<>();
    private final Draw draw;

    Network(Draw draw) {
      this.draw = draw;
    }

    Value fire(Value x) {
      Value narrow = convolution(x, 1);
      Value left = convolution(narrow, 1);
      Value right = convolution(narrow, 3);
      branches.addAll(List.of(left, right));
      return nodes
          .emit(
              Concat.OPERATOR,
              Operands.<Value>none().with(Concat.INPUTS, List.of(left, right)),
              Attributes.of(Concat.AXIS, 3L),
              "")
          .getFirst();
    }

    Value convolution(Value x, int window) {
      MLOperandDescriptor type = type(draw.size(), x.shape().dim(3), window, window);
      MemorySegment filter = Arena.ofAuto().allocate(type.byteLength(), 64);
      Fill.uniform(-1, 1).fill(type, draw).write(filter);
      long padding = window / 2;
      Value sum =
          nodes
              .emit(
                  Conv2d.OPERATOR,
                  Operands.of(Conv2d.INPUT, x, Conv2d.FILTER, nodes.constant(type, filter)),
                  Attributes.of(Conv2d.INPUT_LAYOUT, MLInputOperandLayout.NHWC)
                      .with(Conv2d.PADDING, List.of(padding, padding, padding, padding)),
                  "")
              .getFirst();
      return nodes
          .emit(
              ElementwiseUnary.RELU.operator(),
              Operands.of(ElementwiseUnary.RELU.input(), sum),
              Attributes.NONE,
              "")
          .getFirst();
    }

    Graph graph(Value x, List<Value> values) {
      SequencedMap<String, Value> outputs = new LinkedHashMap<>();
      for (Value value : values) {
        outputs.put("y" + outputs.size(), value);
      }
      Graph live = nodes.finish(outputs);
      SequencedMap<String, Value> inputs = new LinkedHashMap<>(Map.of("x", x));
      return new Graph(inputs, live.constants(), live.nodes(), live.outputs());
    }
  }
}
