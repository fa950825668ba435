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
 * The greatest channel of pixels, two vectors of them at a time, since each comparison waits for
 * the one before it.
 *
 * <pre>
 * rdi  the first channel of a row          rcx  how many pairs of vectors, at least one
 * rsi  the row below it, if they are mixed  r8   the lower row's weight as a float, and in
 * rdx  the indices, as ints                      the upper half the upper row's
 * </pre>
 *
 * @param channelBytes from one channel to the next
 * @param mixed whether pixels are those of a row between two
 */
record SearchTiles(Isa isa, int channels, long channelBytes, boolean mixed)
    implements Routine.Source {
  private static final Gp UPPER = Gp.RDI;
  private static final Gp LOWER = Gp.RSI;
  private static final Gp INDICES = Gp.RDX;
  private static final Gp PAIRS = Gp.RCX;
  private static final Gp WEIGHTS = Gp.R8;
  private static final Gp UPPER_CHANNEL = Gp.R10;
  private static final Gp LOWER_CHANNEL = Gp.R11;
  private static final Gp CHANNELS_LEFT = Gp.RAX;

  /** Vectors side by side. */
  private static final int VECTORS = 2;

  private Vec best(int vector) {
    return isa.register(vector);
  }

  private Vec index(int vector) {
    return isa.register(2 + vector);
  }

  private Vec value(int vector) {
    return isa.register(4 + vector);
  }

  /** Where masks are not registers of their own. */
  private Vec better(int vector) {
    return isa.register(6 + vector);
  }

  private Vec upperWeight() {
    return isa.register(8);
  }

  private Vec lowerWeight() {
    return isa.register(9);
  }

  private Vec number() {
    return isa.register(10);
  }

  private Vec one() {
    return isa.register(11);
  }

  @Override
  public void emit(Assembler a) {
    a.mov(Gp.RAX, 1);
    a.push(Gp.RAX);
    a.push(WEIGHTS);
    a.vbroadcastss(lowerWeight(), Gp.RSP.at(0));
    a.vbroadcastss(upperWeight(), Gp.RSP.at(Float.BYTES));
    a.vbroadcastss(one(), Gp.RSP.at(Long.BYTES));
    a.pop(WEIGHTS);
    a.pop(Gp.RAX);
    Label pair = a.here();
    a.mov(UPPER_CHANNEL, UPPER);
    a.mov(LOWER_CHANNEL, LOWER);
    a.zero(number());
    for (int vector = 0; vector < VECTORS; vector++) {
      load(a, best(vector), vector);
      a.zero(index(vector));
    }
    if (channels > 1) {
      emitChannels(a);
    }
    for (int vector = 0; vector < VECTORS; vector++) {
      a.vmovups(INDICES.at((long) vector * isa.bytes()), index(vector));
    }
    for (Gp pointer : new Gp[] {UPPER, LOWER, INDICES}) {
      a.add(pointer, VECTORS * isa.bytes());
    }
    a.sub(PAIRS, 1);
    a.jump(Condition.NOT_EQUAL, pair);
    a.vzeroupper();
    a.ret();
  }

  private void emitChannels(Assembler a) {
    a.mov(CHANNELS_LEFT, channels - 1);
    Label channel = a.here();
    a.add(UPPER_CHANNEL, Math.toIntExact(channelBytes));
    a.add(LOWER_CHANNEL, Math.toIntExact(channelBytes));
    a.vpaddd(number(), number(), one());
    for (int vector = 0; vector < VECTORS; vector++) {
      load(a, value(vector), vector);
    }
    for (int vector = 0; vector < VECTORS; vector++) {
      takeBetter(a, vector);
    }
    a.sub(CHANNELS_LEFT, 1);
    a.jump(Condition.NOT_EQUAL, channel);
  }

  private void load(Assembler a, Vec target, int vector) {
    Mem upper = UPPER_CHANNEL.at((long) vector * isa.bytes());
    a.vmovups(target, upper);
    if (mixed) {
      // As resizing mixes, to the last bit.
      a.vmulps(target, target, upperWeight());
      a.vfmadd231ps(target, lowerWeight(), LOWER_CHANNEL.at((long) vector * isa.bytes()));
    }
  }

  private void takeBetter(Assembler a, int vector) {
    switch (isa) {
      case AVX512 -> {
        Opmask better = new Opmask(1 + vector);
        a.vcmpps(better, best(vector), value(vector), Predicate.LESS);
        a.vmovaps(best(vector), better, value(vector));
        a.vmovaps(index(vector), better, number());
      }
      case AVX2 -> {
        a.vcmpps(better(vector), best(vector), value(vector), Predicate.LESS);
        a.vblendvps(best(vector), best(vector), value(vector), better(vector));
        a.vblendvps(index(vector), index(vector), number(), better(vector));
      }
    }
  }
}
