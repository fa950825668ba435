package dev.webnn4j.backend.java.kernel.scalar;

import dev.webnn4j.MLOperandDataType;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/**
 * How integers lie in memory. Kernels compute in 64 bits, of which {@link #store} keeps the low
 * ones: that is the wrapping every width needs. Unsigned types come without sign, so that only a
 * uint64 may look negative. Places count elements.
 *
 * <p>Two elements of 4 bits share a byte, the first one its low half. They are written in ascending
 * order: the first of a byte clears the other half, which the next one fills unless it is padding.
 */
enum Integers {
  INT4 {
    @Override
    long get(MemorySegment source, long index) {
      return UINT4.get(source, index) << 60 >> 60;
    }

    @Override
    void set(MemorySegment target, long index, long value) {
      UINT4.set(target, index, value);
    }
  },
  UINT4 {
    @Override
    long get(MemorySegment source, long index) {
      return source.get(ValueLayout.JAVA_BYTE, index >> 1) >> shift(index) & 0xf;
    }

    @Override
    void set(MemorySegment target, long index, long value) {
      long first = shift(index) == 0 ? 0 : target.get(ValueLayout.JAVA_BYTE, index >> 1);
      long both = first | (value & 0xf) << shift(index);
      target.set(ValueLayout.JAVA_BYTE, index >> 1, (byte) both);
    }

    private static int shift(long index) {
      return (int) (index & 1) * 4;
    }
  },
  INT8 {
    @Override
    long get(MemorySegment source, long index) {
      return source.get(ValueLayout.JAVA_BYTE, index);
    }

    @Override
    void set(MemorySegment target, long index, long value) {
      target.set(ValueLayout.JAVA_BYTE, index, (byte) value);
    }

    @Override
    void loadRow(MemorySegment source, long from, long step, long[] target, int at, int count) {
      for (int i = 0; i < count; i++) {
        target[at + i] = source.get(ValueLayout.JAVA_BYTE, from + i * step);
      }
    }

    @Override
    void store(long[] source, int at, MemorySegment target, long to, int count) {
      for (int i = 0; i < count; i++) {
        target.set(ValueLayout.JAVA_BYTE, to + i, (byte) source[at + i]);
      }
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

    @Override
    void loadRow(MemorySegment source, long from, long step, long[] target, int at, int count) {
      for (int i = 0; i < count; i++) {
        target[at + i] = source.get(ValueLayout.JAVA_BYTE, from + i * step) & 0xff;
      }
    }

    @Override
    void store(long[] source, int at, MemorySegment target, long to, int count) {
      for (int i = 0; i < count; i++) {
        target.set(ValueLayout.JAVA_BYTE, to + i, (byte) source[at + i]);
      }
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
      case INT4 -> INT4;
      case UINT4 -> UINT4;
      case INT8 -> INT8;
      case UINT8 -> UINT8;
      case INT32 -> INT32;
      case UINT32 -> UINT32;
      case INT64, UINT64 -> INT64;
      default -> throw new IllegalArgumentException(type + " is no integer");
    };
  }

  /** What to XOR the elements of a type with, so that signed comparison orders them. */
  static long order(MLOperandDataType type) {
    return type == MLOperandDataType.UINT64 ? Long.MIN_VALUE : 0;
  }

  abstract long get(MemorySegment source, long index);

  abstract void set(MemorySegment target, long index, long value);

  /** Takes every {@code step}-th element; without a step, one again and again. */
  final void load(MemorySegment source, long from, long step, long[] target, int at, int count) {
    if (step == 0) {
      Arrays.fill(target, at, at + count, get(source, from));
    } else {
      loadRow(source, from, step, target, at, count);
    }
  }

  // The types that quantised networks consist of have loops of their own: those that all types
  // share look up what to call for each element, and took three to six times as long.

  void loadRow(MemorySegment source, long from, long step, long[] target, int at, int count) {
    for (int i = 0; i < count; i++) {
      target[at + i] = get(source, from + i * step);
    }
  }

  void store(long[] source, int at, MemorySegment target, long to, int count) {
    for (int i = 0; i < count; i++) {
      set(target, to + i, source[at + i]);
    }
  }
}
