package dev.webnn4j.js.idl;

import dev.webnn4j.MLNumber;
import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.op.Attribute;
import dev.webnn4j.op.AttributeType;
import dev.webnn4j.op.Attributes;
import dev.webnn4j.op.IdlEnum;
import dev.webnn4j.op.LongOrList;
import java.math.BigInteger;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.graalvm.polyglot.Value;

/** Attributes from what {@code idl/convert.js} made of a script's values. */
final class AttributeValues {
  private AttributeValues() {}

  /** The attributes and one more. */
  static <T> Attributes with(Attributes attributes, Attribute<T> attribute, Value value) {
    // convert(...) gives what an attribute of this type holds.
    @SuppressWarnings("unchecked")
    T converted = (T) convert(attribute.type(), value);
    return attributes.with(attribute, converted);
  }

  private static Object convert(AttributeType<?> type, Value value) {
    return switch (type) {
      case AttributeType.UnsignedLong _ -> value.asLong();
      case AttributeType.UnsignedLongs _ -> list(value, Value::asLong);
      case AttributeType.UnsignedLongOrList _ ->
          value.hasArrayElements()
              ? new LongOrList.Many(list(value, Value::asLong))
              : new LongOrList.One(value.asLong());
      case AttributeType.SignedLong _ -> value.asInt();
      case AttributeType.Bool _ -> value.asBoolean();
      case AttributeType.Float64 _ -> value.asDouble();
      case AttributeType.Floats _ -> list(value, Value::asFloat);
      case AttributeType.Numeric _ -> number(value);
      case AttributeType.DataType _ -> dataType(value);
      case AttributeType.Choice<?> choice -> choice(choice.type(), value);
      case AttributeType.Choices<?> choices -> list(value, item -> convert(choices.item(), item));
    };
  }

  /** A number; a bigint comes as its decimal digits. */
  static MLNumber number(Value value) {
    return value.isString()
        ? MLNumber.of(new BigInteger(value.asString()))
        : MLNumber.of(value.asDouble());
  }

  static MLOperandDataType dataType(Value value) {
    return MLOperandDataType.ofIdlName(value.asString()).orElseThrow();
  }

  static <E extends Enum<E> & IdlEnum> E choice(Class<E> type, Value value) {
    return IdlEnum.find(type, value.asString()).orElseThrow();
  }

  static <T> List<T> list(Value array, Function<Value, T> item) {
    return LongStream.range(0, array.getArraySize())
        .mapToObj(i -> item.apply(array.getArrayElement(i)))
        .toList();
  }
}
