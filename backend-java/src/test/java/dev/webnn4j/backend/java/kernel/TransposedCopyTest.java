package dev.webnn4j.backend.java.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.webnn4j.backend.harness.Draw;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.junit.jupiter.api.Test;

class TransposedCopyTest {
  private static final int UNTOUCHED = -1;

  /** Narrow and wide matrices, of one block and of several, into dense and into wider rows. */
  @Test
  void turnsMatricesOfAllShapes() {
    Draw draw = new Draw(1);
    for (int turn = 0; turn < 200; turn++) {
      int rows = draw.between(1, draw.oneIn(5) ? 3000 : 70);
      int columns = draw.between(1, draw.oneIn(5) ? 3000 : 70);
      check(rows, columns, draw.between(0, 9), rows + (draw.oneIn(2) ? draw.between(1, 9) : 0));
    }
  }

  private static void check(int rows, int columns, int offset, int step) {
    String what = rows + " by " + columns + ", " + offset + ", " + step;
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment source = ints(arena, offset + (long) rows * columns);
      MemorySegment target = ints(arena, offset + (long) step * columns);
      for (long i = 0; i < (long) rows * columns; i++) {
        source.setAtIndex(ValueLayout.JAVA_INT, offset + i, (int) i);
      }
      target.fill((byte) UNTOUCHED);
      new TransposedCopy(rows, columns).copy(source, offset, target, offset, step);
      for (long i = 0; i < target.byteSize() / 4; i++) {
        long row = (i - offset) / step;
        long column = (i - offset) % step;
        long expected = i < offset || column >= rows ? UNTOUCHED : column * columns + row;
        assertEquals(expected, target.getAtIndex(ValueLayout.JAVA_INT, i), what);
      }
    }
  }

  private static MemorySegment ints(Arena arena, long count) {
    return arena.allocate(ValueLayout.JAVA_INT, count);
  }
}
