package dev.webnn4j.benchmarks.onnx;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;

/**
 * What the benchmarks know of an ONNX file: one graph of ONNX's own operators.
 *
 * @param opset which version of the operators
 * @param nodes each after those it depends on
 * @param constants by name
 */
public record OnnxModel(
    long irVersion,
    long opset,
    String name,
    List<OnnxNode> nodes,
    SequencedMap<String, OnnxConstant> constants,
    List<OnnxValue> inputs,
    List<OnnxValue> outputs) {
  public OnnxModel {
    nodes = List.copyOf(nodes);
    constants = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(constants));
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }

  public Optional<OnnxConstant> constant(String constantName) {
    return Optional.ofNullable(constants.get(constantName));
  }

  /** The same weights in a graph that was changed elsewhere. */
  public OnnxModel with(
      UnaryOperator<OnnxNode> node,
      UnaryOperator<OnnxConstant> constant,
      UnaryOperator<OnnxValue> border) {
    SequencedMap<String, OnnxConstant> changed = new LinkedHashMap<>();
    constants.forEach((key, value) -> changed.put(key, constant.apply(value)));
    return new OnnxModel(
        irVersion,
        opset,
        name,
        nodes.stream().map(node).toList(),
        changed,
        inputs.stream().map(border).toList(),
        outputs.stream().map(border).toList());
  }
}
