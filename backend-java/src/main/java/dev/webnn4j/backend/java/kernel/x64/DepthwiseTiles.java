package dev.webnn4j.backend.java.kernel.x64;

import dev.webnn4j.backend.java.kernel.x64.asm.Assembler;
import dev.webnn4j.backend.java.kernel.x64.asm.Gp;
import dev.webnn4j.backend.java.kernel.x64.asm.Mem;
import dev.webnn4j.backend.java.kernel.x64.asm.Vec;
import java.util.List;

/**
 * Tiles of a depthwise convolution, side by side. A pixel that was read serves all windows it is
 * in.
 *
 * <pre>
 * rdi  {@link RowPointers}
 * rsi  the filter: {@link DepthwiseFilter}
 * rdx  the first tile's result      rcx  its residual, if any
 * r8   how many tiles, at least one
 * r9   bytes from where the pointers lead to the first tile's column 0
 * </pre>
 *
 * @param residual whether something is added that lies in memory as the result does
 * @param clamped whether results are kept between limits
 */
record DepthwiseTiles(ChannelwiseTiles tiles, boolean residual, boolean clamped)
    implements Routine.Source {
  private static final Gp FILTER = Gp.RSI;
  private static final Gp RESULT = Gp.RDX;
  private static final Gp RESIDUAL = Gp.RCX;

  @Override
  public void emit(Assembler a) {
    tiles.emit(a, residual ? List.of(RESULT, RESIDUAL) : List.of(RESULT), this::emitVector);
  }

  // Registers: the sums, then weights that stay or the pixels of a row, then what comes and goes.

  private Vec sum(int y, int x) {
    return tiles.isa().register(y * tiles.columns() + x);
  }

  private Vec kept(int number) {
    return tiles.isa().register(sums() + number);
  }

  private Vec passing(int keptCount, int number) {
    int first = sums() + keptCount;
    return tiles.isa().register(first + number % (tiles.isa().registers() - first));
  }

  private int sums() {
    return tiles.rows() * tiles.columns();
  }

  private void emitVector(Assembler a, LaneMask lanes) {
    for (int y = 0; y < tiles.rows(); y++) {
      for (int x = 0; x < tiles.columns(); x++) {
        if (y + x == 0) {
          a.vmovups(sum(0, 0), weight(DepthwiseFilter.BIAS_ROW));
        } else {
          a.vmovaps(sum(y, x), sum(0, 0));
        }
      }
    }
    if (tiles.window().keepsWeights(tiles.isa(), tiles.rows(), tiles.columns())) {
      emitPixelByPixel(a, lanes);
    } else {
      emitRowByRow(a, lanes);
    }
    finish(a, lanes);
  }

  /** All weights stay in registers; each pixel is read once and goes to all windows it is in. */
  private void emitPixelByPixel(Assembler a, LaneMask lanes) {
    DepthwiseWindow window = tiles.window();
    int taps = window.taps();
    for (int tap = 0; tap < taps; tap++) {
      a.vmovups(kept(tap), weight(DepthwiseFilter.FIRST_TAP_ROW + tap));
    }
    int pixels = 0;
    for (int row = 0; row < tiles.inputRows(); row++) {
      for (int column = 0; column < tiles.inputColumns(); column++) {
        if (!tiles.isPresent(column)) {
          continue;
        }
        Vec pixel = passing(taps, pixels);
        boolean isRead = false;
        for (int y = 0; y < tiles.rows(); y++) {
          for (int x = 0; x < tiles.columns(); x++) {
            int ky = window.tapOfRow(y, row);
            int kx = window.tapOfColumn(x, column);
            if (ky < 0 || kx < 0) {
              continue;
            }
            if (!isRead) {
              lanes.load(a, pixel, tiles.pixel(row, column));
              isRead = true;
              pixels++;
            }
            a.vfmadd231ps(sum(y, x), pixel, kept(ky * window.columnTaps() + kx));
          }
        }
      }
    }
  }

  /** The pixels of a row stay in registers while one weight after the other passes by. */
  private void emitRowByRow(Assembler a, LaneMask lanes) {
    DepthwiseWindow window = tiles.window();
    int width = tiles.inputColumns();
    int weights = 0;
    for (int row = 0; row < tiles.inputRows(); row++) {
      for (int column = 0; column < width; column++) {
        if (tiles.isPresent(column) && window.isUsed(column, tiles.columns())) {
          lanes.load(a, kept(column), tiles.pixel(row, column));
        }
      }
      for (int y = 0; y < tiles.rows(); y++) {
        int ky = window.tapOfRow(y, row);
        for (int kx = 0; ky >= 0 && kx < window.columnTaps(); kx++) {
          Vec weight = passing(width, weights++);
          a.vmovups(weight, weight(DepthwiseFilter.FIRST_TAP_ROW + ky * window.columnTaps() + kx));
          for (int x = 0; x < tiles.columns(); x++) {
            int column = window.inputColumn(x, kx);
            if (tiles.isPresent(column)) {
              a.vfmadd231ps(sum(y, x), kept(column), weight);
            }
          }
        }
      }
    }
  }

  private Mem weight(int row) {
    return ChannelwiseTiles.vectorAt(
        FILTER, DepthwiseFilter.offset(tiles.isa(), tiles.layout().channels(), row));
  }

  /** Only the sums are still needed; all other registers are free. */
  private void finish(Assembler a, LaneMask lanes) {
    Vec min = kept(0);
    Vec max = kept(1);
    Vec other = kept(2);
    if (clamped) {
      a.vbroadcastss(min, Panel.min(FILTER));
      a.vbroadcastss(max, Panel.max(FILTER));
    }
    for (int y = 0; y < tiles.rows(); y++) {
      for (int x = 0; x < tiles.columns(); x++) {
        Vec sum = sum(y, x);
        if (residual) {
          lanes.load(a, other, tiles.result(RESIDUAL, y, x));
          a.vaddps(sum, sum, other);
        }
        if (clamped) {
          // NaN stays NaN: these give the second where one is.
          a.vmaxps(sum, min, sum);
          a.vminps(sum, max, sum);
        }
        lanes.store(a, tiles.result(RESULT, y, x), sum, other);
      }
    }
  }
}
