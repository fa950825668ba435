package dev.webnn4j.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.op.Attributes;
import dev.webnn4j.op.ElementwiseBinary;
import dev.webnn4j.op.ElementwiseUnary;
import dev.webnn4j.op.Operands;
import java.lang.foreign.Arena;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

final class GraphRewriterTest {
  private static final MLOperandDescriptor TYPE =
      MLOperandDescriptor.of(MLOperandDataType.FLOAT32, 2);

  private final Value x = new Value(TYPE, "x");

  @Test
  void keepsANodeWithWhatReplacesItsOperands() {
    Graph graph = reluThenAbs();
    GraphRewriter rewriter = new GraphRewriter(graph);
    Value neg = unary(rewriter, ElementwiseUnary.NEG, x);
    rewriter.replace(graph.nodes().getFirst().result(), neg);
    rewriter.keep(graph.nodes().getLast());
    Graph changed = rewriter.finish();
    GraphVerifier.verify(changed);
    assertEquals(
        List.of("neg", "abs"), changed.nodes().stream().map(n -> n.operator().name()).toList());
    assertSame(neg, changed.nodes().getLast().operands().flat().getFirst());
    assertSame(graph.outputs().get("out"), changed.outputs().get("out"));
  }

  @Test
  void leavesOutWhatNoOutputNeeds() {
    GraphRewriter rewriter = start();
    Value used = rewriter.constant(TYPE, Arena.ofAuto().allocate(8));
    rewriter.constant(TYPE, Arena.ofAuto().allocate(8));
    unary(rewriter, ElementwiseUnary.NEG, x);
    Value sum =
        rewriter
            .emit(
                ElementwiseBinary.ADD.operator(),
                Operands.of(ElementwiseBinary.A, x, ElementwiseBinary.B, used),
                Attributes.NONE,
                "")
            .getFirst();
    Graph graph = rewriter.finish(new LinkedHashMap<>(Map.of("out", sum)));
    assertEquals(1, graph.nodes().size());
    assertEquals(1, graph.constants().size());
    assertEquals(1, graph.inputs().size());
  }

  @Test
  void refusesAReplacementOfAnotherType() {
    GraphRewriter rewriter = start();
    Value other = new Value(MLOperandDescriptor.of(MLOperandDataType.FLOAT32, 3), "other");
    assertThrows(IllegalArgumentException.class, () -> rewriter.replace(x, other));
  }

  @Test
  void refusesToEmitWhatBreaksTheRules() {
    GraphRewriter rewriter = start();
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                rewriter.emit(
                    ElementwiseBinary.ADD.operator(),
                    Operands.of(ElementwiseBinary.A, x),
                    Attributes.NONE,
                    "sum"));
    assertTrue(error.getMessage().startsWith("add [sum]: "), error.getMessage());
  }

  @Test
  void replacesAnOutput() {
    Graph graph = reluThenAbs();
    GraphRewriter rewriter = new GraphRewriter(graph);
    rewriter.replace(graph.outputs().get("out"), x);
    Graph changed = rewriter.finish();
    assertTrue(changed.nodes().isEmpty());
    assertSame(x, changed.outputs().get("out"));
  }

  @Test
  void usesTellProducersAndConsumers() {
    Graph graph = reluThenAbs();
    Uses uses = new Uses(graph);
    Node relu = graph.nodes().getFirst();
    assertSame(relu, uses.producer(relu.result()).orElseThrow());
    assertTrue(uses.producer(x).isEmpty());
    assertSame(graph.nodes().getLast(), uses.onlyConsumer(relu.result()).orElseThrow());
    assertTrue(uses.onlyConsumer(graph.outputs().get("out")).isEmpty());
    assertTrue(uses.isOutput(graph.outputs().get("out")));
  }

  private GraphRewriter start() {
    SequencedMap<String, Value> inputs = new LinkedHashMap<>(Map.of("x", x));
    return new GraphRewriter(new Graph(inputs, Map.of(), List.of(), new LinkedHashMap<>()));
  }

  private Graph reluThenAbs() {
    GraphRewriter rewriter = start();
    Value relu = unary(rewriter, ElementwiseUnary.RELU, x);
    Value abs = unary(rewriter, ElementwiseUnary.ABS, relu);
    return rewriter.finish(new LinkedHashMap<>(Map.of("out", abs)));
  }

  private static Value unary(GraphRewriter rewriter, ElementwiseUnary function, Value value) {
    return rewriter
        .emit(function.operator(), Operands.of(function.input(), value), Attributes.NONE, "")
        .getFirst();
  }
}
