package dev.webnn4j.js.idl;

import dev.webnn4j.op.Attribute;
import dev.webnn4j.op.Catalogue;
import dev.webnn4j.op.OperandSlot;
import dev.webnn4j.op.Operator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The signatures of the operators' methods, from which {@code idl/operators.js} makes them. A
 * parameter or option says by its index which slot or attribute of the operator it fills.
 */
final class OperatorSignatures {
  private OperatorSignatures() {}

  /**
   * A description of each method.
   *
   * @param extensions whether the operators and options of our own are among them
   */
  static List<Map<String, Object>> all(boolean extensions) {
    return Catalogue.operators().stream()
        .filter(operator -> extensions || !operator.isExtension())
        .map(operator -> of(operator, extensions))
        .toList();
  }

  static Map<String, Object> of(Operator operator, boolean extensions) {
    List<Map<String, Object>> parameters = parameters(operator);
    List<Map<String, Object>> options = options(operator, extensions);
    boolean needsOptions = options.stream().anyMatch(option -> option.containsKey("required"));
    long needed =
        parameters.stream().filter(parameter -> !parameter.containsKey("lenient")).count();
    var signature = new LinkedHashMap<String, Object>();
    signature.put("name", operator.name());
    signature.put("length", parameters.size() + (needsOptions ? 1 : 0));
    signature.put("needed", needsOptions ? parameters.size() + 1 : needed);
    signature.put("parameters", parameters);
    signature.put("options", options);
    signature.put("givesList", givesList(operator));
    return signature;
  }

  /** Methods of operators with several results give an array, even of one. */
  private static boolean givesList(Operator operator) {
    return operator.outputs().size() > 1
        || operator.outputs().getFirst().kind() == OperandSlot.Kind.VARIADIC;
  }

  private static List<Map<String, Object>> parameters(Operator operator) {
    var parameters = new ArrayList<Map<String, Object>>();
    for (OperandSlot slot : operator.operands()) {
      if (!slot.isOptional()) {
        parameters.add(operand(operator, slot));
      }
    }
    for (Attribute<?> attribute : operator.attributes()) {
      if (attribute.isArgument()) {
        Map<String, Object> parameter = attribute(operator, attribute);
        if (!attribute.isRequired()) {
          // Counts in the method's length all the same: the specification requires it.
          parameter.put("lenient", true);
        }
        parameters.add(parameter);
      }
    }
    return parameters;
  }

  private static List<Map<String, Object>> options(Operator operator, boolean extensions) {
    var options = new ArrayList<Map<String, Object>>();
    for (String name : operator.optionNames()) {
      Optional<Attribute<?>> attribute = operator.findAttribute(name);
      if (attribute.isPresent()) {
        if (extensions || !attribute.get().isExtension()) {
          options.add(option(operator, attribute.get()));
        }
      } else {
        options.add(
            operator
                .findOperand(name)
                .map(slot -> operand(operator, slot))
                .orElseGet(() -> Map.of("name", name, "kind", "label")));
      }
    }
    return options;
  }

  private static Map<String, Object> option(Operator operator, Attribute<?> attribute) {
    Map<String, Object> option = attribute(operator, attribute);
    if (attribute.isRequired()) {
      option.put("required", true);
    }
    attribute.formerName().ifPresent(former -> option.put("formerName", former));
    return option;
  }

  private static Map<String, Object> operand(Operator operator, OperandSlot slot) {
    return Map.of(
        "name",
        slot.name(),
        "kind",
        slot.kind() == OperandSlot.Kind.VARIADIC ? "operands" : "operand",
        "index",
        operator.operands().indexOf(slot));
  }

  private static Map<String, Object> attribute(Operator operator, Attribute<?> attribute) {
    var described = new LinkedHashMap<String, Object>();
    described.put("name", attribute.name());
    described.put("kind", "attribute");
    described.put("index", operator.attributes().indexOf(attribute));
    described.put("type", IdlTypes.describe(attribute.type()));
    return described;
  }
}
