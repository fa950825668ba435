package dev.webnn4j.benchmarks.network;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.benchmarks.onnx.OnnxAttribute;
import dev.webnn4j.benchmarks.onnx.OnnxConstant;
import dev.webnn4j.benchmarks.onnx.OnnxModel;
import dev.webnn4j.benchmarks.onnx.OnnxNode;
import dev.webnn4j.benchmarks.onnx.OnnxValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** Writes down an ONNX graph operation by operation; values get names by themselves. */
final class ModelBuilder {
  /** Of 2022: HardSwish is there, and all that the networks need besides. */
  private static final long IR_VERSION = 8;

  private static final long OPSET = 14;
  private static final String OUTPUT = "scores";

  private final String name;
  private final List<OnnxNode> nodes = new ArrayList<>();
  private final SequencedMap<String, OnnxConstant> constants = new LinkedHashMap<>();
  private final List<OnnxValue> inputs = new ArrayList<>();

  ModelBuilder(String name) {
    this.name = name;
  }

  String input(String inputName, int... shape) {
    inputs.add(value(inputName, shape));
    return inputName;
  }

  private static OnnxValue value(String valueName, int... shape) {
    return new OnnxValue(valueName, MLOperandDescriptor.of(MLOperandDataType.FLOAT32, shape));
  }

  String constant(OnnxConstant constant) {
    constants.put(constant.name(), constant);
    return constant.name();
  }

  /** A number, which has the same name wherever it is used. */
  String number(float value) {
    return constant(OnnxConstant.of("number_" + value, new float[] {value}));
  }

  String add(String opType, List<String> operands, Map<String, OnnxAttribute> attributes) {
    String result = opType + "_" + nodes.size();
    nodes.add(new OnnxNode(opType, operands, List.of(result), attributes));
    return result;
  }

  String add(String opType, String... operands) {
    return add(opType, List.of(operands), Map.of());
  }

  /** The model, whose only output is what the last operation gives: numbers of float32. */
  OnnxModel finish(int... shape) {
    OnnxNode last = nodes.removeLast();
    nodes.add(new OnnxNode(last.opType(), last.inputs(), List.of(OUTPUT), last.attributes()));
    return new OnnxModel(
        IR_VERSION, OPSET, name, nodes, constants, inputs, List.of(value(OUTPUT, shape)));
  }
}
