package dev.webnn4j.benchmarks.onnx;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.MLOperandDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.stream.LongStream;

/**
 * An initializer of a graph.
 *
 * @param data the dense elements, little-endian
 */
public record OnnxConstant(String name, MLOperandDescriptor type, MemorySegment data) {
  private static final ValueLayout.OfFloat FLOAT =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  public OnnxConstant {
    if (data.byteSize() != type.byteLength()) {
      throw new OnnxException(
          "the initializer " + name + " of " + type + " has " + data.byteSize() + " bytes");
    }
  }

  /** A constant of float32. */
  public static OnnxConstant of(String name, float[] values, int... shape) {
    MemorySegment data = MemorySegment.ofArray(new byte[values.length * Float.BYTES]);
    for (int i = 0; i < values.length; i++) {
      data.setAtIndex(FLOAT, i, values[i]);
    }
    return new OnnxConstant(name, MLOperandDescriptor.of(MLOperandDataType.FLOAT32, shape), data);
  }

  /** A list of int64: what ONNX gives shapes and sizes as. */
  public static OnnxConstant of(String name, long... values) {
    MemorySegment data = MemorySegment.ofArray(new byte[values.length * Long.BYTES]);
    for (int i = 0; i < values.length; i++) {
      data.setAtIndex(LONG, i, values[i]);
    }
    return new OnnxConstant(
        name, MLOperandDescriptor.of(MLOperandDataType.INT64, values.length), data);
  }

  /** The only number of a constant of one float32. */
  public float scalar() {
    require(MLOperandDataType.FLOAT32);
    if (type.elementCount() != 1) {
      throw new OnnxException("the initializer " + name + " of " + type + " is no single number");
    }
    return data.get(FLOAT, 0);
  }

  /** The numbers of a constant of int64. */
  public long[] integers() {
    require(MLOperandDataType.INT64);
    return LongStream.range(0, type.elementCount()).map(i -> data.getAtIndex(LONG, i)).toArray();
  }

  private void require(MLOperandDataType wanted) {
    if (type.dataType() != wanted) {
      throw new OnnxException("the initializer " + name + " of " + type + " is not " + wanted);
    }
  }
}
