package dev.webnn4j.backend.spec;

import static dev.webnn4j.backend.spec.Data.float32;

import dev.webnn4j.MLAutoPad;
import dev.webnn4j.MLGroupConv2dOptions;
import dev.webnn4j.Shape;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * The extension groupConv2d after OpenVINO's GroupConvolution-1; the numbers are those of a direct
 * convolution in NumPy.
 */
final class GroupConv2dExamplesTest {
  private static final Data ROWS = float32(Shape.of(1, 1, 2, 4), 1, 2, 3, 4, 5, 6, 7, 8);
  private static final Data TAPS = float32(Shape.of(1, 1, 1, 1, 3), 1, 2, 3);

  private static Example conv(Data input, Data filter, Consumer<MLGroupConv2dOptions> options) {
    return Example.of(input, filter)
        .graph((builder, x) -> builder.groupConv2d(x.getFirst(), x.getLast(), options));
  }

  @Test
  void groupsAreTheFiltersFirstDimension() {
    conv(
            float32(Shape.of(1, 4, 1, 2), 1, 2, 3, 4, 5, 6, 7, 8),
            float32(Shape.of(2, 3, 2, 1, 1), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12),
            o -> {})
        .gives(float32(Shape.of(1, 6, 1, 2), 7, 10, 15, 22, 23, 34, 91, 106, 115, 134, 139, 162));
  }

  @Test
  void depthwise() {
    conv(
            float32(Shape.of(1, 2, 1, 2), 1, 2, 3, 4),
            float32(Shape.of(2, 2, 1, 1, 1), 1, 10, 100, 1000),
            o -> {})
        .gives(float32(Shape.of(1, 4, 1, 2), 1, 2, 10, 20, 300, 400, 3000, 4000));
  }

  /** One column of padding is needed; it goes to the end, or to the beginning. */
  @Test
  void samePaddingPutsTheOddColumnAtItsSide() {
    conv(ROWS, TAPS, o -> o.strides(1, 2).autoPad(MLAutoPad.SAME_UPPER))
        .gives(float32(Shape.of(1, 1, 2, 2), 14, 11, 38, 23));
    conv(ROWS, TAPS, o -> o.strides(1, 2).autoPad(MLAutoPad.SAME_LOWER))
        .gives(float32(Shape.of(1, 1, 2, 2), 8, 20, 28, 44));
  }

  @Test
  void paddingCountsOnlyIfExplicit() {
    Data valid = float32(Shape.of(1, 1, 2, 2), 14, 20, 38, 44);
    conv(ROWS, TAPS, o -> o.padding(5, 5, 5, 5).autoPad(MLAutoPad.VALID)).gives(valid);
    conv(ROWS, TAPS, o -> {}).gives(valid);
    conv(ROWS, TAPS, o -> o.padding(0, 0, 1, 0))
        .gives(float32(Shape.of(1, 1, 2, 3), 8, 14, 20, 28, 38, 44));
  }

  @Test
  void dilations() {
    conv(ROWS, float32(Shape.of(1, 1, 1, 2, 2), 1, 10, 100, 1000), o -> o.dilations(1, 3))
        .gives(float32(Shape.of(1, 1, 1, 1), 8541));
  }
}
