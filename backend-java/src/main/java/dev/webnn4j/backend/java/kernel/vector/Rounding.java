package dev.webnn4j.backend.java.kernel.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** Whole numbers near a float. The sign of a zero, infinities and NaN stay. */
final class Rounding {
  /** From here on floats have nothing behind the point, and below the sum with it has not. */
  private static final FloatVector WHOLE = Lanes.broadcast(0x1p23f);

  private Rounding() {}

  /** The nearest one, the even one of two. */
  static FloatVector roundEven(FloatVector x) {
    FloatVector size = x.abs();
    FloatVector rounded = Lanes.withSign(size.add(WHOLE).sub(WHOLE), x);
    return x.blend(rounded, size.compare(VectorOperators.LT, WHOLE));
  }

  static FloatVector floor(FloatVector x) {
    FloatVector nearest = roundEven(x);
    return nearest.blend(nearest.sub(1), nearest.compare(VectorOperators.GT, x));
  }

  static FloatVector ceil(FloatVector x) {
    return floor(x.neg()).neg();
  }

  /** 1, -1 or, for zeros and NaN, 0. */
  static FloatVector sign(FloatVector x) {
    return Lanes.zero()
        .blend(1, x.compare(VectorOperators.GT, 0))
        .blend(-1, x.compare(VectorOperators.LT, 0));
  }
}
