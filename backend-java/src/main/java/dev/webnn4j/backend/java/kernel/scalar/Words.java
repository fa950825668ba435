package dev.webnn4j.backend.java.kernel.scalar;

import dev.webnn4j.MLOperandDataType;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Elements that are moved but not looked at: all that counts is their width. */
enum Words {
  BYTE(1) {
    @Override
    void copy(MemorySegment source, long from, MemorySegment target, long to) {
      target.set(ValueLayout.JAVA_BYTE, to, source.get(ValueLayout.JAVA_BYTE, from));
    }
  },
  SHORT(2) {
    @Override
    void copy(MemorySegment source, long from, MemorySegment target, long to) {
      target.setAtIndex(
          ValueLayout.JAVA_SHORT, to, source.getAtIndex(ValueLayout.JAVA_SHORT, from));
    }
  },
  INT(4) {
    @Override
    void copy(MemorySegment source, long from, MemorySegment target, long to) {
      target.setAtIndex(ValueLayout.JAVA_INT, to, source.getAtIndex(ValueLayout.JAVA_INT, from));
    }
  },
  LONG(8) {
    @Override
    void copy(MemorySegment source, long from, MemorySegment target, long to) {
      target.setAtIndex(ValueLayout.JAVA_LONG, to, source.getAtIndex(ValueLayout.JAVA_LONG, from));
    }
  };

  private final int bytes;

  Words(int bytes) {
    this.bytes = bytes;
  }

  static Words of(MLOperandDataType type) {
    return switch (type.bits()) {
      case 8 -> BYTE;
      case 16 -> SHORT;
      case 32 -> INT;
      case 64 -> LONG;
      default -> throw new IllegalArgumentException(type + " has no elements of whole bytes");
    };
  }

  abstract void copy(MemorySegment source, long from, MemorySegment target, long to);

  /** The bytes of an element. */
  final int bytes() {
    return bytes;
  }

  /**
   * Copies elements that lie {@code step} apart to a dense row: backwards if it is negative, one
   * again and again if it is 0.
   */
  final void gather(
      MemorySegment source, long from, long step, MemorySegment target, long to, long count) {
    if (step == 1 && count > 1) {
      MemorySegment.copy(source, from * bytes, target, to * bytes, count * bytes);
    } else if (step == 0) {
      repeat(source, from, target, to, count);
    } else {
      for (long i = 0; i < count; i++) {
        copy(source, from + i * step, target, to + i);
      }
    }
  }

  /**
   * Fills a row with one element: what is filled is copied behind itself, twice as long each time.
   */
  final void repeat(MemorySegment source, long from, MemorySegment target, long to, long count) {
    if (count == 0) {
      return;
    }
    copy(source, from, target, to);
    for (long done = 1; done < count; done *= 2) {
      long more = Math.min(done, count - done);
      MemorySegment.copy(target, to * bytes, target, (to + done) * bytes, more * bytes);
    }
  }
}
