package dev.webnn4j.backend.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import dev.webnn4j.MLNumber;
import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.op.AttributeType;
import dev.webnn4j.op.IdlEnum;
import dev.webnn4j.op.LongOrList;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The values of attributes, from JSON. */
final class AttributeValues {
  private AttributeValues() {}

  static <T> T of(AttributeType<T> type, JsonNode json) {
    Object value =
        switch (type) {
          case AttributeType.UnsignedLong _ -> json.longValue();
          case AttributeType.UnsignedLongs _ -> list(json, JsonNode::longValue);
          case AttributeType.UnsignedLongOrList _ ->
              json.isArray()
                  ? new LongOrList.Many(list(json, JsonNode::longValue))
                  : new LongOrList.One(json.longValue());
          case AttributeType.SignedLong _ -> json.intValue();
          case AttributeType.Bool _ -> json.booleanValue();
          case AttributeType.Float64 _ -> json.doubleValue();
          case AttributeType.Floats _ -> list(json, JsonNode::floatValue);
          case AttributeType.Numeric _ -> number(json);
          case AttributeType.DataType _ ->
              MLOperandDataType.ofIdlName(json.textValue()).orElseThrow();
          case AttributeType.Choice<?> choice -> constant(choice, json.textValue());
          case AttributeType.Choices<?> choices -> list(json, item -> of(choices.item(), item));
        };
    // Each member of the closed set says what it holds in Java, and that is what was made.
    @SuppressWarnings("unchecked")
    T typed = (T) value;
    return typed;
  }

  private static <E> List<E> list(JsonNode json, Function<JsonNode, E> element) {
    List<E> list = new ArrayList<>();
    json.forEach(value -> list.add(element.apply(value)));
    return list;
  }

  private static MLNumber number(JsonNode json) {
    if (json.isIntegralNumber()) {
      return MLNumber.of(json.bigIntegerValue());
    }
    String text = json.asText();
    return text.matches("-?\\d+")
        ? MLNumber.of(new BigInteger(text))
        : MLNumber.of(Double.parseDouble(text));
  }

  private static <E extends Enum<E> & IdlEnum> E constant(
      AttributeType.Choice<E> choice, String name) {
    return IdlEnum.find(choice.type(), name)
        .orElseThrow(() -> new IllegalArgumentException(choice.idl() + " has no " + name));
  }
}
