package dev.webnn4j.backend.java.kernel.scalar;

import dev.webnn4j.MLOperandDataType;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * How floats lie in memory. Kernels take them out in rows, compute in float32 arrays, which the JVM
 * vectorises by itself, and put them back, rounded once. Places count elements.
 */
enum Floats {
  FLOAT32 {
    @Override
    void load(MemorySegment source, long from, float[] target, int at, int count) {
      MemorySegment.copy(source, ValueLayout.JAVA_FLOAT, from * 4, target, at, count);
    }

    @Override
    void load(MemorySegment source, long from, long step, float[] target, int at, int count) {
      for (int i = 0; i < count; i++) {
        target[at + i] = source.getAtIndex(ValueLayout.JAVA_FLOAT, from + i * step);
      }
    }

    @Override
    void store(float[] source, int at, MemorySegment target, long to, int count) {
      MemorySegment.copy(source, at, target, ValueLayout.JAVA_FLOAT, to * 4, count);
    }

    @Override
    void store(float[] source, int at, MemorySegment target, long to, long step, int count) {
      for (int i = 0; i < count; i++) {
        target.setAtIndex(ValueLayout.JAVA_FLOAT, to + i * step, source[at + i]);
      }
    }
  },

  FLOAT16 {
    @Override
    void load(MemorySegment source, long from, float[] target, int at, int count) {
      load(source, from, 1, target, at, count);
    }

    @Override
    void load(MemorySegment source, long from, long step, float[] target, int at, int count) {
      for (int i = 0; i < count; i++) {
        short bits = source.getAtIndex(ValueLayout.JAVA_SHORT, from + i * step);
        target[at + i] = Float.float16ToFloat(bits);
      }
    }

    @Override
    void store(float[] source, int at, MemorySegment target, long to, int count) {
      store(source, at, target, to, 1, count);
    }

    @Override
    void store(float[] source, int at, MemorySegment target, long to, long step, int count) {
      for (int i = 0; i < count; i++) {
        short bits = Float.floatToFloat16(source[at + i]);
        target.setAtIndex(ValueLayout.JAVA_SHORT, to + i * step, bits);
      }
    }
  };

  static Floats of(MLOperandDataType type) {
    return switch (type) {
      case FLOAT32 -> FLOAT32;
      case FLOAT16 -> FLOAT16;
      default -> throw new IllegalArgumentException(type + " is no float");
    };
  }

  abstract void load(MemorySegment source, long from, float[] target, int at, int count);

  /** Takes every {@code step}-th element. */
  abstract void load(MemorySegment source, long from, long step, float[] target, int at, int count);

  abstract void store(float[] source, int at, MemorySegment target, long to, int count);

  /** Fills every {@code step}-th element. */
  abstract void store(float[] source, int at, MemorySegment target, long to, long step, int count);
}
