package dev.webnn4j;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** One number as the bytes of a scalar tensor. */
final class ScalarData {
  private ScalarData() {}

  static MemorySegment of(MLOperandDataType type, MLNumber value) {
    MLNumber cast = value.castTo(type);
    MemorySegment data = MemorySegment.ofArray(new long[1]);
    switch (type) {
      case FLOAT32 -> data.set(ValueLayout.JAVA_FLOAT, 0, (float) cast.doubleValue());
      case FLOAT16 ->
          data.set(ValueLayout.JAVA_SHORT, 0, Float16Rounding.fromDouble(cast.doubleValue()));
      case INT64, UINT64 -> data.set(ValueLayout.JAVA_LONG, 0, cast.longValue());
      case INT32, UINT32 -> data.set(ValueLayout.JAVA_INT, 0, (int) cast.longValue());
      case INT8, UINT8 -> data.set(ValueLayout.JAVA_BYTE, 0, (byte) cast.longValue());
      case INT4, UINT4 -> data.set(ValueLayout.JAVA_BYTE, 0, (byte) (cast.longValue() & 0xf));
    }
    return data.asSlice(0, type.byteLength(1));
  }
}
