package dev.webnn4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.webnn4j.graph.Graph;
import dev.webnn4j.graph.GraphVerifier;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The graph that a builder gives without building it. */
final class BuilderGraphTest {
  private static final MLOperandDescriptor TYPE =
      MLOperandDescriptor.of(MLOperandDataType.FLOAT32, 2);

  private final MLContext context = new FakeBackend().context();
  private final MLGraphBuilder builder = new MLGraphBuilder(context);
  private final MLOperand x = builder.input("x", TYPE);

  @AfterEach
  void close() {
    context.close();
  }

  @Test
  void hasWhatTheOutputsDependOn() {
    MLOperand unused = builder.input("unused", TYPE);
    MLOperand _ = builder.mul(unused, builder.constant(TYPE, 5f, 6f));
    MLOperand sum = builder.add(x, builder.constant(TYPE, 1f, 2f));
    Graph graph = builder.graph(Map.of("y", sum));
    GraphVerifier.verify(graph);
    assertEquals(List.of("x"), List.copyOf(graph.inputs().keySet()));
    assertEquals(1, graph.constants().size());
    assertEquals(List.of("add"), graph.nodes().stream().map(n -> n.operator().name()).toList());
    assertEquals(graph.nodes().getFirst().result(), graph.outputs().get("y"));
  }

  @Test
  void leavesTheBuilderAsItWas() {
    MLOperand y = builder.relu(x);
    assertEquals(1, builder.graph(Map.of("y", y)).nodes().size());
    assertEquals(2, builder.graph(Map.of("z", builder.neg(y))).nodes().size());
    try (MLGraph built = builder.build(Map.of("y", y))) {
      assertEquals(Map.of("y", TYPE), built.outputs());
    }
  }

  @Test
  void isNotGivenOnceTheGraphIsBuilt() {
    MLOperand y = builder.relu(x);
    builder.build(Map.of("y", y)).close();
    var error = assertThrows(IllegalStateException.class, () -> builder.graph(Map.of("y", y)));
    assertEquals("the builder has built its graph already", error.getMessage());
  }
}
