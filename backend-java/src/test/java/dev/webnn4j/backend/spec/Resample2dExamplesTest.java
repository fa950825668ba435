package dev.webnn4j.backend.spec;

import static dev.webnn4j.backend.spec.Data.float16;
import static dev.webnn4j.backend.spec.Data.float32;
import static dev.webnn4j.backend.spec.Data.integers;
import static dev.webnn4j.backend.spec.Data.uint8;

import dev.webnn4j.MLCoordinateTransformation;
import dev.webnn4j.MLInterpolationMode;
import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.MLResample2dOptions;
import dev.webnn4j.Shape;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * Resampling, by hand: the pixel i of a result stands for the point (i + 0.5) / scale - 0.5 of the
 * input, with the scale that the sizes have, and the nearest pixel is that point less 0.5, rounded
 * up.
 */
final class Resample2dExamplesTest {
  private static Example resample(Data x, Consumer<MLResample2dOptions> options) {
    return Example.of(x)
        .graph((builder, operands) -> builder.resample2d(operands.getFirst(), options));
  }

  private static Example linear(Data x, Consumer<MLResample2dOptions> options) {
    return resample(x, options.andThen(o -> o.mode(MLInterpolationMode.LINEAR)));
  }

  private static Data row(double... pixels) {
    return float32(Shape.of(1, 1, 1, pixels.length), pixels);
  }

  @Test
  void nearestRepeatsPixels() {
    resample(row(10, 20), o -> o.scales(1, 2)).gives(row(10, 10, 20, 20));
    resample(row(10, 20), o -> o.sizes(1, 6)).gives(row(10, 10, 10, 20, 20, 20));
  }

  /** The points 0.5 and 2.5 are between two pixels, of which the first one counts. */
  @Test
  void nearestOfTwoIsTheFirst() {
    resample(row(10, 20, 30, 40), o -> o.sizes(1, 2)).gives(row(10, 30));
    resample(row(10, 20), o -> o.sizes(1, 3)).gives(row(10, 10, 20));
  }

  /** At the points 0.25 and 1.75, 0.75 and 3.25, 1 and 4. */
  @Test
  void nearestOfOddSizes() {
    resample(row(10, 20, 30), o -> o.sizes(1, 2)).gives(row(10, 30));
    resample(row(10, 20, 30, 40, 50), o -> o.sizes(1, 2)).gives(row(20, 40));
    resample(row(10, 20, 30, 40, 50, 60), o -> o.sizes(1, 2)).gives(row(20, 50));
  }

  @Test
  void nearestOfBothAxes() {
    resample(float32(Shape.of(1, 1, 2, 2), 1, 2, 3, 4), o -> o.sizes(4, 3))
        .gives(float32(Shape.of(1, 1, 4, 3), 1, 1, 2, 1, 1, 2, 3, 3, 4, 3, 3, 4));
  }

  @Test
  void withoutOptionsNothingChanges() {
    Data x = float32(Shape.of(1, 2, 1, 2), 1, 2, 3, Double.NaN);
    resample(x, o -> {}).gives(x);
    linear(x, o -> {}).gives(x);
  }

  /** At the points -0.25, 0.25, 0.75 and 1.25, the first and the last of which are outside. */
  @Test
  void linearMixesNeighbours() {
    linear(row(10, 20), o -> o.scales(1, 2)).gives(row(10, 12.5, 17.5, 20));
    linear(row(0, 6, 12), o -> o.sizes(1, 2)).gives(row(1.5, 10.5));
    linear(row(1, 3, 5, 7), o -> o.sizes(1, 2)).gives(row(2, 6));
  }

  @Test
  void linearOfBothAxes() {
    linear(float32(Shape.of(1, 1, 2, 2), 0, 8, 16, 24), o -> o.scales(2, 2))
        .gives(
            float32(
                Shape.of(1, 1, 4, 4), 0, 2, 6, 8, 4, 6, 10, 12, 12, 14, 18, 20, 16, 18, 22, 24));
  }

  /** 1.5 times 3 is 4; from 3 pixels to 4 the points are -0.125, 0.625, 1.375 and 2.125. */
  @Test
  void theScaleIsThatOfTheSizes() {
    linear(row(0, 8, 16), o -> o.scales(1, 1.5f)).gives(row(0, 5, 11, 16));
  }

  @Test
  void sizesOverrideScales() {
    resample(row(10, 20), o -> o.scales(3, 3).sizes(1, 4)).gives(row(10, 10, 20, 20));
  }

  @Test
  void scalesRoundSizesDown() {
    resample(row(10, 20, 30), o -> o.scales(1, 0.9f)).gives(row(10, 30));
  }

  /** Height and width of an image with the channels last, in either order. */
  @Test
  void axesMayBeAnyTwo() {
    Data x = float32(Shape.of(1, 2, 1, 2), 1, 2, 3, 4);
    resample(x, o -> o.axes(1, 2).sizes(4, 1))
        .gives(float32(Shape.of(1, 4, 1, 2), 1, 2, 1, 2, 3, 4, 3, 4));
    resample(x, o -> o.axes(2, 1).sizes(2, 2))
        .gives(float32(Shape.of(1, 2, 2, 2), 1, 2, 1, 2, 3, 4, 3, 4));
    resample(x, o -> o.axes(1, 3).sizes(1, 4)).gives(float32(Shape.of(1, 1, 1, 4), 1, 1, 2, 2));
    linear(x, o -> o.axes(1, 3).sizes(1, 4)).gives(float32(Shape.of(1, 1, 1, 4), 2, 2.25, 2.75, 3));
    linear(x, o -> o.axes(3, 0).sizes(1, 2))
        .gives(float32(Shape.of(2, 2, 1, 1), 1.5, 3.5, 1.5, 3.5));
  }

  @Test
  void channelsAndBatchesStayApart() {
    linear(float32(Shape.of(2, 2, 1, 2), 0, 4, 8, 16, 100, 104, 0, -4), o -> o.sizes(1, 4))
        .gives(
            float32(
                Shape.of(2, 2, 1, 4),
                0,
                1,
                3,
                4,
                8,
                10,
                14,
                16,
                100,
                101,
                103,
                104,
                0,
                -1,
                -3,
                -4));
  }

  @Test
  void otherTypes() {
    resample(float16(Shape.of(1, 1, 1, 2), 0x1p-24, -65504), o -> o.sizes(1, 4))
        .gives(float16(Shape.of(1, 1, 1, 4), 0x1p-24, 0x1p-24, -65504, -65504));
    linear(float16(Shape.of(1, 1, 1, 2), 65504, 65504), o -> o.sizes(1, 4))
        .gives(float16(Shape.of(1, 1, 1, 4), 65504, 65504, 65504, 65504));
    resample(uint8(Shape.of(1, 1, 1, 2), 255, 128), o -> o.sizes(1, 3))
        .gives(uint8(Shape.of(1, 1, 1, 3), 255, 255, 128));
    linear(uint8(Shape.of(1, 1, 1, 2), 200, 240), o -> o.sizes(1, 4))
        .gives(uint8(Shape.of(1, 1, 1, 4), 200, 210, 230, 240));
    linear(integers(MLOperandDataType.INT8, Shape.of(1, 1, 1, 2), -128, 124), o -> o.sizes(1, 4))
        .gives(integers(MLOperandDataType.INT8, Shape.of(1, 1, 1, 4), -128, -65, 61, 124));
  }

  /** An extension: the corners stay corners, or the first pixel stays the first. */
  @Test
  void otherCoordinates() {
    linear(
            row(0, 6),
            o -> o.sizes(1, 4).coordinateTransformation(MLCoordinateTransformation.ALIGN_CORNERS))
        .gives(row(0, 2, 4, 6));
    linear(
            row(0, 6),
            o -> o.sizes(1, 4).coordinateTransformation(MLCoordinateTransformation.ASYMMETRIC))
        .gives(row(0, 3, 6, 6));
  }
}
