package dev.webnn4j.backend.java.kernel.x64;

import dev.webnn4j.backend.java.kernel.x64.asm.Assembler;
import dev.webnn4j.backend.java.kernel.x64.asm.Condition;
import dev.webnn4j.backend.java.kernel.x64.asm.Gp;
import dev.webnn4j.backend.java.kernel.x64.asm.Label;
import dev.webnn4j.backend.java.kernel.x64.asm.Mem;
import dev.webnn4j.backend.java.kernel.x64.asm.Opmask;
import dev.webnn4j.backend.java.kernel.x64.asm.Predicate;
import dev.webnn4j.backend.java.kernel.x64.asm.Vec;

/**
 * The greatest pixels under windows side by side. NaN is greater than all, and 0 than -0.
 *
 * <pre>
 * rdi  pointers to the first window's column 0 in each input row
 * rsi  the header of a {@link Panel}: which lanes of the last vector there are
 * rdx  the first result           r8   how many windows, at least one
 * </pre>
 *
 * @param missingLeft how many of the columns under a window lie before the image
 * @param missingRight how many lie behind it
 * @param channels how many there are
 * @param pixelStep bytes from a column of the input to the next
 * @param resultStep bytes from a result to the next
 */
record MaxPoolingTiles(
    Isa isa,
    DepthwiseWindow window,
    int missingLeft,
    int missingRight,
    int channels,
    long pixelStep,
    long resultStep)
    implements Routine.Source {
  private static final Gp[] ROWS = {
    Gp.RAX, Gp.RBX, Gp.RBP, Gp.R10, Gp.R11, Gp.R12, Gp.R13, Gp.R14, Gp.R15
  };
  private static final Gp POINTERS = Gp.RDI;
  private static final Gp HEADER = Gp.RSI;
  private static final Gp RESULT = Gp.RDX;
  private static final Gp WINDOWS = Gp.R8;

  /** Bytes of the channels that are done. */
  private static final Gp CHANNEL = Gp.R9;

  private static final Opmask NAN = new Opmask(2);

  @Override
  public void emit(Assembler a) {
    Gp.CALLEE_SAVED.forEach(a::push);
    int rows = window.inputRows(1);
    for (int row = 0; row < rows; row++) {
      a.mov(ROWS[row], POINTERS.at((long) row * Long.BYTES));
    }
    Label next = a.here();
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
    for (int row = 0; row < rows; row++) {
      a.add(ROWS[row], Math.toIntExact(window.columnStride() * pixelStep));
    }
    a.add(RESULT, Math.toIntExact(resultStep));
    a.sub(WINDOWS, 1);
    a.jump(Condition.NOT_EQUAL, next);
    Gp.CALLEE_SAVED.reversed().forEach(a::pop);
    a.vzeroupper();
    a.ret();
  }

  private void emitVector(Assembler a, boolean partial) {
    Vec greatest = isa.register(0);
    Vec pixel = isa.register(1);
    Vec mask = isa.register(5);
    if (partial) {
      switch (isa) {
        case AVX512 -> a.kmovw(Opmask.K1, Panel.maskBits(HEADER));
        case AVX2 -> a.vmovups(mask, Panel.maskLanes(HEADER));
      }
    }
    boolean first = true;
    for (int ky = 0; ky < window.rowTaps(); ky++) {
      for (int kx = 0; kx < window.columnTaps(); kx++) {
        int column = window.inputColumn(0, kx);
        if (column < missingLeft || column >= window.inputColumns(1) - missingRight) {
          continue;
        }
        Mem source = ROWS[ky * window.rowDilation()].at(column * pixelStep).plus(CHANNEL);
        load(a, first ? greatest : pixel, source, partial, mask);
        if (!first) {
          emitMaximum(a, greatest, pixel);
        }
        first = false;
      }
    }
    store(a, RESULT.at(0).plus(CHANNEL), greatest, partial, mask);
  }

  /** An instruction's maximum of zeros, or with NaN, is its second operand. */
  private void emitMaximum(Assembler a, Vec greatest, Vec pixel) {
    Vec one = isa.register(2);
    Vec other = isa.register(3);
    Vec unordered = isa.register(4);
    switch (isa) {
      case AVX512 -> a.vcmpps(NAN, greatest, pixel, Predicate.UNORDERED);
      case AVX2 -> a.vcmpps(unordered, greatest, pixel, Predicate.UNORDERED);
    }
    a.vmaxps(one, greatest, pixel);
    a.vmaxps(other, pixel, greatest);
    // The two differ in the sign of zero alone, or where there is NaN.
    a.vandps(one, one, other);
    switch (isa) {
      case AVX512 -> {
        a.vaddps(one, NAN, greatest, pixel);
        a.vmovaps(greatest, one);
      }
      case AVX2 -> {
        a.vaddps(other, greatest, pixel);
        a.vblendvps(greatest, one, other, unordered);
      }
    }
  }

  private void load(Assembler a, Vec target, Mem source, boolean partial, Vec mask) {
    if (!partial) {
      a.vmovups(target, source);
      return;
    }
    switch (isa) {
      case AVX512 -> a.vmovups(target, Opmask.K1, source);
      case AVX2 -> a.vmaskmovps(target, mask, source);
    }
  }

  private void store(Assembler a, Mem target, Vec source, boolean partial, Vec mask) {
    if (!partial) {
      a.vmovups(target, source);
      return;
    }
    switch (isa) {
      case AVX512 -> a.vmovups(target, Opmask.K1, source);
      case AVX2 -> a.vmaskmovps(target, mask, source);
    }
  }
}
