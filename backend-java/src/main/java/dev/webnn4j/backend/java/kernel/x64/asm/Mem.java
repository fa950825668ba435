package dev.webnn4j.backend.java.kernel.x64.asm;

import java.util.Optional;

/**
 * An address: {@code base + index * scale + displacement}.
 *
 * @param scale 1, 2, 4 or 8
 * @param broadcast whether one float there stands for a whole vector
 */
public record Mem(Gp base, Optional<Gp> index, int scale, int displacement, boolean broadcast) {
  public Mem {
    if (index.isPresent() && index.get() == Gp.RSP) {
      throw new IllegalArgumentException("rsp cannot be an index");
    }
    if (scale != 1 && scale != 2 && scale != 4 && scale != 8) {
      throw new IllegalArgumentException("a scale is 1, 2, 4 or 8, not " + scale);
    }
  }

  /**
   * @throws ArithmeticException if the displacement does not fit 32 bits
   */
  static Mem of(Gp base, long displacement) {
    return new Mem(base, Optional.empty(), 1, Math.toIntExact(displacement), false);
  }

  /** The same with an index register. */
  public Mem plus(Gp indexRegister) {
    return plus(indexRegister, 1);
  }

  /** The same with an index register times a scale. */
  public Mem plus(Gp indexRegister, int times) {
    return new Mem(base, Optional.of(indexRegister), times, displacement, broadcast);
  }

  /** The same, so many bytes further. */
  public Mem offset(long bytes) {
    return new Mem(base, index, scale, Math.toIntExact(displacement + bytes), broadcast);
  }

  /** The float there, in every lane; for instructions on 512 bits. */
  public Mem broadcasted() {
    return new Mem(base, index, scale, displacement, true);
  }
}
