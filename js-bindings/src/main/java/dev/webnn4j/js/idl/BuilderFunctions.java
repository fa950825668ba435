package dev.webnn4j.js.idl;

import dev.webnn4j.MLContext;
import dev.webnn4j.MLGraph;
import dev.webnn4j.MLGraphBuilder;
import dev.webnn4j.MLOperand;
import dev.webnn4j.MLTensor;
import dev.webnn4j.js.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.Value;

/** What {@code idl/builder.js}, {@code idl/operand.js} and {@code idl/graph.js} call. */
final class BuilderFunctions {
  private final FormerRules formerRules;
  private final JsPromises promises;

  BuilderFunctions(FormerRules formerRules, JsPromises promises) {
    this.formerRules = formerRules;
    this.promises = promises;
  }

  void addTo(HostFunctions functions) {
    functions
        .value("dataTypes", Json.of(IdlTypes.DATA_TYPE))
        .function("createBuilder", this::createBuilder)
        .function(
            "input",
            args -> builder(args).input(args[1].asString(), JsData.descriptor(args[2], args[3])))
        .function("constantOfData", BuilderFunctions::constantOfData)
        .function(
            "constantOfNumber",
            args ->
                builder(args)
                    .constant(AttributeValues.dataType(args[1]), AttributeValues.number(args[2])))
        .function("constantOfTensor", BuilderFunctions::constantOfTensor)
        .function("build", this::build)
        .function("operandDataType", args -> operand(args).dataType().idlName())
        .function("operandShape", args -> JsData.shape(operand(args).shape()))
        .function("destroyGraph", BuilderFunctions::destroyGraph);
  }

  private MLGraphBuilder createBuilder(Value[] args) {
    MLContext context = args[0].asHostObject();
    return formerRules.inherit(context, new MLGraphBuilder(context));
  }

  private static MLGraphBuilder builder(Value[] args) {
    return args[0].asHostObject();
  }

  private static MLOperand operand(Value[] args) {
    return args[0].asHostObject();
  }

  private static MLOperand constantOfData(Value[] args) {
    return builder(args)
        .constant(JsData.descriptor(args[1], args[2]), JsData.bytes(args[3], args[4], args[5]));
  }

  private static MLOperand constantOfTensor(Value[] args) {
    MLTensor tensor = args[1].asHostObject();
    if (tensor.isDestroyed()) {
      // For scripts a wrong argument, not a wrong state.
      throw new IllegalArgumentException("constant: the tensor " + tensor.type() + " is destroyed");
    }
    return builder(args).constant(tensor);
  }

  private Value build(Value[] args) {
    MLContext context = args[1].asHostObject();
    List<String> names = AttributeValues.list(args[2], Value::asString);
    List<MLOperand> operands = AttributeValues.list(args[3], Value::asHostObject);
    Map<String, MLOperand> outputs = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      outputs.put(names.get(i), operands.get(i));
    }
    return promises.of(
        builder(args).buildAsync(outputs),
        graph -> {
          if (context.isLost()) {
            throw new IllegalStateException("the context was lost before the graph was built");
          }
          return args[4].execute(graph);
        });
  }

  private static boolean destroyGraph(Value[] args) {
    MLGraph graph = args[0].asHostObject();
    graph.destroy();
    return true;
  }
}
