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
    copy(buffer, offset.asLong(), bytes, bytes.length);
    return MemorySegment.ofArray(bytes);
  }

  static void copy(Value buffer, long offset, byte[] target, int length) {
    // A detached buffer has no bytes and cannot be asked for any.
    if (length > 0) {
      buffer.readBuffer(offset, target, 0, length);
    }
  }
}
