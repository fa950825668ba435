package dev.webnn4j.backend.spec;

import static dev.webnn4j.MLOperandDataType.INT32;
import static dev.webnn4j.MLOperandDataType.INT64;
import static dev.webnn4j.MLOperandDataType.INT8;
import static dev.webnn4j.MLOperandDataType.UINT32;
import static dev.webnn4j.MLOperandDataType.UINT64;
import static dev.webnn4j.MLOperandDataType.UINT8;
import static dev.webnn4j.backend.spec.Data.float16;
import static dev.webnn4j.backend.spec.Data.float32;

import dev.webnn4j.MLClampOptions;
import dev.webnn4j.MLNumber;
import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.Shape;
import java.math.BigInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Clamp, by hand; a uint64 is written as the pattern of its bits. */
final class ClampExamplesTest {
  private static final double NAN = Double.NaN;
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private static Example clamp(Consumer<MLClampOptions> options, Data x) {
    return Example.of(x.repeated())
        .graph((builder, operands) -> builder.clamp(operands.getFirst(), options));
  }

  private static Data whole(MLOperandDataType type, long... x) {
    return Data.integers(type, Shape.of(x.length), x);
  }

  @Test
  void anAbsentBoundDoesNotBound() {
    Data x = float32(-INFINITY, -3, 0.5, 4, INFINITY, NAN);
    clamp(o -> {}, x).gives(x.repeated());
    clamp(o -> o.minValue(-1), x).gives(float32(-1, -1, 0.5, 4, INFINITY, NAN).repeated());
    clamp(o -> o.maxValue(1), x).gives(float32(-INFINITY, -3, 0.5, 1, 1, NAN).repeated());
    clamp(o -> o.minValue(-1).maxValue(1), x).gives(float32(-1, -1, 0.5, 1, 1, NAN).repeated());
  }

  @Test
  void boundsMayBeEqual() {
    clamp(o -> o.minValue(2).maxValue(2), float32(1, 2, 3)).gives(float32(2, 2, 2).repeated());
    clamp(o -> o.minValue(7).maxValue(7), whole(INT8, 1, 100)).gives(whole(INT8, 7, 7).repeated());
  }

  @Test
  void infiniteBoundsDoNotBound() {
    clamp(o -> o.minValue(-INFINITY).maxValue(INFINITY), float32(-1, 1))
        .gives(float32(-1, 1).repeated());
    clamp(o -> o.minValue(-INFINITY).maxValue(INFINITY), whole(UINT8, 0, 255))
        .gives(whole(UINT8, 0, 255).repeated());
    clamp(o -> o.minValue(INFINITY), float32(-1, 1)).gives(float32(INFINITY, INFINITY).repeated());
  }

  @Test
  void boundsOfFloat16AreFloat16() {
    Data x = float16(Shape.of(2), 0, 65504);
    clamp(o -> o.minValue(0.1).maxValue(2049), x)
        .gives(float16(Shape.of(2), 0.0999755859375, 2048).repeated());
    clamp(o -> o.maxValue(65520), float16(Shape.of(1), INFINITY))
        .gives(float16(Shape.of(1), INFINITY).repeated());
  }

  /** They are cast to the operand's type, which truncates. */
  @Test
  void fractionsOfBoundsAreLeftOut() {
    for (MLOperandDataType type :
        new MLOperandDataType[] {INT8, UINT8, INT32, UINT32, INT64, UINT64}) {
      clamp(o -> o.minValue(1.5).maxValue(4.5), whole(type, 0, 3, 9))
          .gives(whole(type, 1, 3, 4).repeated());
      clamp(o -> o.minValue(3.9).maxValue(5.5), whole(type, 0, 4, 9))
          .gives(whole(type, 3, 4, 5).repeated());
    }
  }

  @Test
  void boundsThatAreNoNumberDoNotBound() {
    clamp(o -> o.minValue(Double.NaN).maxValue(2), float32(-5, 5)).gives(float32(-5, 2).repeated());
    clamp(o -> o.minValue(-2).maxValue(Double.NaN), float32(-5, 5))
        .gives(float32(-2, 5).repeated());
  }

  @Test
  void boundsBeyondTheTypeAreItsEnds() {
    clamp(o -> o.minValue(-1000).maxValue(1000), whole(INT8, -128, 127))
        .gives(whole(INT8, -128, 127).repeated());
    clamp(o -> o.minValue(-5).maxValue(1e30), whole(UINT64, 0, -1))
        .gives(whole(UINT64, 0, -1).repeated());
    clamp(o -> o.minValue(1e30), whole(INT32, 5)).gives(whole(INT32, 2147483647).repeated());
  }

  @Test
  void unsignedIntegersHaveNoSign() {
    clamp(o -> o.minValue(200), whole(UINT8, 100, 255)).gives(whole(UINT8, 200, 255).repeated());
    clamp(o -> o.minValue(5).maxValue(3000000000.0), whole(UINT32, 1, 4000000000L))
        .gives(whole(UINT32, 5, 3000000000L).repeated());
    clamp(o -> o.maxValue(7), whole(UINT64, 3, -1)).gives(whole(UINT64, 3, 7).repeated());
  }

  /** Neighbours of 2^53 and 2^63, which no double tells apart. */
  @Test
  void boundsOf64BitsAreExact() {
    long odd = (1L << 53) + 1;
    clamp(
            o -> o.minValue(MLNumber.of(-odd)).maxValue(MLNumber.of(odd)),
            whole(INT64, -odd - 1, odd, odd + 1))
        .gives(whole(INT64, -odd, odd, odd).repeated());
    BigInteger above = BigInteger.ONE.shiftLeft(63).add(BigInteger.ONE);
    clamp(o -> o.maxValue(MLNumber.of(above)), whole(UINT64, -1, Long.MIN_VALUE, 1))
        .gives(whole(UINT64, Long.MIN_VALUE + 1, Long.MIN_VALUE, 1).repeated());
  }

  @Test
  void scalarsAreClamped() {
    Example.of(float32(Shape.SCALAR, 9))
        .graph((builder, x) -> builder.clamp(x.getFirst(), o -> o.maxValue(6)))
        .gives(float32(Shape.SCALAR, 6));
  }
}
