package dev.webnn4j.js.idl;

import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.Shape;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyArray;

/** Shapes and bytes across the border of the languages. */
final class JsData {
  private JsData() {}

  static MLOperandDescriptor descriptor(Value dataType, Value shape) {
    return new MLOperandDescriptor(
        AttributeValues.dataType(dataType), Shape.of(AttributeValues.list(shape, Value::asLong)));
  }

  static ProxyArray shape(Shape shape) {
    return ProxyArray.fromArray(Arrays.stream(shape.dims()).boxed().toArray());
  }

  /** A copy, in one go, of a part of an ArrayBuffer or SharedArrayBuffer. */
  static MemorySegment bytes(Value buffer, Value offset, Value length) {
    byte[] bytes = new byte[length.asInt()];
    if (bytes.length > 0) {
      buffer.readBuffer(offset.asLong(), bytes, 0, bytes.length);
    }
    return MemorySegment.ofArray(bytes);
  }
}
