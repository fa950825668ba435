package dev.webnn4j.js.idl;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.op.AttributeType;
import dev.webnn4j.op.IdlEnum;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The types of attributes as {@code idl/convert.js} wants them described. */
final class IdlTypes {
  /** {@code MLOperandDataType}. */
  static final Map<String, Object> DATA_TYPE =
      enumeration(
          "MLOperandDataType",
          Arrays.stream(MLOperandDataType.values()).map(MLOperandDataType::idlName).toList());

  private static final Map<String, Object> FLOAT = Map.of("kind", "float");

  private IdlTypes() {}

  static Map<String, Object> describe(AttributeType<?> type) {
    return switch (type) {
      case AttributeType.UnsignedLong(boolean enforceRange) -> unsignedLong(enforceRange);
      case AttributeType.UnsignedLongs(boolean enforceRange) ->
          sequence(unsignedLong(enforceRange));
      case AttributeType.UnsignedLongOrList _ ->
          Map.of("kind", "item or sequence", "items", unsignedLong(true));
      case AttributeType.SignedLong _ -> Map.of("kind", "long");
      case AttributeType.Bool _ -> Map.of("kind", "boolean");
      case AttributeType.Float64 _ -> Map.of("kind", "double");
      case AttributeType.Floats _ -> sequence(FLOAT);
      case AttributeType.Numeric _ -> Map.of("kind", "MLNumber");
      case AttributeType.DataType _ -> DATA_TYPE;
      case AttributeType.Choice<?> choice -> enumeration(choice.idl(), choice.type());
      case AttributeType.Choices<?> choices -> sequence(describe(choices.item()));
    };
  }

  static Map<String, Object> enumeration(String name, Class<? extends IdlEnum> type) {
    return enumeration(name, Arrays.stream(type.getEnumConstants()).map(IdlEnum::idlName).toList());
  }

  private static Map<String, Object> enumeration(String name, List<String> values) {
    return Map.of("kind", "enum", "name", name, "values", values);
  }

  private static Map<String, Object> unsignedLong(boolean enforceRange) {
    return Map.of("kind", "unsigned long", "enforceRange", enforceRange);
  }

  private static Map<String, Object> sequence(Map<String, Object> items) {
    return Map.of("kind", "sequence", "items", items);
  }
}
