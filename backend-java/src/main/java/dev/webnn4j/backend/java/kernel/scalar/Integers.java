package dev.webnn4j.backend.java.kernel.scalar;

import dev.webnn4j.MLOperandDataType;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * How integers lie in memory. Kernels compute in 64 bits, of which {@link #store} keeps the low
 * ones: that is the wrapping every width needs. Unsigned types come without sign, so that only a
 * uint64 may look negative. Places count elements.
 */
enum Integers {
  INT8 {
    @Override
    long get(MemorySegment source, long index) {
      return source.get(ValueLayout.JAVA_BYTE, index);
    }

    @Override
    void set(MemorySegment target, long index, long value) {
      target.set(ValueLayout.JAVA_BYTE, index, (byte) value);
    }
  },
  UINT8 {
    @Override
    long get(MemorySegment source, long index) {
      return source.get(ValueLayout.JAVA_BYTE, index) & 0xff;
    }

    @Override
    void set(MemorySegment target, long index, long value) {
      target.set(ValueLayout.JAVA_BYTE, index, (byte) value);
    }
  },
  INT32 {
    @Override
    long get(MemorySegment source, long index) {
      return source.getAtIndex(ValueLayout.JAVA_INT, index);
    }

    @Override
    void set(MemorySegment target, long index, long value) {
      target.setAtIndex(ValueLayout.JAVA_INT, index, (int) value);
    }
  },
  UINT32 {
    @Override
    long get(MemorySegment source, long index) {
      return source.getAtIndex(ValueLayout.JAVA_INT, index) & 0xffffffffL;
    }

    @Override
    void set(MemorySegment target, long index, long value) {
      target.setAtIndex(ValueLayout.JAVA_INT, index, (int) value);
    }
  },
  INT64 {
    @Override
    long get(MemorySegment source, long index) {
      return source.getAtIndex(ValueLayout.JAVA_LONG, index);
    }

    @Override
    void set(MemorySegment target, long index, long value) {
      target.setAtIndex(ValueLayout.JAVA_LONG, index, value);
    }
  };

  /** A uint64 is read as the int64 of the same bits. */
  static Integers of(MLOperandDataType type) {
    return switch (type) {
      case INT8 -> INT8;
      case UINT8 -> UINT8;
      case INT32 -> INT32;
      case UINT32 -> UINT32;
      case INT64, UINT64 -> INT64;
      default -> throw new IllegalArgumentException(type + " has no elements of whole bytes");
    };
  }

  /** What to XOR the elements of a type with, so that signed comparison orders them. */
  static long order(MLOperandDataType type) {
    return type == MLOperandDataType.UINT64 ? Long.MIN_VALUE : 0;
  }

  abstract long get(MemorySegment source, long index);

  abstract void set(MemorySegment target, long index, long value);

  final void load(MemorySegment source, long from, long step, long[] target, int at, int count) {
    for (int i = 0; i < count; i++) {
      target[at + i] = get(source, from + i * step);
    }
  }

  final void store(long[] source, int at, MemorySegment target, long to, int count) {
    for (int i = 0; i < count; i++) {
      set(target, to + i, source[at + i]);
    }
  }
}
