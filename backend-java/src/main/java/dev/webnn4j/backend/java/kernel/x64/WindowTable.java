package dev.webnn4j.backend.java.kernel.x64;

import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.op.Window2d;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Where the taps of a row of output pixels are, for {@link WindowTiles}: offsets in bytes from the
 * pixel under the first tap of the first window, as if the image had its padding. Rows differ only
 * in which of their taps hang over the upper or lower edge, so there are few tables.
 */
final class WindowTable {
  private static final long PADDING = -1;

  /** All tables of a convolution: those of ordinary windows have some kilobytes. */
  private static final long MAX_BYTES = 64 << 20;

  private record Edges(int firstTap, int endTap) {
    static Edges of(Window2d.Axis height, int row) {
      return new Edges(height.firstTap(row), height.endTap(row));
    }
  }

  private final Window2d window;
  private final long pixelBytes;
  private final long[] tableOfRow;

  WindowTable(Window2d window, long pixelBytes, KernelContext context) {
    this.window = window;
    this.pixelBytes = pixelBytes;
    Map<Edges, Long> tables = new HashMap<>();
    tableOfRow = new long[window.height().output()];
    for (int row = 0; row < tableOfRow.length; row++) {
      Edges edges = Edges.of(window.height(), row);
      tableOfRow[row] = tables.computeIfAbsent(edges, key -> write(key, context));
    }
  }

  /** Whether the tables of a window are worth their memory. */
  static boolean isSmall(Window2d window) {
    Window2d.Axis height = window.height();
    long tables =
        IntStream.range(0, height.output())
            .mapToObj(row -> Edges.of(height, row))
            .distinct()
            .count();
    long taps = (long) height.window() * window.width().window();
    return taps <= MAX_BYTES / Long.BYTES / tables / window.width().output();
  }

  /** The address of the table for a row of output. */
  long ofRow(int row) {
    return tableOfRow[row];
  }

  /** Bytes of a table's entries for one pixel. */
  long pixelStep() {
    return (long) window.taps() * Long.BYTES;
  }

  /** What the offsets of a row of output count from, in bytes from the image; may be negative. */
  long origin(int row) {
    long rowBytes = window.width().input() * pixelBytes;
    return row * rowStep() - window.height().begin() * rowBytes;
  }

  /** How much further that is for the next row. */
  long rowStep() {
    return (long) window.height().stride() * window.width().input() * pixelBytes;
  }

  private long write(Edges edges, KernelContext context) {
    Window2d.Axis height = window.height();
    Window2d.Axis width = window.width();
    long[] table = new long[width.output() * window.taps()];
    int index = 0;
    for (int x = 0; x < width.output(); x++) {
      for (int ky = 0; ky < height.window(); ky++) {
        boolean rowExists = ky >= edges.firstTap() && ky < edges.endTap();
        for (int kx = 0; kx < width.window(); kx++) {
          boolean exists = rowExists && kx >= width.firstTap(x) && kx < width.endTap(x);
          table[index] = exists ? offset(x, ky, kx) : PADDING;
          index++;
        }
      }
    }
    MemorySegment memory = context.allocate(8L * table.length);
    MemorySegment.copy(table, 0, memory, ValueLayout.JAVA_LONG, 0, table.length);
    return memory.address();
  }

  private long offset(int x, int ky, int kx) {
    Window2d.Axis width = window.width();
    long column = (long) x * width.stride() - width.begin() + (long) kx * width.dilation();
    return ((long) ky * window.height().dilation() * width.input() + column) * pixelBytes;
  }
}
