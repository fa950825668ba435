package dev.webnn4j.backend.spec;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.Shape;
import dev.webnn4j.backend.reference.Tensor;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** A tensor written out in a test: its type, and its elements in row-major order. */
record Data(Tensor tensor) {

  /** Floats, each rounded to the type. */
  static Data reals(MLOperandDataType type, Shape shape, double... elements) {
    requireCount(shape, elements.length);
    return new Data(Tensor.ofReals(new MLOperandDescriptor(type, shape), i -> elements[i]));
  }

  /** Integers; a uint64 is its bit pattern. */
  static Data integers(MLOperandDataType type, Shape shape, long... elements) {
    requireCount(shape, elements.length);
    return new Data(Tensor.ofIntegers(new MLOperandDescriptor(type, shape), i -> elements[i]));
  }

  static Data float32(Shape shape, double... elements) {
    return reals(MLOperandDataType.FLOAT32, shape, elements);
  }

  /** A vector of float32. */
  static Data float32(double... elements) {
    return float32(Shape.of(elements.length), elements);
  }

  static Data float16(Shape shape, double... elements) {
    return reals(MLOperandDataType.FLOAT16, shape, elements);
  }

  static Data int32(Shape shape, long... elements) {
    return integers(MLOperandDataType.INT32, shape, elements);
  }

  static Data uint8(Shape shape, long... elements) {
    return integers(MLOperandDataType.UINT8, shape, elements);
  }

  /**
   * The elements over and over again, in a vector: every one of them meets whole SIMD vectors as
   * well as their remainder, whatever the machine's are.
   */
  Data repeated() {
    int count = tensor.count();
    MLOperandDescriptor longer = type().withShape(Shape.of(17 * count));
    return new Data(
        tensor.isFloat()
            ? Tensor.ofReals(longer, i -> tensor.real(i % count))
            : Tensor.ofIntegers(longer, i -> tensor.integer(i % count)));
  }

  private static void requireCount(Shape shape, int count) {
    if (shape.elementCount() != count) {
      throw new IllegalArgumentException(count + " elements do not fill a tensor of " + shape);
    }
  }

  MLOperandDescriptor type() {
    return tensor.type();
  }

  MemorySegment bytes() {
    MemorySegment bytes = Arena.ofAuto().allocate(type().byteLength(), 64);
    tensor.write(bytes);
    return bytes;
  }
}
