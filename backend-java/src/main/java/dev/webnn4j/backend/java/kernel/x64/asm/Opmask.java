package dev.webnn4j.backend.java.kernel.x64.asm;

/**
 * A mask register of AVX-512, one bit a lane.
 *
 * @param number 1 to 7; an instruction masked with 0 is not masked
 */
public record Opmask(int number) {
  public static final Opmask K1 = new Opmask(1);

  public Opmask {
    if (number < 1 || number > 7) {
      throw new IllegalArgumentException("there is no mask register " + number);
    }
  }
}
