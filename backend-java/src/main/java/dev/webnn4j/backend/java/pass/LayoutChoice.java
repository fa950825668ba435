package dev.webnn4j.backend.java.pass;

import dev.webnn4j.MLInputOperandLayout;
import dev.webnn4j.graph.Graph;
import dev.webnn4j.graph.Node;
import dev.webnn4j.graph.Value;
import dev.webnn4j.op.Conv2d;
import dev.webnn4j.op.ConvTranspose2d;
import dev.webnn4j.op.Operator;
import dev.webnn4j.op.Transpose;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which of the nodes that could have their channels last should, so that the bytes that conversions
 * move are fewest: convolutions want them last, the borders of the graph and what knows one layout
 * only want what was written, everything else goes with its neighbours.
 *
 * <p>That is a minimum cut. What is as written is on the side of the source; a value costs its
 * bytes if its producer and one of its consumers are on different sides, and costs them once,
 * however many consumers there are. Of equal choices the one with most channels last is taken:
 * conversions then come early, and what follows a convolution stays with it.
 */
final class LayoutChoice {
  private static final int AS_WRITTEN = MinimumCut.SOURCE;
  private static final int CHANNELS_LAST = MinimumCut.SINK;

  /** No conversion is free, not even one that moves nothing: it keeps nodes from being fused. */
  private static final long CONVERSION_COST = 1;

  private final MinimumCut cut = new MinimumCut();
  private final Set<Value> constants;
  private final Map<Node, Integer> free = new HashMap<>();
  private final Map<Value, Integer> producers = new HashMap<>();
  private final Map<Value, Demands> demands = new HashMap<>();

  /** The vertices on either side that a value's consumers pull to theirs. */
  private record Demands(int last, int written) {}

  private LayoutChoice(Graph graph) {
    constants = new HashSet<>(graph.constants().keySet());
    graph.inputs().values().forEach(input -> produce(input, AS_WRITTEN));
    graph.nodes().forEach(this::add);
    graph.outputs().values().forEach(output -> demand(output, AS_WRITTEN));
  }

  /** The nodes to write with their channels last, of those that {@link ChannelsLast} knows. */
  static Set<Node> of(Graph graph) {
    LayoutChoice choice = new LayoutChoice(graph);
    BitSet asWritten = choice.cut.sourceSide();
    Set<Node> chosen = new HashSet<>();
    choice.free.forEach(
        (node, vertex) -> {
          if (!asWritten.get(vertex)) {
            chosen.add(node);
          }
        });
    return chosen;
  }

  /** Whether a convolution is as good on an image with its channels first. */
  private static boolean takesEither(Node convolution) {
    return FoldBorderLayouts.takesPlanes(
        convolution.operand(Conv2d.INPUT).shape().dim(1), convolution.get(Conv2d.GROUPS));
  }

  private void add(Node node) {
    if (constants.containsAll(node.operands().flat())) {
      constants.addAll(node.results());
      return;
    }
    Operator operator = node.operator();
    if (operator == Conv2d.OPERATOR) {
      boolean planar = node.get(Conv2d.INPUT_LAYOUT) == MLInputOperandLayout.NCHW;
      addConvolution(node, planar, planar && takesEither(node));
    } else if (operator == ConvTranspose2d.OPERATOR) {
      boolean planar = node.get(ConvTranspose2d.INPUT_LAYOUT) == MLInputOperandLayout.NCHW;
      addConvolution(node, planar, false);
    } else if (operator == Transpose.OPERATOR && node.result().shape().rank() == 4) {
      addTransposition(node);
    } else {
      ChannelsLast.of(node).ifPresentOrElse(known -> addFree(node, known), () -> addFixed(node));
    }
  }

  private void addConvolution(Node node, boolean planar, boolean takesEither) {
    Value image = node.operand(Conv2d.INPUT);
    for (Value operand : node.operands().flat()) {
      if (operand != image) {
        demand(operand, AS_WRITTEN);
      } else if (!takesEither) {
        demand(operand, planar ? CHANNELS_LAST : AS_WRITTEN);
      }
    }
    produce(node.result(), planar ? CHANNELS_LAST : AS_WRITTEN);
  }

  /** One that converts a layout does nothing where the other is there; others take either. */
  private void addTransposition(Node node) {
    Permutation permutation = Permutation.of(node);
    if (permutation.equals(Permutation.TO_CHANNELS_LAST)) {
      demand(node.operand(Transpose.INPUT), CHANNELS_LAST);
    }
    boolean restores = permutation.equals(Permutation.TO_CHANNELS_FIRST);
    if (restores) {
      demand(node.operand(Transpose.INPUT), AS_WRITTEN);
    }
    produce(node.result(), restores ? CHANNELS_LAST : AS_WRITTEN);
  }

  private void addFree(Node node, ChannelsLast known) {
    if (!known.keepsLayout()) {
      // The one image may have either layout.
      node.operands().flat().stream().skip(1).forEach(operand -> demand(operand, AS_WRITTEN));
      node.results().forEach(result -> produce(result, AS_WRITTEN));
      return;
    }
    int vertex = cut.addVertex();
    free.put(node, vertex);
    List<Value> images = ChannelsLast.images(node);
    for (Value operand : node.operands().flat()) {
      if (!images.contains(operand)) {
        demand(operand, AS_WRITTEN);
      } else if (operand.shape().rank() == 4) {
        demand(operand, vertex);
      } else if (!constants.contains(operand) && operand.shape().elementCount() > 1) {
        cut.addEdge(AS_WRITTEN, vertex, cost(operand));
      }
    }
    node.results().forEach(result -> produce(result, vertex));
  }

  private void addFixed(Node node) {
    node.operands().flat().forEach(operand -> demand(operand, AS_WRITTEN));
    node.results().forEach(result -> produce(result, AS_WRITTEN));
  }

  private void produce(Value value, int vertex) {
    producers.put(value, vertex);
  }

  private void demand(Value value, int vertex) {
    // What depends on constants alone is converted when the graph is compiled.
    if (constants.contains(value) || value.shape().rank() != 4) {
      return;
    }
    Demands pulled = demands.computeIfAbsent(value, this::demands);
    cut.addEdge(pulled.last, vertex, MinimumCut.UNBOUNDED);
    cut.addEdge(vertex, pulled.written, MinimumCut.UNBOUNDED);
  }

  private Demands demands(Value value) {
    Demands made = new Demands(cut.addVertex(), cut.addVertex());
    cut.addEdge(producers.get(value), made.last, cost(value));
    cut.addEdge(made.written, producers.get(value), cost(value));
    return made;
  }

  private static long cost(Value value) {
    if (value.shape().rank() < 4) {
      return CONVERSION_COST + value.type().byteLength();
    }
    Permutation permutation = Permutation.TO_CHANNELS_LAST;
    if (permutation.changesNothing(value.shape())) {
      return 0;
    }
    boolean still = permutation.keepsOrder(value.shape());
    return CONVERSION_COST + (still ? 0 : value.type().byteLength());
  }
}
