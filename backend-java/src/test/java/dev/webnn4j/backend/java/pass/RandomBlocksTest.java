package dev.webnn4j.backend.java.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.webnn4j.MLContextOptions;
import dev.webnn4j.backend.harness.Draw;
import dev.webnn4j.backend.harness.TestTiers;
import dev.webnn4j.backend.java.JavaBackend;
import dev.webnn4j.backend.java.exec.JavaCompiledGraph;
import dev.webnn4j.backend.java.kernel.x64.Isa;
import dev.webnn4j.backend.java.op.Convolution;
import dev.webnn4j.backend.java.op.InvertedResidual;
import dev.webnn4j.backend.reference.ReferenceInterpreter;
import dev.webnn4j.backend.reference.Tensor;
import dev.webnn4j.graph.Graph;
import dev.webnn4j.graph.Node;
import dev.webnn4j.graph.Value;
import dev.webnn4j.op.Attributes;
import dev.webnn4j.op.Operands;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Networks of random blocks, as the engine runs them: as the reference, and with the same bits
 * whatever the number of threads, which decides what is fused and how the work is cut.
 */
final class RandomBlocksTest {
  private static final int NETWORKS = 12 * Integer.getInteger("webnn.test.graphs", 5);

  private static final Map<Isa, List<JavaBackend>> ENGINES = new HashMap<>();

  @BeforeAll
  static void open() {
    for (Isa isa : TestTiers.isas()) {
      List<JavaBackend> engines = new ArrayList<>();
      for (int threads = 1; threads <= 3; threads++) {
        engines.add(JavaBackend.open(MLContextOptions.DEFAULT.threads(threads), isa));
      }
      ENGINES.put(isa, engines);
    }
  }

  @AfterAll
  static void close() {
    ENGINES.values().forEach(engines -> engines.forEach(JavaBackend::close));
  }

  @Test
  void areRightHoweverTheyAreRun() {
    int fused = 0;
    for (long seed = 0; seed < NETWORKS; seed++) {
      GraphSketch sketch = new GraphSketch(seed);
      Graph graph = network(sketch);
      Tensor input =
          Tensor.ofReals(
              graph.inputs().values().iterator().next().type(), _ -> sketch.draw().uniform(-1, 1));
      Tensor expected = ReferenceInterpreter.run(graph, List.of(input)).get("y0");
      for (Isa isa : ENGINES.keySet()) {
        fused += check(isa, "seed " + seed + ", " + isa, graph, input, expected);
      }
    }
    int found = fused;
    assertTrue(fused >= NETWORKS, () -> "only " + found + " blocks were fused");
  }

  /** How many blocks were fused. */
  private static int check(Isa isa, String what, Graph graph, Tensor input, Tensor expected) {
    int fused = 0;
    byte[] first = {};
    for (JavaBackend engine : ENGINES.get(isa)) {
      try (JavaCompiledGraph compiled = engine.compile(graph)) {
        List<Node> nodes = compiled.plan().steps().stream().map(step -> step.node()).toList();
        fused += (int) nodes.stream().filter(RandomBlocksTest::isBlock).count();
        MemorySegment result = run(compiled, input, expected);
        byte[] bits = result.toArray(ValueLayout.JAVA_BYTE);
        if (first.length == 0) {
          first = bits;
          requireClose(what + "\n" + graph, expected, Tensor.read(expected.type(), result));
        }
        assertEquals(-1, MemorySegment.ofArray(first).mismatch(MemorySegment.ofArray(bits)), what);
      }
    }
    return fused;
  }

  private static boolean isBlock(Node node) {
    return node.operator() == InvertedResidual.OPERATOR;
  }

  private static MemorySegment run(JavaCompiledGraph graph, Tensor input, Tensor expected) {
    MemorySegment given = Arena.ofAuto().allocate(input.type().byteLength(), 64);
    MemorySegment result = Arena.ofAuto().allocate(expected.type().byteLength(), 64);
    input.write(given);
    graph.run(new MemorySegment[] {given}, new MemorySegment[] {result});
    return result;
  }

  private static void requireClose(String what, Tensor expected, Tensor actual) {
    for (int i = 0; i < expected.count(); i++) {
      double allowed = 2e-4 * Math.max(1, Math.abs(expected.real(i)));
      int at = i;
      assertTrue(
          Math.abs(expected.real(i) - actual.real(i)) <= allowed,
          () -> what + "\n[" + at + "] is " + actual.real(at) + ", not " + expected.real(at));
    }
  }

  private static Graph network(GraphSketch sketch) {
    Draw draw = sketch.draw();
    Value x =
        sketch.input(
            draw.oneIn(3) ? 2 : 1, draw.between(3, 20), draw.between(3, 20), draw.between(2, 20));
    for (int i = draw.between(1, 3); i > 0; i--) {
      x = block(sketch, x);
    }
    return sketch.outputs(x);
  }

  private static Value block(GraphSketch sketch, Value x) {
    Draw draw = sketch.draw();
    Value y = draw.oneIn(4) ? x : pointwise(sketch, x, draw.between(2, 70), Operands.none());
    y = depthwise(sketch, y);
    boolean sameImage =
        y.shape().dim(1) == x.shape().dim(1) && y.shape().dim(2) == x.shape().dim(2);
    if (sameImage && draw.oneIn(2)) {
      return pointwise(sketch, y, x.shape().dim(3), Operands.of(Convolution.RESIDUAL, x));
    }
    return pointwise(sketch, y, draw.between(1, 40), Operands.none());
  }

  private static Value pointwise(
      GraphSketch sketch, Value x, int outputs, Operands<Value> residual) {
    int inputs = x.shape().dim(3);
    Operands<Value> operands =
        Operands.of(
            Convolution.INPUT, x, Convolution.FILTER, sketch.constant(outputs, 1, 1, inputs));
    return convolution(sketch, operands, outputs, residual, Attributes.NONE);
  }

  private static Value depthwise(GraphSketch sketch, Value x) {
    Draw draw = sketch.draw();
    int channels = x.shape().dim(3);
    boolean dilated = draw.oneIn(3);
    int height = draw.of(1, 2, 3, 3, 5);
    int width = draw.of(1, 2, 3, 3, 5);
    // At least as much as makes the window fit.
    List<Long> padding = new ArrayList<>();
    for (int taps : List.of(height, height, width, width)) {
      padding.add((long) draw.between(taps - 1, taps));
    }
    Attributes attributes =
        Attributes.of(Convolution.GROUPS, (long) channels)
            .with(Convolution.PADDING, padding)
            .with(dilated ? Convolution.DILATIONS : Convolution.STRIDES, steps(draw));
    Operands<Value> operands =
        Operands.of(
            Convolution.INPUT, x, Convolution.FILTER, sketch.constant(channels, height, width, 1));
    return convolution(sketch, operands, channels, Operands.none(), attributes);
  }

  private static List<Long> steps(Draw draw) {
    return List.of((long) draw.between(1, 2), (long) draw.between(1, 2));
  }

  private static Value convolution(
      GraphSketch sketch,
      Operands<Value> operands,
      int outputs,
      Operands<Value> residual,
      Attributes attributes) {
    Draw draw = sketch.draw();
    Operands<Value> all = operands;
    if (draw.oneIn(2)) {
      all = all.with(Convolution.BIAS, sketch.constant(outputs));
    }
    if (residual.has(Convolution.RESIDUAL)) {
      all = all.with(Convolution.RESIDUAL, residual.get(Convolution.RESIDUAL));
    }
    Attributes limited =
        draw.oneIn(2)
            ? attributes.with(Convolution.MIN, 0.0).with(Convolution.MAX, 6.0)
            : attributes;
    return sketch.emit(Convolution.OPERATOR, all, limited);
  }
}
