package dev.webnn4j.js.idl;

import dev.webnn4j.MLGraphBuilder;
import dev.webnn4j.MLOperand;
import dev.webnn4j.js.json.Json;
import dev.webnn4j.op.Attribute;
import dev.webnn4j.op.Attributes;
import dev.webnn4j.op.Catalogue;
import dev.webnn4j.op.OperandSlot;
import dev.webnn4j.op.Operands;
import dev.webnn4j.op.Operator;
import java.util.List;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyArray;

/**
 * The one function that every operator's method ends in. Operands and attributes come as arrays in
 * the order of the operator's slots and attributes, with undefined for what is absent.
 */
final class OperatorCalls {
  private final FormerRules formerRules;

  OperatorCalls(FormerRules formerRules) {
    this.formerRules = formerRules;
  }

  void addTo(HostFunctions functions, boolean extensions) {
    functions
        .value("signatures", Json.of(OperatorSignatures.all(extensions)))
        .function(
            "callOperator",
            args -> call(args[0].asHostObject(), args[1].asString(), args[2], args[3], args[4]));
  }

  private ProxyArray call(
      MLGraphBuilder builder, String name, Value operands, Value attributes, Value label) {
    Operator operator = Catalogue.find(name).orElseThrow();
    Attributes given = attributes(operator, attributes);
    formerRules.check(builder, operator, given);
    List<MLOperand> results =
        builder.call(operator, operands(operator, operands), given, label.asString());
    return ProxyArray.fromArray(results.toArray());
  }

  private static Operands<MLOperand> operands(Operator operator, Value given) {
    Operands<MLOperand> operands = Operands.none();
    for (int i = 0; i < given.getArraySize(); i++) {
      Value value = given.getArrayElement(i);
      OperandSlot slot = operator.operands().get(i);
      if (slot.kind() == OperandSlot.Kind.VARIADIC) {
        operands = operands.with(slot, AttributeValues.list(value, Value::asHostObject));
      } else if (!value.isNull()) {
        MLOperand operand = value.asHostObject();
        operands = operands.with(slot, operand);
      }
    }
    return operands;
  }

  private static Attributes attributes(Operator operator, Value given) {
    Attributes attributes = Attributes.NONE;
    for (int i = 0; i < given.getArraySize(); i++) {
      Value value = given.getArrayElement(i);
      Attribute<?> attribute = operator.attributes().get(i);
      if (!value.isNull()) {
        attributes = AttributeValues.with(attributes, attribute, value);
      }
    }
    return attributes;
  }
}
