package dev.webnn4j.backend.reference;

import dev.webnn4j.Float16Rounding;
import dev.webnn4j.MLNumber;
import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.Shape;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;

/**
 * A tensor of the interpreter: floats as doubles, integers as longs. What a data type holds is held
 * exactly; a uint64 as the 64 bits of its pattern, the narrower unsigned types as what they are.
 */
public final class Tensor {
  private static final double[] NO_REALS = {};
  private static final long[] NO_INTEGERS = {};

  private final MLOperandDescriptor type;
  private final double[] reals;
  private final long[] integers;

  private Tensor(MLOperandDescriptor type, double[] reals, long[] integers) {
    this.type = type;
    this.reals = reals;
    this.integers = integers;
  }

  /** A tensor of floats, each rounded to the data type. */
  public static Tensor ofReals(MLOperandDescriptor type, IntToDoubleFunction element) {
    Tensor exact = unrounded(type, element);
    for (int i = 0; i < exact.reals.length; i++) {
      exact.reals[i] = round(type.dataType(), exact.reals[i]);
    }
    return exact;
  }

  /**
   * A tensor of floats that need not be of their type: for tests that ask how a result depends on
   * an operand.
   */
  public static Tensor unrounded(MLOperandDescriptor type, IntToDoubleFunction element) {
    double[] values = new double[Math.toIntExact(type.elementCount())];
    for (int i = 0; i < values.length; i++) {
      values[i] = element.applyAsDouble(i);
    }
    return new Tensor(type, values, NO_INTEGERS);
  }

  /** A tensor of integers, of which the data type keeps the low bits. */
  public static Tensor ofIntegers(MLOperandDescriptor type, IntToLongFunction element) {
    long[] values = new long[Math.toIntExact(type.elementCount())];
    for (int i = 0; i < values.length; i++) {
      values[i] = wrap(type.dataType(), element.applyAsLong(i));
    }
    return new Tensor(type, NO_REALS, values);
  }

  /** The tensor in a segment, dense and in native byte order. */
  public static Tensor read(MLOperandDescriptor type, MemorySegment data) {
    return switch (type.dataType()) {
      case FLOAT32 -> ofReals(type, i -> data.getAtIndex(ValueLayout.JAVA_FLOAT_UNALIGNED, i));
      case FLOAT16 ->
          ofReals(
              type,
              i -> Float.float16ToFloat(data.getAtIndex(ValueLayout.JAVA_SHORT_UNALIGNED, i)));
      case INT64, UINT64 ->
          ofIntegers(type, i -> data.getAtIndex(ValueLayout.JAVA_LONG_UNALIGNED, i));
      case INT32, UINT32 ->
          ofIntegers(type, i -> data.getAtIndex(ValueLayout.JAVA_INT_UNALIGNED, i));
      case INT8, UINT8 -> ofIntegers(type, i -> data.get(ValueLayout.JAVA_BYTE, i));
      case INT4, UINT4 ->
          ofIntegers(type, i -> data.get(ValueLayout.JAVA_BYTE, i / 2) >> (i % 2 * 4));
    };
  }

  /** Writes the elements densely in native byte order. */
  public void write(MemorySegment target) {
    for (int i = 0; i < count(); i++) {
      switch (type.dataType()) {
        case FLOAT32 -> target.setAtIndex(ValueLayout.JAVA_FLOAT_UNALIGNED, i, (float) reals[i]);
        case FLOAT16 ->
            target.setAtIndex(
                ValueLayout.JAVA_SHORT_UNALIGNED, i, Float16Rounding.fromDouble(reals[i]));
        case INT64, UINT64 -> target.setAtIndex(ValueLayout.JAVA_LONG_UNALIGNED, i, integers[i]);
        case INT32, UINT32 ->
            target.setAtIndex(ValueLayout.JAVA_INT_UNALIGNED, i, (int) integers[i]);
        case INT8, UINT8 -> target.set(ValueLayout.JAVA_BYTE, i, (byte) integers[i]);
        case INT4, UINT4 -> {
          // The high nibble of a last odd element is padding, and zero.
          long low = i % 2 == 0 ? 0 : target.get(ValueLayout.JAVA_BYTE, i / 2);
          long both = low | ((integers[i] & 0xf) << (i % 2 * 4));
          target.set(ValueLayout.JAVA_BYTE, i / 2, (byte) both);
        }
      }
    }
  }

  /** The nearest double that the data type holds. */
  public static double round(MLOperandDataType type, double value) {
    return type == MLOperandDataType.FLOAT16
        ? Float.float16ToFloat(Float16Rounding.fromDouble(value))
        : (float) value;
  }

  private static long wrap(MLOperandDataType type, long value) {
    int unused = Long.SIZE - type.bits();
    return type.kind() == MLOperandDataType.Kind.SIGNED
        ? value << unused >> unused
        : value << unused >>> unused;
  }

  public MLOperandDescriptor type() {
    return type;
  }

  public Shape shape() {
    return type.shape();
  }

  public int count() {
    return Math.max(reals.length, integers.length);
  }

  public boolean isFloat() {
    return type.dataType().isFloat();
  }

  /** An element of a tensor of floats. */
  public double real(int index) {
    return reals[index];
  }

  /** An element of a tensor of integers. */
  public long integer(int index) {
    return integers[index];
  }

  /** How two elements of this data type compare: -1, 0 or 1. Not for NaN. */
  int compare(int a, int b) {
    if (isFloat()) {
      return reals[a] < reals[b] ? -1 : reals[a] > reals[b] ? 1 : 0;
    }
    return type.dataType() == MLOperandDataType.UINT64
        ? Long.compareUnsigned(integers[a], integers[b])
        : Long.compare(integers[a], integers[b]);
  }

  /** One element of a tensor, of which a result of the same data type is made. */
  record Element(Tensor tensor, int index) {}

  /** A tensor of other tensors' elements. */
  static Tensor collect(MLOperandDescriptor type, IntFunction<Element> source) {
    return type.dataType().isFloat()
        ? unrounded(
            type,
            i -> {
              Element element = source.apply(i);
              return element.tensor.reals[element.index];
            })
        : ofIntegers(
            type,
            i -> {
              Element element = source.apply(i);
              return element.tensor.integers[element.index];
            });
  }

  /** A tensor of one element. */
  static Tensor scalar(MLOperandDataType dataType, MLNumber value) {
    MLOperandDescriptor type = new MLOperandDescriptor(dataType, Shape.SCALAR);
    MLNumber cast = value.castTo(dataType);
    return dataType.isFloat()
        ? unrounded(type, _ -> cast.doubleValue())
        : ofIntegers(type, _ -> cast.longValue());
  }

  /** The elements at these places, under another shape. */
  Tensor pick(MLOperandDescriptor pickedType, IntToIntFunction place) {
    return collect(pickedType, i -> new Element(this, place.applyAsInt(i)));
  }

  /** From the place of a result to the place of an operand. */
  @FunctionalInterface
  interface IntToIntFunction {
    int applyAsInt(int index);
  }
}
