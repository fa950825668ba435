package dev.webnn4j.backend.java.kernel.scalar;

import dev.webnn4j.MLOperandDataType;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** How rows that were computed in float32 become elements of a result. Places count elements. */
@FunctionalInterface
interface FloatStore {
  void store(float[] source, int at, MemorySegment target, long to, int count);

  /** Floats are rounded to their type; truth values are 0 or 1 as they come. */
  static FloatStore to(MLOperandDataType type) {
    return type == MLOperandDataType.UINT8 ? FloatStore::storeBytes : Floats.of(type)::store;
  }

  private static void storeBytes(float[] source, int at, MemorySegment target, long to, int count) {
    for (int i = 0; i < count; i++) {
      target.set(ValueLayout.JAVA_BYTE, to + i, (byte) source[at + i]);
    }
  }
}
