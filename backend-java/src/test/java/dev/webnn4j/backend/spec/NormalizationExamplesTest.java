package dev.webnn4j.backend.spec;

import static dev.webnn4j.backend.spec.Data.float16;
import static dev.webnn4j.backend.spec.Data.float32;

import dev.webnn4j.MLInputOperandLayout;
import dev.webnn4j.Shape;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Normalisations, worked out by hand or with NumPy in double precision. */
final class NormalizationExamplesTest {
  private static final double ROUNDING = 1e-6;

  @Test
  void batchNormalization() {
    Example.of(
            float32(Shape.of(1, 2, 1, 3), -1, 0, 1, 2, 3, 4),
            float32(0, 3),
            float32(1, 1.5),
            float32(1, 1.5),
            float32(0, 1))
        .graph(
            (builder, x) ->
                builder.batchNormalization(
                    x.get(0), x.get(1), x.get(2), o -> o.scale(x.get(3)).bias(x.get(4))))
        .within(ROUNDING)
        .gives(float32(Shape.of(1, 2, 1, 3), -0.999995, 0, 0.999995, -0.2247408, 1, 2.2247408));
  }

  @Test
  void batchNormalizationAlongTheLastAxisWithoutEpsilon() {
    Example.of(float32(Shape.of(2, 2), 1, 12, 5, 0), float32(3, 4), float32(4, 16))
        .graph(
            (builder, x) ->
                builder.batchNormalization(x.get(0), x.get(1), x.get(2), o -> o.axis(1).epsilon(0)))
        .gives(float32(Shape.of(2, 2), -1, 2, 1, -1));
    Example.of(float32(1, 12), float32(3, 4), float32(4, 16))
        .graph(
            (builder, x) ->
                builder.batchNormalization(x.get(0), x.get(1), x.get(2), o -> o.axis(0).epsilon(0)))
        .gives(float32(-1, 2));
  }

  @Test
  void instanceNormalization() {
    Example.of(float32(Shape.of(1, 2, 1, 3), -1, 0, 1, 2, 3, 4), float32(1, 1.5), float32(0, 1))
        .graph(
            (builder, x) ->
                builder.instanceNormalization(
                    x.get(0), o -> o.scale(x.get(1)).bias(x.get(2)).epsilon(0)))
        .within(ROUNDING)
        .gives(float32(Shape.of(1, 2, 1, 3), -1.2247449, 0, 1.2247449, -0.8371173, 1, 2.8371173));
    Example.of(float32(Shape.of(1, 1, 3, 2), -1, 2, 0, 3, 1, 4), float32(1, 1.5), float32(0, 1))
        .graph(
            (builder, x) ->
                builder.instanceNormalization(
                    x.get(0),
                    o ->
                        o.scale(x.get(1))
                            .bias(x.get(2))
                            .epsilon(0)
                            .layout(MLInputOperandLayout.NHWC)))
        .within(ROUNDING)
        .gives(float32(Shape.of(1, 1, 3, 2), -1.2247449, -0.8371173, 0, 1, 1.2247449, 2.8371173));
  }

  @Test
  void imagesOfOnePixelAreTheirBias() {
    Example.of(float32(Shape.of(2, 2, 1, 1), 7, -7, 8, -8), float32(3, 4))
        .graph((builder, x) -> builder.instanceNormalization(x.get(0), o -> o.bias(x.get(1))))
        .gives(float32(Shape.of(2, 2, 1, 1), 3, 4, 3, 4));
  }

  private static final Data CUBE = float32(Shape.of(2, 2, 3), 1, 2, 3, 4, 5, 9, 0, 1, 0, 2, 0, 3);

  @Test
  void scaleAndBiasAreInTheOrderOfTheAxes() {
    Shape transposed = Shape.of(3, 2);
    Example.of(CUBE, float32(transposed, 1, 2, 3, 4, 5, 6), float32(transposed, 0, 1, 0, 1, 0, 1))
        .graph(
            (builder, x) ->
                builder.layerNormalization(
                    x.get(0), o -> o.axes(2, 1).scale(x.get(1)).bias(x.get(2))))
        .within(ROUNDING)
        .gives(
            float32(
                Shape.of(2, 2, 3),
                -1.1618941,
                -2.3237883,
                -1.9364902,
                1,
                2.5491922,
                12.6189413,
                -0.8660222,
                0,
                -4.3301108,
                2.7320443,
                -2.4640886,
                11.3922659));
    Example.of(CUBE, float32(transposed, 1, 2, 3, 4, 5, 6))
        .graph(
            (builder, x) -> builder.layerNormalization(x.get(0), o -> o.axes(2, 0).scale(x.get(1))))
        .within(ROUNDING)
        .gives(
            float32(
                Shape.of(2, 2, 3),
                -0.1561731,
                2.3425961,
                8.5895192,
                0.0596550,
                1.2527542,
                9.2465189,
                -2.1864231,
                -0.6246923,
                -6.5592692,
                -1.3124091,
                -5.4882564,
                -1.7896488));
  }

  @Test
  void layerNormalizationOfTheFirstAxis() {
    Example.of(CUBE, float32(1, 10), float32(0, 5))
        .graph(
            (builder, x) ->
                builder.layerNormalization(x.get(0), o -> o.axes(0).scale(x.get(1)).bias(x.get(2))))
        .within(ROUNDING)
        .gives(
            float32(
                Shape.of(2, 2, 3),
                0.9999800,
                0.9999800,
                0.9999978,
                0.9999950,
                0.9999992,
                0.9999994,
                -4.9998000,
                -4.9998000,
                -4.9999778,
                -4.9999500,
                -4.9999920,
                -4.9999944));
  }

  @Test
  void withoutAxesTheBiasIsLeft() {
    Shape two = Shape.of(2);
    Example.of(float32(two, 5, -3))
        .graph((builder, x) -> builder.layerNormalization(x.getFirst(), o -> {}))
        .gives(float32(two, 0, 0));
    Example.of(float32(two, 5, -3), float32(Shape.SCALAR, 2), float32(Shape.SCALAR, 0.5))
        .graph(
            (builder, x) ->
                builder.layerNormalization(x.get(0), o -> o.axes().scale(x.get(1)).bias(x.get(2))))
        .gives(float32(two, 0.5, 0.5));
    Example.of(float16(Shape.SCALAR, 5))
        .graph((builder, x) -> builder.layerNormalization(x.getFirst(), o -> {}))
        .gives(float16(Shape.SCALAR, 0));
  }

  @Test
  void aSmallVarianceBesideALargeMeanIsKept() {
    // A difference of squares around 1e8 would leave nothing of a variance of 3.5 in float32.
    Example.of(float32(10000, 10001, 10002, 10005))
        .graph((builder, x) -> builder.layerNormalization(x.getFirst(), o -> o.axes(0).epsilon(0)))
        .within(ROUNDING)
        .gives(float32(-1.0690450, -0.5345225, 0, 1.6035675));
  }

  @Test
  void longRowsAreNormalisedInChunks() {
    int length = 60000;
    double[] row = new double[length];
    double[] expected = new double[length];
    Arrays.setAll(row, i -> i < length / 2 ? 3 : 7);
    Arrays.setAll(expected, i -> i < length / 2 ? -1 : 1);
    Example.of(float32(row))
        .graph((builder, x) -> builder.layerNormalization(x.getFirst(), o -> o.axes(0).epsilon(0)))
        .within(ROUNDING)
        .gives(float32(expected));
    Shape columns = Shape.of(length / 3, 3);
    Arrays.setAll(row, i -> i < length / 2 ? 3 : 7);
    Example.of(float32(columns, row))
        .graph((builder, x) -> builder.layerNormalization(x.getFirst(), o -> o.axes(0).epsilon(0)))
        .within(ROUNDING)
        .gives(float32(columns, expected));
  }
}
