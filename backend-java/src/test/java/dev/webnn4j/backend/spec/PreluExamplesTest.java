package dev.webnn4j.backend.spec;

import static dev.webnn4j.MLOperandDataType.INT32;
import static dev.webnn4j.MLOperandDataType.INT64;
import static dev.webnn4j.MLOperandDataType.INT8;
import static dev.webnn4j.backend.spec.Data.float16;
import static dev.webnn4j.backend.spec.Data.float32;
import static dev.webnn4j.backend.spec.Data.integers;

import dev.webnn4j.Shape;
import org.junit.jupiter.api.Test;

/** Prelu, by hand. */
final class PreluExamplesTest {
  private static Example prelu(Data x, Data slope) {
    return Example.of(x, slope)
        .graph((builder, operands) -> builder.prelu(operands.getFirst(), operands.getLast()));
  }

  @Test
  void onlyNegativesAreMultiplied() {
    prelu(float32(-2, 0, 3, -4), float32(0.5, 7, 7, -1)).gives(float32(-1, 0, 3, 4));
    prelu(float16(Shape.of(2), -2048, 2048), float16(Shape.of(2), 1.5, 9))
        .gives(float16(Shape.of(2), -3072, 2048));
  }

  @Test
  void specialNumbers() {
    double inf = Double.POSITIVE_INFINITY;
    prelu(float32(Double.NaN, -inf, inf, -1), float32(2, 0.5, -2, Double.NaN))
        .gives(float32(Double.NaN, -inf, inf, Double.NaN));
  }

  @Test
  void theSlopeBroadcastsToTheInput() {
    Data x = float32(Shape.of(2, 3), -1, -2, -3, 4, -5, -6);
    prelu(x, float32(10, 20, 30)).gives(float32(Shape.of(2, 3), -10, -40, -90, 4, -100, -180));
    prelu(x, float32(Shape.of(2, 1), 10, 20))
        .gives(float32(Shape.of(2, 3), -10, -20, -30, 4, -100, -120));
    prelu(x, float32(Shape.SCALAR, 2)).gives(float32(Shape.of(2, 3), -2, -4, -6, 4, -10, -12));
  }

  @Test
  void theInputBroadcastsToTheSlope() {
    prelu(float32(-1, 2), float32(Shape.of(2, 1), 3, 5))
        .gives(float32(Shape.of(2, 2), -3, 2, -5, 2));
  }

  @Test
  void integersWrapAndAreExact() {
    prelu(integers(INT8, Shape.of(3), -100, -128, 127), integers(INT8, Shape.of(3), 3, -1, 3))
        .gives(integers(INT8, Shape.of(3), -44, -128, 127));
    prelu(
            integers(INT32, Shape.of(2), -2147483648L, -16777217),
            integers(INT32, Shape.of(2), -1, 1))
        .gives(integers(INT32, Shape.of(2), -2147483648L, -16777217));
    prelu(
            integers(INT64, Shape.of(2), -9007199254740993L, 9007199254740993L),
            integers(INT64, Shape.of(1), 3))
        .gives(integers(INT64, Shape.of(2), -27021597764222979L, 9007199254740993L));
  }
}
