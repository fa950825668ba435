package dev.webnn4j.benchmarks.importer;

import dev.webnn4j.MLGraphBuilder;
import dev.webnn4j.MLOperand;
import dev.webnn4j.benchmarks.onnx.OnnxConstant;
import dev.webnn4j.benchmarks.onnx.OnnxException;
import dev.webnn4j.benchmarks.onnx.OnnxModel;
import dev.webnn4j.benchmarks.onnx.OnnxNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the functions of {@link OperatorImports} see of a model that is being imported. */
final class ImportContext {
  private final OnnxModel model;
  private final MLGraphBuilder builder;
  private final Map<String, MLOperand> operands = new HashMap<>();

  ImportContext(OnnxModel model, MLGraphBuilder builder) {
    this.model = model;
    this.builder = builder;
  }

  MLGraphBuilder builder() {
    return builder;
  }

  void define(String name, MLOperand operand) {
    operands.put(name, operand);
  }

  /** A value that was computed or given before, or a constant. */
  MLOperand operand(String name) {
    MLOperand known = operands.get(name);
    if (known != null) {
      return known;
    }
    OnnxConstant constant = constant(name);
    MLOperand made = builder.constant(constant.type(), constant.data());
    operands.put(name, made);
    return made;
  }

  /** An input that the operator cannot do without. */
  MLOperand operand(OnnxNode node, int input) {
    return operand(required(node, input));
  }

  /** An input whose numbers must be known when the graph is built. */
  OnnxConstant constant(OnnxNode node, int input) {
    return constant(required(node, input));
  }

  private static String required(OnnxNode node, int input) {
    return node.input(input)
        .orElseThrow(() -> new OnnxException(node.opType() + " lacks its input " + input));
  }

  private OnnxConstant constant(String name) {
    return model
        .constant(name)
        .orElseThrow(() -> new OnnxException("'" + name + "' is neither computed nor a constant"));
  }

  /** The operations that read a value. */
  List<OnnxNode> readers(String name) {
    return model.nodes().stream().filter(node -> node.inputs().contains(name)).toList();
  }

  boolean isOutput(String name) {
    return model.outputs().stream().anyMatch(output -> output.name().equals(name));
  }
}
