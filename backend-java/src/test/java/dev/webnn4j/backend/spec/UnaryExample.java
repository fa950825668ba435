package dev.webnn4j.backend.spec;

import static dev.webnn4j.MLOperandDataType.FLOAT16;
import static dev.webnn4j.MLOperandDataType.FLOAT32;
import static dev.webnn4j.backend.spec.Data.float32;
import static dev.webnn4j.backend.spec.Data.integers;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.Shape;
import dev.webnn4j.op.ElementwiseUnary;

/** Short forms of examples of functions of one element, which they meet in every SIMD lane. */
final class UnaryExample {
  static final double NAN = Double.NaN;
  static final double INFINITY = Double.POSITIVE_INFINITY;

  /** The least float32 and the least float16 above zero. */
  static final double TINY32 = 0x1p-149;

  static final double TINY16 = 0x1p-24;

  private UnaryExample() {}

  private static Example example(ElementwiseUnary function, Data x) {
    return Example.of(x.repeated())
        .graph((builder, operands) -> builder.unary(function, operands.getFirst()))
        .withSignedZeros();
  }

  /** Exactly these results, in both float types. */
  static void exact(ElementwiseUnary function, double[] x, double... expected) {
    for (MLOperandDataType type : new MLOperandDataType[] {FLOAT32, FLOAT16}) {
      Shape shape = Shape.of(x.length);
      example(function, Data.reals(type, shape, x))
          .gives(Data.reals(type, shape, expected).repeated());
    }
  }

  /** Exactly these results in float32. */
  static void single(ElementwiseUnary function, double[] x, double... expected) {
    example(function, float32(x)).gives(float32(expected).repeated());
  }

  /** Up to rounding in float32. */
  static void near(ElementwiseUnary function, double[] x, double... expected) {
    example(function, float32(x)).within(1e-6).gives(float32(expected).repeated());
  }

  /** Rounded to float16. */
  static void half(ElementwiseUnary function, double[] x, double... expected) {
    Shape shape = Shape.of(x.length);
    example(function, Data.float16(shape, x)).gives(Data.float16(shape, expected).repeated());
  }

  static void whole(ElementwiseUnary function, MLOperandDataType type, long[] x, long... expected) {
    Shape shape = Shape.of(x.length);
    example(function, integers(type, shape, x)).gives(integers(type, shape, expected).repeated());
  }

  static double[] reals(double... x) {
    return x;
  }

  static long[] wholes(long... x) {
    return x;
  }
}
