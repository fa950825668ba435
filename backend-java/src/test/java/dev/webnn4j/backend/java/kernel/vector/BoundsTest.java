package dev.webnn4j.backend.java.kernel.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class BoundsTest {
  private static final float[] AWKWARD = {
    0f,
    -0f,
    1,
    -1,
    6,
    Float.MIN_VALUE,
    -Float.MIN_VALUE,
    Float.MAX_VALUE,
    -Float.MAX_VALUE,
    Float.POSITIVE_INFINITY,
    Float.NEGATIVE_INFINITY,
    Float.NaN
  };

  @Test
  void clampAsTheJdkDoesToTheLastBit() {
    for (float min : AWKWARD) {
      for (float max : AWKWARD) {
        for (float x : AWKWARD) {
          float clamped = Bounds.of(min, max).clamp(Lanes.broadcast(x)).lane(0);
          assertEquals(
              Float.floatToIntBits(Math.min(Math.max(x, min), max)),
              Float.floatToIntBits(clamped),
              () -> x + " between " + min + " and " + max);
        }
      }
    }
  }
}
