package dev.webnn4j.backend.spec;

import static dev.webnn4j.backend.spec.Data.float16;
import static dev.webnn4j.backend.spec.Data.float32;

import dev.webnn4j.Shape;
import org.junit.jupiter.api.Test;

/** Softmax; the numbers are NumPy's. */
final class SoftmaxExamplesTest {
  private static final double[] OF_1_2_3 = {
    0.09003057317038046, 0.24472847105479764, 0.6652409557748218
  };

  private static Example softmax(Data x, long axis) {
    return Example.of(x)
        .graph((builder, operands) -> builder.softmax(operands.getFirst(), axis))
        .within(1e-6);
  }

  @Test
  void ofAVector() {
    softmax(float32(1, 2, 3), 0).gives(float32(OF_1_2_3));
    softmax(float16(Shape.of(3), 1, 2, 3), 0).within(0x1p-11).gives(float16(Shape.of(3), OF_1_2_3));
  }

  @Test
  void alongEachAxis() {
    double low = 0.2689414213699951;
    double high = 0.7310585786300049;
    Data x = float32(Shape.of(2, 1, 2), 0, 1, 1, 1);
    softmax(x, 0).gives(float32(Shape.of(2, 1, 2), low, 0.5, high, 0.5));
    softmax(x, 1).gives(float32(Shape.of(2, 1, 2), 1, 1, 1, 1));
    softmax(x, 2).gives(float32(Shape.of(2, 1, 2), low, high, 0.5, 0.5));
  }

  @Test
  void largeElementsDoNotOverflow() {
    softmax(float32(1001, 1002, 1003), 0).gives(float32(OF_1_2_3));
    softmax(float32(-1003, -1002, -1001), 0).gives(float32(OF_1_2_3));
    softmax(float16(Shape.of(3), 65504, 65504, 0), 0).gives(float16(Shape.of(3), 0.5, 0.5, 0));
  }

  /** As attention masks have it. */
  @Test
  void minusInfinityHasNoShare() {
    softmax(float32(1, Double.NEGATIVE_INFINITY, 2, 3), 0)
        .gives(float32(OF_1_2_3[0], 0, OF_1_2_3[1], OF_1_2_3[2]));
  }

  @Test
  void aNaNMakesItsRowNaN() {
    double nan = Double.NaN;
    softmax(float32(Shape.of(2, 2), 1, nan, 5, 5), 1)
        .gives(float32(Shape.of(2, 2), nan, nan, 0.5, 0.5));
  }

  @Test
  void sharesOfALongRow() {
    Data ones = float32(1).repeated();
    softmax(ones, 0).gives(float32(1.0 / 17).repeated());
  }
}
