package dev.webnn4j.backend.harness;

import dev.webnn4j.backend.reference.Tensor;
import dev.webnn4j.graph.Graph;
import dev.webnn4j.graph.Node;
import dev.webnn4j.graph.Value;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.IntPredicate;

/**
 * A graph of the one node of a case.
 *
 * @param inputs what to run it with, in the order of its inputs
 */
public record OperatorGraph(Graph graph, List<Tensor> inputs) {
  /** A graph whose constants are those of the case. */
  public static OperatorGraph of(OperatorCase test, SegmentAllocator memory) {
    return of(test, test.constants()::get, memory);
  }

  /**
   * @param isConstant which operands are constants of the graph, by their place in the node's flat
   *     order; others are inputs
   */
  public static OperatorGraph of(
      OperatorCase test, IntPredicate isConstant, SegmentAllocator memory) {
    Node node = test.node();
    List<Value> values = node.operands().flat();
    List<Tensor> tensors = test.operands().inOrderOf(node.operator()).flat();
    SequencedMap<String, Value> inputs = new LinkedHashMap<>();
    List<Tensor> given = new ArrayList<>();
    Map<Value, MemorySegment> constants = new LinkedHashMap<>();
    for (int i = 0; i < values.size(); i++) {
      if (isConstant.test(i)) {
        MemorySegment data = memory.allocate(values.get(i).type().byteLength(), 64);
        tensors.get(i).write(data);
        constants.put(values.get(i), data.asReadOnly());
      } else {
        inputs.put("x" + given.size(), values.get(i));
        given.add(tensors.get(i));
      }
    }
    SequencedMap<String, Value> outputs = new LinkedHashMap<>();
    node.results().forEach(result -> outputs.put("y" + outputs.size(), result));
    return new OperatorGraph(new Graph(inputs, constants, List.of(node), outputs), given);
  }
}
