package dev.webnn4j.backend.java.kernel.x64;

import dev.webnn4j.backend.java.kernel.PixelResize;
import dev.webnn4j.backend.java.kernel.SamplePoints;
import dev.webnn4j.backend.java.kernel.x64.asm.Assembler;
import dev.webnn4j.backend.java.kernel.x64.asm.Condition;
import dev.webnn4j.backend.java.kernel.x64.asm.Gp;
import dev.webnn4j.backend.java.kernel.x64.asm.Label;
import dev.webnn4j.backend.java.kernel.x64.asm.Mem;
import dev.webnn4j.backend.java.kernel.x64.asm.Vec;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * A row of a resized image, whose pixels hold their channels together.
 *
 * <pre>
 * rdi  the row above the result    rcx  {@link Columns}
 * rsi  the row below it            r8   the header that says which lanes the last vector has
 * rdx  the result                  r9   {@link Weights}, if the result is between the two rows
 * </pre>
 *
 * @param width how many pixels the result has
 * @param mixed whether the result is between the two rows; else it is that of the row above
 */
record PixelResizeCode(Isa isa, int width, int channels, boolean mixed) implements Routine.Source {
  private static final Gp UPPER = Gp.RDI;
  private static final Gp LOWER = Gp.RSI;
  private static final Gp RESULT = Gp.RDX;
  private static final Gp COLUMNS = Gp.RCX;
  private static final Gp HEADER = Gp.R8;
  private static final Gp WEIGHTS = Gp.R9;

  private static final Gp UPPER_LEFT = Gp.RAX;
  private static final Gp UPPER_RIGHT = Gp.R10;
  private static final Gp LOWER_LEFT = Gp.RBX;
  private static final Gp LOWER_RIGHT = Gp.RBP;
  private static final Gp PIXELS_LEFT = Gp.R12;

  /** Bytes of the channels that are done. */
  private static final Gp CHANNEL = Gp.R11;

  /** How far a pixel is from one towards another, and what is left to 1, as the code reads it. */
  record Weights(long address) {
    private static final long TOWARDS = 0;
    private static final long BACK = 4;
    static final long BYTES = 8;

    void set(float towards) {
      Memory.put(address + TOWARDS, towards);
      Memory.put(address + BACK, 1 - towards);
    }
  }

  /** For each pixel of the result where its neighbours are in a row. */
  static final class Columns {
    private static final long LEFT = 0;
    private static final long RIGHT = 8;
    private static final long WEIGHTS = 16;
    private static final long MIXED = 24;
    private static final long BYTES = 32;

    private Columns() {}

    static long bytes(int width) {
      return width * BYTES;
    }

    static void write(PixelResize.Shape shape, MemorySegment memory) {
      SamplePoints points = shape.columns();
      long pixelBytes = 4L * shape.channels();
      for (int x = 0; x < shape.width(); x++) {
        MemorySegment entry = memory.asSlice(x * BYTES, BYTES);
        entry.set(ValueLayout.JAVA_LONG, LEFT, points.low(x) * pixelBytes);
        entry.set(ValueLayout.JAVA_LONG, RIGHT, points.high(x) * pixelBytes);
        new Weights(entry.address() + WEIGHTS).set(points.weight(x));
        entry.set(ValueLayout.JAVA_LONG, MIXED, points.weight(x) == 0 ? 0 : 1);
      }
    }
  }

  private Vec upper() {
    return isa.register(0);
  }

  private Vec lower() {
    return isa.register(1);
  }

  private Vec other() {
    return isa.register(2);
  }

  private Vec right() {
    return isa.register(3);
  }

  private Vec left() {
    return isa.register(4);
  }

  private Vec down() {
    return isa.register(5);
  }

  private Vec up() {
    return isa.register(6);
  }

  @Override
  public void emit(Assembler a) {
    Gp.CALLEE_SAVED.forEach(a::push);
    if (mixed) {
      a.vbroadcastss(down(), WEIGHTS.at(Weights.TOWARDS));
      a.vbroadcastss(up(), WEIGHTS.at(Weights.BACK));
    }
    a.mov(PIXELS_LEFT, width);
    Label pixel = a.here();
    Label alone = a.label();
    Label next = a.label();
    emitNeighbour(a, UPPER_LEFT, UPPER, Columns.LEFT);
    if (mixed) {
      emitNeighbour(a, LOWER_LEFT, LOWER, Columns.LEFT);
    }
    a.mov(CHANNEL, COLUMNS.at(Columns.MIXED));
    a.test(CHANNEL, CHANNEL);
    a.jump(Condition.EQUAL, alone);
    emitNeighbour(a, UPPER_RIGHT, UPPER, Columns.RIGHT);
    if (mixed) {
      emitNeighbour(a, LOWER_RIGHT, LOWER, Columns.RIGHT);
    }
    a.vbroadcastss(right(), COLUMNS.at(Columns.WEIGHTS + Weights.TOWARDS));
    a.vbroadcastss(left(), COLUMNS.at(Columns.WEIGHTS + Weights.BACK));
    emitChannels(a, true);
    a.jump(next);
    a.bind(alone);
    emitChannels(a, false);
    a.bind(next);
    a.add(COLUMNS, (int) Columns.BYTES);
    a.add(RESULT, Float.BYTES * channels);
    a.sub(PIXELS_LEFT, 1);
    a.jump(Condition.NOT_EQUAL, pixel);
    Gp.CALLEE_SAVED.reversed().forEach(a::pop);
    a.vzeroupper();
    a.ret();
  }

  private static void emitNeighbour(Assembler a, Gp target, Gp row, long column) {
    a.mov(target, row);
    a.add(target, COLUMNS.at(column));
  }

  /**
   * All channels of a pixel.
   *
   * @param between whether it lies between two columns
   */
  private void emitChannels(Assembler a, boolean between) {
    a.mov(CHANNEL, 0);
    int whole = channels / isa.lanes() * isa.bytes();
    if (whole > 0) {
      Label vector = a.here();
      emitVector(a, between, new LaneMask(isa, HEADER, false));
      a.add(CHANNEL, isa.bytes());
      a.cmp(CHANNEL, whole);
      a.jump(Condition.LESS, vector);
    }
    if (channels % isa.lanes() != 0) {
      emitVector(a, between, new LaneMask(isa, HEADER, true));
    }
  }

  private void emitVector(Assembler a, boolean between, LaneMask lanes) {
    lanes.prepare(a);
    emitRow(a, upper(), UPPER_LEFT, UPPER_RIGHT, between, lanes);
    if (mixed) {
      emitRow(a, lower(), LOWER_LEFT, LOWER_RIGHT, between, lanes);
      a.vmulps(upper(), upper(), up());
      a.vfmadd231ps(upper(), lower(), down());
    }
    lanes.store(a, RESULT.at(0).plus(CHANNEL), upper(), other());
  }

  private void emitRow(
      Assembler a, Vec target, Gp leftPixel, Gp rightPixel, boolean between, LaneMask lanes) {
    Mem source = leftPixel.at(0).plus(CHANNEL);
    lanes.load(a, target, source);
    if (between) {
      lanes.load(a, other(), rightPixel.at(0).plus(CHANNEL));
      a.vmulps(target, target, left());
      a.vfmadd231ps(target, other(), right());
    }
  }
}
