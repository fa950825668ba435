package dev.webnn4j;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class Float16RoundingTest {
  private static final int INFINITY = 0x7c00;

  /** Between any two neighbours: below, at and above the middle, by less than a float can tell. */
  @Test
  void roundsToTheNearestAndTiesToEven() {
    for (int bits = 0; bits < INFINITY; bits++) {
      double low = value(bits);
      double high = bits + 1 == INFINITY ? 65536 : value(bits + 1);
      double middle = (low + high) / 2;
      int even = (bits & 1) == 0 ? bits : bits + 1;
      check(bits, low);
      check(even, middle);
      check(bits, Math.nextDown(middle));
      check(bits + 1, Math.nextUp(middle));
      check(bits, middle - (high - low) / 4);
    }
  }

  private static double value(int bits) {
    return Float.float16ToFloat((short) bits);
  }

  private static void check(int bits, double value) {
    assertEquals((short) bits, Float16Rounding.fromDouble(value));
    assertEquals((short) (bits | 0x8000), Float16Rounding.fromDouble(-value));
  }

  @Test
  void keepsWhatIsNoNumberAndOverflows() {
    assertEquals(Float.NaN, value(Float16Rounding.fromDouble(Double.NaN)));
    assertEquals((short) INFINITY, Float16Rounding.fromDouble(1e300));
    assertEquals((short) 0, Float16Rounding.fromDouble(Double.MIN_VALUE));
    assertEquals((short) 0x8000, Float16Rounding.fromDouble(-0.0));
  }
}
