package dev.webnn4j.backend.fuzz;

import dev.webnn4j.backend.harness.Draw;
import dev.webnn4j.backend.harness.OperatorCase;
import dev.webnn4j.backend.harness.Verdict;
import dev.webnn4j.backend.reference.Tensor;
import dev.webnn4j.graph.Graph;
import dev.webnn4j.graph.GraphRewriter;
import dev.webnn4j.graph.Node;
import dev.webnn4j.graph.Value;
import dev.webnn4j.op.BatchNormalization;
import dev.webnn4j.op.CumulativeSum;
import dev.webnn4j.op.InstanceNormalization;
import dev.webnn4j.op.LayerNormalization;
import dev.webnn4j.op.Operator;
import dev.webnn4j.op.Pooling;
import dev.webnn4j.op.Reduction;
import dev.webnn4j.op.Resample2d;
import dev.webnn4j.op.Softmax;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/**
 * A random graph that is cut behind each node whose roundings depend on the layout of its operand,
 * which is the compiler's choice and depends on the outputs: what follows takes as an input what
 * the node was seen to give, and so remains the same to the bit.
 *
 * @param nodes those that the graph is cut behind
 */
record Severed(RandomGraph random, List<Node> nodes) {

  static Severed of(RandomGraph random, Map<Value, Tensor> seen) {
    Graph whole = random.graph();
    SequencedMap<String, Value> inputs = new LinkedHashMap<>(whole.inputs());
    List<Tensor> data = new ArrayList<>(random.inputs());
    List<Node> cut = new ArrayList<>();
    GraphRewriter rewriter = new GraphRewriter(whole);
    List<Node> nodes = new ArrayList<>();
    Set<Value> constants = new HashSet<>(whole.constants().keySet());
    for (Node node : whole.nodes()) {
      nodes.add(
          new Node(
              node.operator(),
              node.operands().map(rewriter::current),
              node.attributes(),
              node.results(),
              node.label()));
      if (constants.containsAll(node.operands().flat())) {
        // It is folded, whatever its neighbours are, and others pack what they find constant.
        constants.addAll(node.results());
      } else if (sumsInItsOwnOrder(node.operator())) {
        cut.add(node);
        Value stump = new Value(node.result().type(), "seen" + inputs.size());
        rewriter.replace(node.result(), stump);
        inputs.put(stump.name(), stump);
        data.add(seen.get(node.result()));
      }
    }
    Graph severed = new Graph(inputs, whole.constants(), nodes, whole.outputs());
    return new Severed(new RandomGraph(severed, data, random.allowances(), random.ends()), cut);
  }

  private static boolean sumsInItsOwnOrder(Operator operator) {
    return Reduction.of(operator).isPresent()
        || Pooling.of(operator).isPresent()
        || operator == BatchNormalization.OPERATOR
        || operator == InstanceNormalization.OPERATOR
        || operator == LayerNormalization.OPERATOR
        || operator == CumulativeSum.OPERATOR
        || operator == Resample2d.OPERATOR
        || operator == Softmax.OPERATOR;
  }

  /** Some of the nodes that the graph is cut behind: one nobody asks for is not even computed. */
  List<Node> some(Draw draw) {
    return nodes.stream().filter(_ -> draw.oneIn(2)).toList();
  }

  /** Requires of these nodes what is required of all. */
  void check(
      List<Node> shown, Map<Value, Tensor> seen, Map<Value, MemorySegment> results, String what) {
    for (Node node : shown) {
      OperatorCase test =
          OperatorCase.of(node, node.operands().map(seen::get), random.allowance(node));
      Verdict.of(test).require(what + ", " + node, List.of(results.get(node.result())));
    }
  }
}
