package dev.webnn4j;

import java.lang.foreign.MemorySegment;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;
import java.util.Objects;

/**
 * Java's arrays and buffers as memory, checked against the type of the tensor they are meant for.
 * Floats are float32, shorts the bits of float16, ints and longs the integers of their width,
 * signed or not; bytes are 8-bit integers or the raw bytes of anything.
 */
final class HostData {
  private HostData() {}

  static MemorySegment of(MLOperandDescriptor type, float[] data) {
    return of(type, 32, true, "float[]", MemorySegment.ofArray(data));
  }

  static MemorySegment of(MLOperandDescriptor type, short[] data) {
    return of(type, 16, true, "short[]", MemorySegment.ofArray(data));
  }

  static MemorySegment of(MLOperandDescriptor type, int[] data) {
    return of(type, 32, false, "int[]", MemorySegment.ofArray(data));
  }

  static MemorySegment of(MLOperandDescriptor type, long[] data) {
    return of(type, 64, false, "long[]", MemorySegment.ofArray(data));
  }

  static MemorySegment of(MLOperandDescriptor type, byte[] data) {
    return of(type, MemorySegment.ofArray(data));
  }

  /** The elements between a buffer's position and limit. */
  static MemorySegment of(MLOperandDescriptor type, Buffer data) {
    MemorySegment bytes = MemorySegment.ofBuffer(data);
    return switch (data) {
      case FloatBuffer b -> ordered(type, 32, true, "FloatBuffer", b.order(), bytes);
      case IntBuffer b -> ordered(type, 32, false, "IntBuffer", b.order(), bytes);
      case ShortBuffer b -> ordered(type, 16, true, "ShortBuffer", b.order(), bytes);
      case LongBuffer b -> ordered(type, 64, false, "LongBuffer", b.order(), bytes);
      case ByteBuffer _ -> of(type, bytes);
      case DoubleBuffer _ ->
          throw new IllegalArgumentException("a DoubleBuffer cannot fill a tensor of " + type);
      default ->
          throw new IllegalArgumentException(
              "a " + data.getClass().getSimpleName() + " cannot fill a tensor of " + type);
    };
  }

  /** Raw bytes in native order. */
  static MemorySegment of(MLOperandDescriptor type, MemorySegment data) {
    Objects.requireNonNull(data, "data");
    if (data.byteSize() != type.byteLength()) {
      throw new IllegalArgumentException(
          "the data has "
              + data.byteSize()
              + " bytes; a tensor of "
              + type
              + " takes "
              + type.byteLength());
    }
    return data;
  }

  private static MemorySegment ordered(
      MLOperandDescriptor type,
      int bits,
      boolean floating,
      String what,
      ByteOrder order,
      MemorySegment data) {
    if (order != ByteOrder.nativeOrder()) {
      throw new IllegalArgumentException(
          "the " + what + " is " + order + "; use the native order, " + ByteOrder.nativeOrder());
    }
    return of(type, bits, floating, what, data);
  }

  private static MemorySegment of(
      MLOperandDescriptor type, int bits, boolean floating, String what, MemorySegment data) {
    MLOperandDataType element = type.dataType();
    if (element.bits() != bits || element.isFloat() != floating) {
      throw new IllegalArgumentException(
          "a " + what + " does not hold elements of a tensor of " + type);
    }
    return of(type, data);
  }
}
