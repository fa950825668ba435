package dev.webnn4j.backend.java.kernel.x64;

import dev.webnn4j.backend.java.kernel.ColumnPicks;
import dev.webnn4j.backend.java.kernel.x64.asm.Assembler;
import dev.webnn4j.backend.java.kernel.x64.asm.Condition;
import dev.webnn4j.backend.java.kernel.x64.asm.Gp;
import dev.webnn4j.backend.java.kernel.x64.asm.Label;
import dev.webnn4j.backend.java.kernel.x64.asm.Opmask;
import dev.webnn4j.backend.java.kernel.x64.asm.Predicate;
import dev.webnn4j.backend.java.kernel.x64.asm.Vec;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Some columns of a row, resized, each channel by itself: what is needed of it goes into a line,
 * and from there vectors pick their neighbours.
 *
 * <pre>
 * rdi  the first channel of the first column needed    rdx  {@link Picks}
 * rsi  the line                                         rcx  the result
 * </pre>
 *
 * @param count columns needed
 * @param vectors of a channel of the result
 * @param channelStep bytes from a channel to the next
 * @param columnStep bytes from a column to the next
 * @param resultStep bytes from a channel of the result to the next
 * @param linear whether elements lie between columns; else each is one of them
 * @param negated whether elements change their sign
 */
record ChannelResizeCode(
    Isa isa,
    int channels,
    int count,
    int vectors,
    int channelStep,
    int columnStep,
    int resultStep,
    boolean linear,
    boolean negated)
    implements Routine.Source {
  private static final Gp ROW = Gp.RDI;
  private static final Gp LINE = Gp.RSI;
  private static final Gp PICKS = Gp.RDX;
  private static final Gp RESULT = Gp.RCX;
  private static final Gp CHANNELS_LEFT = Gp.RAX;

  /** Where a channel is read, or the picks of a vector. */
  private static final Gp FROM = Gp.R8;

  /** Where in the line or in the result something is written. */
  private static final Gp TO = Gp.R9;

  private static final Gp LEFT = Gp.R10;

  /** The first of a vector's neighbours in the line. */
  private static final Gp NEIGHBOURS = Gp.R11;

  private static final Opmask BETWEEN = Opmask.K1;

  /** The line's length: the columns needed, and room for the vectors that begin in them. */
  long lineBytes() {
    return 4L * count + 2L * isa.bytes();
  }

  /** For each vector of the result what it lies between, as the code reads it. */
  static final class Picks {
    /** Where in the line the neighbours begin, in bytes. */
    private static final int START = 0;

    /** Of vectors: which of the neighbours, and for AVX2 which of them are in the second vector. */
    private static final int LOW = 1;

    private static final int HIGH = 2;
    private static final int LOW_IS_FAR = 3;
    private static final int HIGH_IS_FAR = 4;
    private static final int WEIGHT = 5;
    private static final int SIZE = 6;

    private Picks() {}

    static long bytes(Isa isa, ColumnPicks picks) {
      return (long) picks.vectors() * SIZE * isa.bytes();
    }

    static void write(Isa isa, ColumnPicks picks, MemorySegment memory) {
      int[] starts = picks.starts();
      int[] low = picks.low();
      int[] high = picks.high();
      float[] weights = picks.weights();
      for (int vector = 0; vector < starts.length; vector++) {
        long at = (long) vector * SIZE * isa.bytes();
        memory.set(ValueLayout.JAVA_LONG, at + START, 4L * starts[vector]);
        for (int lane = 0; lane < isa.lanes(); lane++) {
          int i = vector * isa.lanes() + lane;
          long place = at + 4L * lane;
          memory.set(ValueLayout.JAVA_INT, place + (long) LOW * isa.bytes(), low[i]);
          memory.set(ValueLayout.JAVA_INT, place + (long) HIGH * isa.bytes(), high[i]);
          int lowIsFar = low[i] < isa.lanes() ? 0 : -1;
          int highIsFar = high[i] < isa.lanes() ? 0 : -1;
          memory.set(ValueLayout.JAVA_INT, place + (long) LOW_IS_FAR * isa.bytes(), lowIsFar);
          memory.set(ValueLayout.JAVA_INT, place + (long) HIGH_IS_FAR * isa.bytes(), highIsFar);
          memory.set(ValueLayout.JAVA_FLOAT, place + (long) WEIGHT * isa.bytes(), weights[i]);
        }
      }
    }
  }

  private Vec low() {
    return isa.register(0);
  }

  private Vec high() {
    return isa.register(1);
  }

  private Vec mixed() {
    return isa.register(2);
  }

  private Vec weight() {
    return isa.register(3);
  }

  private Vec spare() {
    return isa.register(4);
  }

  private Vec zero() {
    return isa.register(5);
  }

  private Vec one() {
    return isa.register(6);
  }

  @Override
  public void emit(Assembler a) {
    a.zero(zero());
    a.mov(CHANNELS_LEFT, Float.floatToRawIntBits(1));
    a.push(CHANNELS_LEFT);
    a.vbroadcastss(one(), Gp.RSP.at(0));
    a.pop(CHANNELS_LEFT);
    a.mov(CHANNELS_LEFT, channels);
    Label channel = a.here();
    emitLine(a);
    emitVectors(a);
    a.add(ROW, channelStep);
    a.add(RESULT, resultStep);
    a.sub(CHANNELS_LEFT, 1);
    a.jump(Condition.NOT_EQUAL, channel);
    a.vzeroupper();
    a.ret();
  }

  private void emitLine(Assembler a) {
    a.mov(FROM, ROW);
    a.mov(TO, LINE);
    a.mov(LEFT, count);
    Label element = a.here();
    a.vmovss(low(), FROM.at(0));
    a.vmovss(TO.at(0), low());
    a.add(FROM, columnStep);
    a.add(TO, Float.BYTES);
    a.sub(LEFT, 1);
    a.jump(Condition.NOT_EQUAL, element);
  }

  private void emitVectors(Assembler a) {
    a.mov(FROM, PICKS);
    a.mov(TO, RESULT);
    a.mov(LEFT, vectors);
    Label vector = a.here();
    a.mov(NEIGHBOURS, FROM.at(Picks.START));
    a.add(NEIGHBOURS, LINE);
    pick(a, low(), Picks.LOW, Picks.LOW_IS_FAR);
    if (linear) {
      pick(a, high(), Picks.HIGH, Picks.HIGH_IS_FAR);
      mix(a);
    }
    if (negated) {
      a.vsubps(low(), zero(), low());
    }
    a.vmovups(TO.at(0), low());
    a.add(FROM, Picks.SIZE * isa.bytes());
    a.add(TO, isa.bytes());
    a.sub(LEFT, 1);
    a.jump(Condition.NOT_EQUAL, vector);
  }

  private void pick(Assembler a, Vec target, int which, int isFar) {
    a.vmovups(target, FROM.at((long) which * isa.bytes()));
    switch (isa) {
      case AVX512 -> {
        a.vmovups(spare(), NEIGHBOURS.at(0));
        a.vpermi2ps(target, spare(), NEIGHBOURS.at(isa.bytes()));
      }
      case AVX2 -> {
        a.vpermps(spare(), target, NEIGHBOURS.at(isa.bytes()));
        a.vpermps(target, target, NEIGHBOURS.at(0));
        a.vmovups(mixed(), FROM.at((long) isFar * isa.bytes()));
        a.vblendvps(target, target, spare(), mixed());
      }
    }
  }

  /** A weight of 0 must not make NaN of an infinity. */
  private void mix(Assembler a) {
    a.vmovups(weight(), FROM.at((long) Picks.WEIGHT * isa.bytes()));
    a.vsubps(mixed(), one(), weight());
    a.vmulps(mixed(), low(), mixed());
    a.vfmadd231ps(mixed(), high(), weight());
    switch (isa) {
      case AVX512 -> {
        a.vcmpps(BETWEEN, zero(), weight(), Predicate.LESS);
        a.vmovaps(low(), BETWEEN, mixed());
      }
      case AVX2 -> {
        a.vcmpps(spare(), zero(), weight(), Predicate.LESS);
        a.vblendvps(low(), low(), mixed(), spare());
      }
    }
  }
}
