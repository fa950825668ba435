package dev.webnn4j.backend.java.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.webnn4j.backend.harness.Draw;
import dev.webnn4j.backend.reference.ReferenceInterpreter;
import dev.webnn4j.backend.reference.Tensor;
import dev.webnn4j.graph.Graph;
import dev.webnn4j.graph.GraphVerifier;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What a graph computes from random inputs; what the passes make of it must compute the same. */
final class SameResults {
  /**
   * A pass may add in another order, and round what it folds to float32, and what comes behind may
   * magnify that: some hundred roundings, each of 6e-8 of the largest number there is.
   */
  private static final double TOLERANCE = 1e-4;

  private final Graph graph;
  private final List<Tensor> inputs;
  private final Map<String, Tensor> expected;

  SameResults(Graph graph, Draw draw) {
    this.graph = graph;
    inputs =
        graph.inputs().values().stream()
            .map(value -> Tensor.ofReals(value.type(), i -> draw.uniform(-1, 1)))
            .toList();
    expected = ReferenceInterpreter.run(graph, inputs);
  }

  /** Requires a sound graph with the same results. */
  void require(String pass, Graph changed) {
    GraphVerifier.verify(changed);
    Map<String, Tensor> actual = ReferenceInterpreter.run(changed, inputs);
    expected.forEach((name, tensor) -> compare(pass, tensor, actual.get(name)));
  }

  private void compare(String pass, Tensor expected, Tensor actual) {
    assertEquals(expected.type(), actual.type(), () -> pass + " on\n" + graph);
    double largest =
        IntStream.range(0, expected.count())
            .mapToDouble(i -> Math.abs(value(expected, i)))
            .reduce(1, Math::max);
    double allowed = TOLERANCE * largest;
    for (int i = 0; i < expected.count(); i++) {
      double difference = Math.abs(value(expected, i) - value(actual, i));
      int at = i;
      assertTrue(difference <= allowed, () -> pass + " on\n" + graph + "\nelement " + at);
    }
  }

  private static double value(Tensor tensor, int i) {
    return tensor.isFloat() ? tensor.real(i) : tensor.integer(i);
  }
}
