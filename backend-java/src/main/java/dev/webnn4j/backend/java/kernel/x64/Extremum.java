package dev.webnn4j.backend.java.kernel.x64;

import dev.webnn4j.backend.java.kernel.x64.asm.Assembler;
import dev.webnn4j.backend.java.kernel.x64.asm.Opmask;
import dev.webnn4j.backend.java.kernel.x64.asm.Predicate;
import dev.webnn4j.backend.java.kernel.x64.asm.Vec;

/**
 * The greater or smaller of two vectors as {@link Math#max(float, float)} and {@link
 * Math#min(float, float)} have it: 0 is greater than -0, and NaN stays NaN. An instruction's own
 * extremum of zeros, or with NaN, is its second operand.
 */
enum Extremum {
  MAX,
  MIN;

  private static final Opmask NAN = new Opmask(2);

  /**
   * Writes {@code target = extremum(target, value)}.
   *
   * @param spare three registers; what they hold is lost
   */
  void emit(Assembler a, Isa isa, Vec target, Vec value, Vec[] spare) {
    Vec one = spare[0];
    Vec other = spare[1];
    Vec unordered = spare[2];
    switch (isa) {
      case AVX512 -> a.vcmpps(NAN, target, value, Predicate.UNORDERED);
      case AVX2 -> a.vcmpps(unordered, target, value, Predicate.UNORDERED);
    }
    // The two differ in the sign of zero alone, or where there is NaN.
    switch (this) {
      case MAX -> {
        a.vmaxps(one, target, value);
        a.vmaxps(other, value, target);
        a.vandps(one, one, other);
      }
      case MIN -> {
        a.vminps(one, target, value);
        a.vminps(other, value, target);
        a.vorps(one, one, other);
      }
    }
    switch (isa) {
      case AVX512 -> {
        a.vaddps(one, NAN, target, value);
        a.vmovaps(target, one);
      }
      case AVX2 -> {
        a.vaddps(other, target, value);
        a.vblendvps(target, one, other, unordered);
      }
    }
  }
}
