package dev.webnn4j.backend.java.kernel.x64;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.webnn4j.backend.harness.Draw;
import dev.webnn4j.backend.harness.GuardedContext;
import dev.webnn4j.op.Window2d;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class WindowTableTest {
  @Property(tries = 500, shrinking = ShrinkingMode.OFF)
  void everyTapIsWhereTheDefinitionSays(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 9) int channels) {
    Draw draw = new Draw(seed);
    Window2d window = new Window2d(SmallAxes.any(draw, 5), SmallAxes.any(draw, 5));
    long pixelBytes = 4L * channels;
    try (GuardedContext context = GuardedContext.of(Isa.AVX2, draw.oneIn(2))) {
      WindowTable table = new WindowTable(window, pixelBytes, context);
      assertEquals(8L * window.taps(), table.pixelStep());
      for (int y = 0; y < window.height().output(); y++) {
        checkRow(table, window, pixelBytes, y);
      }
    }
  }

  private static void checkRow(WindowTable table, Window2d window, long pixelBytes, int y) {
    Window2d.Axis height = window.height();
    Window2d.Axis width = window.width();
    long entries = (long) width.output() * window.taps();
    MemorySegment offsets =
        MemorySegment.ofAddress(table.ofRow(y)).reinterpret(entries * Long.BYTES);
    for (int i = 0; i < entries; i++) {
      int tap = i % window.taps();
      int inputY = SmallAxes.pixel(height, y, tap / width.window());
      int inputX = SmallAxes.pixel(width, i / window.taps(), tap % width.window());
      long offset = offsets.getAtIndex(ValueLayout.JAVA_LONG, i);
      if (SmallAxes.isInside(height, inputY) && SmallAxes.isInside(width, inputX)) {
        assertTrue(offset >= 0, window::toString);
        assertEquals(
            ((long) inputY * width.input() + inputX) * pixelBytes,
            table.origin(y) + offset,
            window::toString);
      } else {
        assertTrue(offset < 0, window::toString);
      }
    }
  }

  @Test
  void tablesOfSmallWindowsAreSmall() {
    Window2d.Axis usual = new Window2d.Axis(513, 513, 7, 1, 1, 3, 3);
    assertTrue(WindowTable.isSmall(new Window2d(usual, usual)));
    Window2d.Axis huge = new Window2d.Axis(2000, 2000, 1001, 1, 1, 500, 500);
    assertFalse(WindowTable.isSmall(new Window2d(huge, huge)));
  }
}
