package dev.webnn4j;

/**
 * Rounds a double to float16 at once. Going through float would round twice: a double just above
 * the middle of two float16 neighbours can become the middle itself as a float.
 */
public final class Float16Rounding {
  private Float16Rounding() {}

  /** The float16 bits nearest to the value, ties to even. */
  public static short fromDouble(double value) {
    float near = (float) value;
    if (near != value && (Float.floatToRawIntBits(near) & 0xfff) == 0) {
      // The float may be a tie, 1000000000000 in the bits to drop, that the double is not. One ulp
      // towards the double breaks the tie the right way; where the float is no tie, it moves it by
      // far less than half a step.
      near = value > near ? Math.nextUp(near) : Math.nextDown(near);
    }
    return Float.floatToFloat16(near);
  }
}
