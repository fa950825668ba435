package dev.webnn4j.backend.java.kernel.x64;

import dev.webnn4j.backend.java.kernel.x64.asm.Assembler;
import dev.webnn4j.backend.java.kernel.x64.asm.Condition;
import dev.webnn4j.backend.java.kernel.x64.asm.Gp;
import dev.webnn4j.backend.java.kernel.x64.asm.Label;
import dev.webnn4j.backend.java.kernel.x64.asm.Mem;
import dev.webnn4j.backend.java.kernel.x64.asm.Opmask;
import dev.webnn4j.backend.java.kernel.x64.asm.Vec;

/**
 * Tiles of a depthwise convolution, side by side: a few rows by a few columns of output pixels, all
 * channels of one tile before the next, so that a pixel that was read serves all windows it is in.
 *
 * <pre>
 * rdi  pointers to the first tile's column 0 in each input row
 * rsi  the filter: {@link DepthwiseFilter}
 * rdx  the first tile's result      rcx  its residual, if any
 * r8   how many tiles, at least one
 * </pre>
 *
 * @param rows of output pixels in a tile
 * @param columns likewise
 * @param missingLeft how many of the columns under a tile lie before the image
 * @param missingRight how many lie behind it
 * @param channels how many there are
 * @param pixelStep bytes from a column of the input to the next
 * @param resultStep bytes from a column of the result to the next
 * @param resultRowStep bytes from a row of the result to the next
 */
record DepthwiseTiles(
    Isa isa,
    DepthwiseWindow window,
    int rows,
    int columns,
    int missingLeft,
    int missingRight,
    int channels,
    long pixelStep,
    long resultStep,
    long resultRowStep,
    boolean residual,
    boolean clamped)
    implements Routine.Source {
  private static final Gp[] ROWS = {
    Gp.RAX, Gp.RBX, Gp.RBP, Gp.R10, Gp.R11, Gp.R12, Gp.R13, Gp.R14, Gp.R15
  };

  /** There is a register for each row of the input under a tile. */
  static final int MAX_INPUT_ROWS = ROWS.length;

  private static final Gp POINTERS = Gp.RDI;
  private static final Gp FILTER = Gp.RSI;
  private static final Gp RESULT = Gp.RDX;
  private static final Gp RESIDUAL = Gp.RCX;
  private static final Gp TILES = Gp.R8;

  /** Bytes of the channels that are done. */
  private static final Gp CHANNEL = Gp.R9;

  @Override
  public void emit(Assembler a) {
    Gp.CALLEE_SAVED.forEach(a::push);
    for (int row = 0; row < inputRows(); row++) {
      a.mov(ROWS[row], POINTERS.at((long) row * Long.BYTES));
    }
    Label tile = a.here();
    a.mov(CHANNEL, 0);
    int whole = channels / isa.lanes() * isa.bytes();
    if (whole > 0) {
      Label vector = a.here();
      emitVector(a, false);
      a.add(CHANNEL, isa.bytes());
      a.cmp(CHANNEL, whole);
      a.jump(Condition.LESS, vector);
    }
    if (channels % isa.lanes() != 0) {
      emitVector(a, true);
    }
    for (int row = 0; row < inputRows(); row++) {
      a.add(ROWS[row], Math.toIntExact((long) columns * window.columnStride() * pixelStep));
    }
    a.add(RESULT, Math.toIntExact(columns * resultStep));
    if (residual) {
      a.add(RESIDUAL, Math.toIntExact(columns * resultStep));
    }
    a.sub(TILES, 1);
    a.jump(Condition.NOT_EQUAL, tile);
    Gp.CALLEE_SAVED.reversed().forEach(a::pop);
    a.vzeroupper();
    a.ret();
  }

  private int inputRows() {
    return window.inputRows(rows);
  }

  private int inputColumns() {
    return window.inputColumns(columns);
  }

  private boolean isPresent(int column) {
    return column >= missingLeft && column < inputColumns() - missingRight;
  }

  // Registers: the sums, then weights that stay or the pixels of a row, then what comes and goes.

  private Vec sum(int y, int x) {
    return isa.register(y * columns + x);
  }

  private Vec kept(int number) {
    return isa.register(rows * columns + number);
  }

  private Vec passing(int keptCount, int number) {
    int first = rows * columns + keptCount;
    return isa.register(first + number % (isa.registers() - first));
  }

  /** One vector of channels of a tile. */
  private void emitVector(Assembler a, boolean partial) {
    if (partial && isa == Isa.AVX512) {
      a.kmovw(Opmask.K1, Panel.maskBits(FILTER));
    }
    for (int y = 0; y < rows; y++) {
      for (int x = 0; x < columns; x++) {
        if (y + x == 0) {
          a.vmovups(sum(0, 0), weight(DepthwiseFilter.BIAS_ROW));
        } else {
          a.vmovaps(sum(y, x), sum(0, 0));
        }
      }
    }
    if (window.keepsWeights(isa, rows, columns)) {
      emitPixelByPixel(a, partial);
    } else {
      emitRowByRow(a, partial);
    }
    finish(a, partial);
  }

  /** All weights stay in registers; each pixel is read once and goes to all windows it is in. */
  private void emitPixelByPixel(Assembler a, boolean partial) {
    int taps = window.taps();
    for (int tap = 0; tap < taps; tap++) {
      a.vmovups(kept(tap), weight(DepthwiseFilter.FIRST_TAP_ROW + tap));
    }
    int pixels = 0;
    for (int row = 0; row < inputRows(); row++) {
      for (int column = 0; column < inputColumns(); column++) {
        if (!isPresent(column)) {
          continue;
        }
        Vec pixel = passing(taps, pixels);
        boolean isRead = false;
        for (int y = 0; y < rows; y++) {
          for (int x = 0; x < columns; x++) {
            int ky = window.tapOfRow(y, row);
            int kx = window.tapOfColumn(x, column);
            if (ky < 0 || kx < 0) {
              continue;
            }
            if (!isRead) {
              load(a, pixel, ROWS[row].at(column * pixelStep).plus(CHANNEL), partial);
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
  private void emitRowByRow(Assembler a, boolean partial) {
    int width = inputColumns();
    int weights = 0;
    for (int row = 0; row < inputRows(); row++) {
      for (int column = 0; column < width; column++) {
        if (isPresent(column) && window.isUsed(column, columns)) {
          load(a, kept(column), ROWS[row].at(column * pixelStep).plus(CHANNEL), partial);
        }
      }
      for (int y = 0; y < rows; y++) {
        int ky = window.tapOfRow(y, row);
        for (int kx = 0; ky >= 0 && kx < window.columnTaps(); kx++) {
          Vec weight = passing(width, weights++);
          a.vmovups(weight, weight(DepthwiseFilter.FIRST_TAP_ROW + ky * window.columnTaps() + kx));
          for (int x = 0; x < columns; x++) {
            int column = window.inputColumn(x, kx);
            if (isPresent(column)) {
              a.vfmadd231ps(sum(y, x), kept(column), weight);
            }
          }
        }
      }
    }
  }

  private Mem weight(int row) {
    return FILTER.at(DepthwiseFilter.offset(isa, channels, row)).plus(CHANNEL);
  }

  private void load(Assembler a, Vec target, Mem source, boolean partial) {
    if (!partial) {
      a.vmovups(target, source);
    } else if (isa == Isa.AVX512) {
      a.vmovups(target, Opmask.K1, source);
    } else {
      // The mask passes through the target: there is no register to spare for it.
      a.vmovups(target, Panel.maskLanes(FILTER));
      a.vmaskmovps(target, target, source);
    }
  }

  private void finish(Assembler a, boolean partial) {
    Vec min = kept(0);
    Vec max = kept(1);
    Vec other = kept(2);
    if (clamped) {
      a.vbroadcastss(min, Panel.min(FILTER));
      a.vbroadcastss(max, Panel.max(FILTER));
    }
    for (int y = 0; y < rows; y++) {
      for (int x = 0; x < columns; x++) {
        long at = y * resultRowStep + x * resultStep;
        Vec sum = sum(y, x);
        if (residual) {
          load(a, other, RESIDUAL.at(at).plus(CHANNEL), partial);
          a.vaddps(sum, sum, other);
        }
        if (clamped) {
          // NaN stays NaN: these give the second where one is.
          a.vmaxps(sum, min, sum);
          a.vminps(sum, max, sum);
        }
        Mem target = RESULT.at(at).plus(CHANNEL);
        if (!partial) {
          a.vmovups(target, sum);
        } else if (isa == Isa.AVX512) {
          a.vmovups(target, Opmask.K1, sum);
        } else {
          a.vmovups(other, Panel.maskLanes(FILTER));
          a.vmaskmovps(target, other, sum);
        }
      }
    }
  }
}
