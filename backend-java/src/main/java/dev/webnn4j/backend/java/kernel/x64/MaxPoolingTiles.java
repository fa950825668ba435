package dev.webnn4j.backend.java.kernel.x64;

import dev.webnn4j.backend.java.kernel.x64.asm.Assembler;
import dev.webnn4j.backend.java.kernel.x64.asm.Gp;
import dev.webnn4j.backend.java.kernel.x64.asm.Vec;
import java.util.List;

/**
 * The greatest pixels under windows side by side; {@link Extremum} says which pixel is greater.
 *
 * <pre>
 * rdi  {@link RowPointers}
 * rsi  the header of a {@link Panel}: which lanes of the last vector there are
 * rdx  the first result           r8   how many windows, at least one
 * r9   bytes from where the pointers lead to the first window's column 0
 * </pre>
 *
 * @param tiles of one window each
 */
record MaxPoolingTiles(ChannelwiseTiles tiles) implements Routine.Source {
  private static final Gp RESULT = Gp.RDX;

  private Vec greatest() {
    return tiles.isa().register(0);
  }

  private Vec pixel() {
    return tiles.isa().register(1);
  }

  private Vec spare(int number) {
    return tiles.isa().register(2 + number);
  }

  @Override
  public void emit(Assembler a) {
    tiles.emit(a, List.of(RESULT), this::emitVector);
  }

  private void emitVector(Assembler a, LaneMask lanes) {
    DepthwiseWindow window = tiles.window();
    Vec[] spare = {spare(0), spare(1), spare(2)};
    boolean first = true;
    for (int ky = 0; ky < window.rowTaps(); ky++) {
      for (int kx = 0; kx < window.columnTaps(); kx++) {
        int column = window.inputColumn(0, kx);
        if (!tiles.isPresent(column)) {
          continue;
        }
        lanes.load(a, first ? greatest() : pixel(), tiles.pixel(ky * window.rowDilation(), column));
        if (!first) {
          Extremum.MAX.emit(a, tiles.isa(), greatest(), pixel(), spare);
        }
        first = false;
      }
    }
    lanes.store(a, tiles.result(RESULT, 0, 0), greatest(), pixel());
  }
}
