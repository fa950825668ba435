package dev.webnn4j.backend.reference;

import dev.webnn4j.backend.java.op.Decompositions;
import dev.webnn4j.graph.Value;
import dev.webnn4j.op.Operator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The Java engine's own operators that stand for others, so that its passes can be checked by
 * computing: their stages one after the other, each rounded.
 */
final class ReferenceDecompositions {
  private ReferenceDecompositions() {}

  static Map<Operator, ReferenceOperation> operations() {
    return Decompositions.operators().stream()
        .collect(Collectors.toMap(Function.identity(), _ -> ReferenceDecompositions::run));
  }

  private static List<Tensor> run(ReferenceCall call) {
    Map<Value, Tensor> tensors = new HashMap<>();
    List<Value> values = call.node().operands().flat();
    List<Tensor> operands = call.operands().inOrderOf(call.node().operator()).flat();
    for (int i = 0; i < values.size(); i++) {
      tensors.put(values.get(i), operands.get(i));
    }
    ReferenceInterpreter.run(Decompositions.of(call.node()).orElseThrow(), tensors);
    return call.node().results().stream().map(tensors::get).toList();
  }
}
