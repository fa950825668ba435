package dev.webnn4j.backend.spec;

import static dev.webnn4j.backend.spec.Data.float16;
import static dev.webnn4j.backend.spec.Data.float32;

import dev.webnn4j.MLAutoBroadcast;
import dev.webnn4j.MLFakeQuantizeOptions;
import dev.webnn4j.Shape;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The extension fakeQuantize after OpenVINO's FakeQuantize-1, by hand. */
final class FakeQuantizeExamplesTest {
  private static Example quantize(
      Data x,
      Data inputLow,
      Data inputHigh,
      Data outputLow,
      Data outputHigh,
      Consumer<MLFakeQuantizeOptions> options) {
    return Example.of(x, inputLow, inputHigh, outputLow, outputHigh)
        .graph(
            (builder, o) ->
                builder.fakeQuantize(
                    o.getFirst(), o.get(1), o.get(2), o.get(3), o.getLast(), options));
  }

  private static Data scalar(double value) {
    return float32(Shape.SCALAR, value);
  }

  /** Five levels from 0 to 4 become five from -1 to 1; a level and a half is two, a half none. */
  @Test
  void levelsRoundHalfToEven() {
    quantize(
            float32(0, 0.5, 0.75, 1.5, 2.5, 3.75, 4).repeated(),
            scalar(0),
            scalar(4),
            scalar(-1),
            scalar(1),
            o -> o.levels(5))
        .gives(float32(-1, -1, -0.5, 0, 0, 1, 1).repeated());
  }

  @Test
  void whatIsOutsideGoesToTheNearestEnd() {
    double inf = Double.POSITIVE_INFINITY;
    quantize(
            float32(-3, 9, -inf, inf).repeated(),
            scalar(0),
            scalar(4),
            scalar(-1),
            scalar(1),
            o -> o.levels(5))
        .gives(float32(-1, 1, -1, 1).repeated());
  }

  /**
   * Below both limits is outputLow, above both outputHigh, and between them the scale is turned.
   */
  @Test
  void limitsMayBeSwapped() {
    quantize(
            float32(-1, 0, 1, 3, 4, 5),
            scalar(4),
            scalar(0),
            scalar(-1),
            scalar(1),
            o -> o.levels(5))
        .gives(float32(-1, -1, 0.5, -0.5, -1, 1));
  }

  @Test
  void equalLimitsDivideNothing() {
    quantize(float32(0, 1, 2), scalar(1), scalar(1), scalar(-7), scalar(7), o -> o.levels(256))
        .gives(float32(-7, -7, 7));
  }

  @Test
  void limitsBroadcastToTheInput() {
    quantize(
            float32(Shape.of(2, 3), 0, 1, 9, 0, 1, 9),
            float32(Shape.of(2, 1), 0, -1),
            float32(Shape.of(2, 1), 2, 3),
            float32(10, 20, 30),
            scalar(50),
            o -> o.levels(3))
        // The middle level: (10 + 50) / 2 is 30, (20 + 50) / 2 is 35; in row 2, 0 is level 0.5.
        .gives(float32(Shape.of(2, 3), 10, 35, 50, 10, 35, 50));
  }

  @Test
  void limitsOfTheInputsShapeNeedNoBroadcast() {
    quantize(
            float32(1, 1),
            float32(0, 0),
            float32(1, 2),
            float32(0, 0),
            float32(8, 8),
            o -> o.levels(3).autoBroadcast(MLAutoBroadcast.NONE))
        .gives(float32(8, 4));
  }

  @Test
  void halves() {
    quantize(
            float16(Shape.of(3), 0.5, 1.5, 65504),
            float16(Shape.SCALAR, 0),
            float16(Shape.SCALAR, 4),
            float16(Shape.SCALAR, -1),
            float16(Shape.SCALAR, 1),
            o -> o.levels(5))
        .gives(float16(Shape.of(3), -1, 0, 1));
  }
}
