package dev.webnn4j.models.json;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.op.Attribute;
import dev.webnn4j.op.AttributeType;
import dev.webnn4j.op.Attributes;
import dev.webnn4j.op.IdlEnum;
import dev.webnn4j.op.LongOrList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Attributes out of JSON. */
final class AttributeReader {
  private static final long MAX_UNSIGNED = (1L << 32) - 1;

  private AttributeReader() {}

  /** The attributes and one more. */
  static <T> Attributes with(
      Attributes attributes, Attribute<T> attribute, JsonValue json, Place place)
      throws GraphFormatException {
    // read(...) gives what an attribute of this type holds.
    @SuppressWarnings("unchecked")
    T value =
        (T)
            read(attribute.type(), json)
                .orElseThrow(() -> place.wrong(attribute.name(), json, expected(attribute.type())));
    return attributes.with(attribute, value);
  }

  /** What an attribute of the type holds; empty if the JSON is something else. */
  private static Optional<?> read(AttributeType<?> type, JsonValue json) {
    return switch (type) {
      case AttributeType.UnsignedLong _ -> unsigned(json);
      case AttributeType.UnsignedLongs _ -> list(json, AttributeReader::unsigned);
      case AttributeType.UnsignedLongOrList _ ->
          json.items().isPresent()
              ? list(json, AttributeReader::unsigned).map(LongOrList.Many::new)
              : unsigned(json).map(LongOrList.One::new);
      case AttributeType.SignedLong _ ->
          json.whole(Integer.MIN_VALUE, Integer.MAX_VALUE).map(Long::intValue);
      case AttributeType.Bool _ ->
          json instanceof JsonValue.Bool flag ? Optional.of(flag.value()) : Optional.empty();
      case AttributeType.Float64 _ -> json.finite();
      case AttributeType.Floats _ -> list(json, JsonValue::finiteFloat);
      case AttributeType.Numeric _ -> JsonNumbers.read(json);
      case AttributeType.DataType _ -> json.text().flatMap(MLOperandDataType::ofIdlName);
      case AttributeType.Choice<?> choice -> constant(choice, json);
      case AttributeType.Choices<?> choices -> list(json, item -> constant(choices.item(), item));
    };
  }

  private static Optional<Long> unsigned(JsonValue json) {
    return json.whole(0, MAX_UNSIGNED);
  }

  private static <E extends Enum<E> & IdlEnum> Optional<E> constant(
      AttributeType.Choice<E> choice, JsonValue json) {
    return json.text().flatMap(name -> IdlEnum.find(choice.type(), name));
  }

  private static <T> Optional<List<T>> list(JsonValue json, Function<JsonValue, Optional<T>> item) {
    if (json.items().isEmpty()) {
      return Optional.empty();
    }
    List<T> list = new ArrayList<>();
    for (JsonValue element : json.items().orElseThrow()) {
      Optional<T> value = item.apply(element);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      list.add(value.orElseThrow());
    }
    return Optional.of(List.copyOf(list));
  }

  private static String expected(AttributeType<?> type) {
    return switch (type) {
      case AttributeType.UnsignedLong _ -> "a whole number from 0 to " + MAX_UNSIGNED;
      case AttributeType.UnsignedLongs _ -> "a list of whole numbers from 0 to " + MAX_UNSIGNED;
      case AttributeType.UnsignedLongOrList _ ->
          "a whole number from 0 to " + MAX_UNSIGNED + ", or a list of them";
      case AttributeType.SignedLong _ ->
          "a whole number from " + Integer.MIN_VALUE + " to " + Integer.MAX_VALUE;
      case AttributeType.Bool _ -> "true or false";
      case AttributeType.Float64 _ -> "a number within the range of a double";
      case AttributeType.Floats _ -> "a list of numbers within the range of a float";
      case AttributeType.Numeric _ -> "a number, or one of " + JsonNumbers.NOT_FINITE;
      case AttributeType.DataType _ -> "one of " + Place.DATA_TYPES;
      case AttributeType.Choice<?> choice -> "one of " + names(choice);
      case AttributeType.Choices<?> choices -> "a list, each one of " + names(choices.item());
    };
  }

  private static <E extends Enum<E> & IdlEnum> String names(AttributeType.Choice<E> choice) {
    return Arrays.stream(choice.type().getEnumConstants())
        .map(IdlEnum::idlName)
        .collect(Collectors.joining(", "));
  }
}
