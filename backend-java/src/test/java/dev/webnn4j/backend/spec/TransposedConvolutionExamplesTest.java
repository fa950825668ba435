package dev.webnn4j.backend.spec;

import static dev.webnn4j.backend.spec.Data.float16;
import static dev.webnn4j.backend.spec.Data.float32;

import dev.webnn4j.MLConvTranspose2dFilterOperandLayout;
import dev.webnn4j.MLInputOperandLayout;
import dev.webnn4j.Shape;
import org.junit.jupiter.api.Test;

/** Transposed convolutions, by hand: each pixel adds the filter, times itself. */
final class TransposedConvolutionExamplesTest {
  private static final Data PIXELS = float32(Shape.of(1, 1, 1, 2), 1, 2);

  @Test
  void neighboursOverlap() {
    Example.of(
            float32(Shape.of(1, 1, 2, 2), 1, 2, 3, 4),
            float32(Shape.of(1, 1, 2, 2), 1, 10, 100, 1000))
        .graph((builder, x) -> builder.convTranspose2d(x.get(0), x.get(1)))
        .gives(float32(Shape.of(1, 1, 3, 3), 1, 12, 20, 103, 1234, 2040, 300, 3400, 4000));
  }

  @Test
  void whatNoPixelReachesIsTheBias() {
    Example.of(PIXELS, float32(Shape.of(1, 1, 1, 2), 1, 10), float32(0.5))
        .graph(
            (builder, x) ->
                builder.convTranspose2d(
                    x.get(0), x.get(1), o -> o.strides(1, 3).outputPadding(0, 2).bias(x.get(2))))
        .gives(float32(Shape.of(1, 1, 1, 7), 1.5, 10.5, 0.5, 2.5, 20.5, 0.5, 0.5));
  }

  @Test
  void paddingCutsOffAndOutputPaddingAddsAtTheEnd() {
    Data filter = float32(Shape.of(1, 1, 1, 3), 1, 10, 100);
    Example.of(PIXELS, filter)
        .graph(
            (builder, x) ->
                builder.convTranspose2d(
                    x.get(0), x.get(1), o -> o.strides(1, 2).padding(0, 0, 1, 1)))
        .gives(float32(Shape.of(1, 1, 1, 3), 10, 102, 20));
    Data longer = float32(Shape.of(1, 1, 1, 4), 10, 102, 20, 200);
    Example.of(PIXELS, filter)
        .graph(
            (builder, x) ->
                builder.convTranspose2d(
                    x.get(0),
                    x.get(1),
                    o -> o.strides(1, 2).padding(0, 0, 1, 1).outputPadding(0, 1)))
        .gives(longer);
    Example.of(PIXELS, filter)
        .graph(
            (builder, x) ->
                builder.convTranspose2d(
                    x.get(0),
                    x.get(1),
                    o -> o.strides(1, 2).padding(0, 0, 1, 1).outputPadding(7, 7).outputSizes(1, 4)))
        .gives(longer);
  }

  @Test
  void theFiltersLayoutIsItsOwn() {
    Data input = float32(Shape.of(1, 1, 2, 4), 1, 2, 3, 4, 5, 6, 7, 8);
    double[] weights = {1, 10, 100, 1000, 2, 20, 200, 2000};
    Data expected = float32(Shape.of(1, 1, 4, 2), 21, 4300, 65, 8700, 42, 8600, 130, 17400);
    grouped(
            input,
            float32(Shape.of(1, 2, 1, 4), weights),
            MLConvTranspose2dFilterOperandLayout.HWOI)
        .gives(expected);
    grouped(
            input,
            float32(Shape.of(1, 1, 2, 4), weights),
            MLConvTranspose2dFilterOperandLayout.OHWI)
        .gives(expected);
    grouped(
            input,
            float32(Shape.of(4, 1, 1, 2), 1, 2, 10, 20, 100, 200, 1000, 2000),
            MLConvTranspose2dFilterOperandLayout.IOHW)
        .gives(expected);
  }

  private static Example grouped(
      Data input, Data filter, MLConvTranspose2dFilterOperandLayout layout) {
    return Example.of(input, filter)
        .graph(
            (builder, x) ->
                builder.convTranspose2d(
                    x.get(0),
                    x.get(1),
                    o ->
                        o.groups(2)
                            .dilations(1, 2)
                            .inputLayout(MLInputOperandLayout.NHWC)
                            .filterLayout(layout)));
  }

  @Test
  void float16IsRoundedOnce() {
    Example.of(
            float16(Shape.of(1, 1, 1, 2), 2048, 1),
            float16(Shape.of(1, 1, 1, 2), 1, 1),
            float16(Shape.of(1), 0.5))
        .graph((builder, x) -> builder.convTranspose2d(x.get(0), x.get(1), o -> o.bias(x.get(2))))
        .gives(float16(Shape.of(1, 1, 1, 3), 2048, 2050, 1.5));
  }
}
