package dev.webnn4j.backend.spec;

import static dev.webnn4j.backend.spec.Data.float16;
import static dev.webnn4j.backend.spec.Data.float32;
import static dev.webnn4j.backend.spec.Data.int32;
import static dev.webnn4j.backend.spec.Data.integers;
import static dev.webnn4j.backend.spec.Data.uint8;

import dev.webnn4j.MLNumber;
import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.MLPaddingMode;
import dev.webnn4j.Shape;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Operators that move elements, by hand. */
final class ShapeExamplesTest {
  @Test
  void expandAlignsAtTheLastAxis() {
    Example.of(float32(Shape.of(2, 1), 1, 2))
        .graph((builder, x) -> builder.expand(x.getFirst(), 2, 2, 3))
        .gives(float32(Shape.of(2, 2, 3), 1, 1, 1, 2, 2, 2, 1, 1, 1, 2, 2, 2));
    Example.of(uint8(Shape.SCALAR, 7))
        .graph((builder, x) -> builder.expand(x.getFirst(), 3))
        .gives(uint8(Shape.of(3), 7, 7, 7));
  }

  @Test
  void tileRepeatsTheWhole() {
    Example.of(int32(Shape.of(2, 2), 1, 2, 3, 4))
        .graph((builder, x) -> builder.tile(x.getFirst(), 1, 2))
        .gives(int32(Shape.of(2, 4), 1, 2, 1, 2, 3, 4, 3, 4));
    Example.of(int32(Shape.of(2, 2), 1, 2, 3, 4))
        .graph((builder, x) -> builder.tile(x.getFirst(), 2, 1))
        .gives(int32(Shape.of(4, 2), 1, 2, 3, 4, 1, 2, 3, 4));
  }

  @Test
  void reverseOfAllAxesIsTheDefaultAndOfNoneTheIdentity() {
    Data x = float16(Shape.of(2, 3), 1, 2, 3, 4, 5, 6);
    Example.of(x)
        .graph((builder, in) -> builder.reverse(in.getFirst(), o -> {}))
        .gives(float16(Shape.of(2, 3), 6, 5, 4, 3, 2, 1));
    Example.of(x)
        .graph((builder, in) -> builder.reverse(in.getFirst(), o -> o.axes(1)))
        .gives(float16(Shape.of(2, 3), 3, 2, 1, 6, 5, 4));
    Example.of(x)
        .graph((builder, in) -> builder.reverse(in.getFirst(), o -> o.axes(0)))
        .gives(float16(Shape.of(2, 3), 4, 5, 6, 1, 2, 3));
    Example.of(x).graph((builder, in) -> builder.reverse(in.getFirst(), o -> o.axes())).gives(x);
  }

  @Test
  void sliceStepsWithinItsWindow() {
    Data x = int32(Shape.of(2, 5), 0, 1, 2, 3, 4, 10, 11, 12, 13, 14);
    Example.of(x)
        .graph((builder, in) -> builder.slice(in.getFirst(), new int[] {1, 1}, new int[] {1, 3}))
        .gives(int32(Shape.of(1, 3), 11, 12, 13));
    // A window of 4 in steps of 3 has the first and the last of it, one of 3 only the first.
    Example.of(x)
        .graphs(
            (builder, in) ->
                List.of(
                    builder.slice(
                        in.getFirst(), new int[] {0, 1}, new int[] {2, 4}, o -> o.strides(1, 3)),
                    builder.slice(
                        in.getFirst(), new int[] {0, 1}, new int[] {2, 3}, o -> o.strides(1, 3))))
        .gives(int32(Shape.of(2, 2), 1, 4, 11, 14), int32(Shape.of(2, 1), 1, 11));
    Example.of(float32(Shape.SCALAR, 5))
        .graph((builder, in) -> builder.slice(in.getFirst(), new int[0], new int[0]))
        .gives(float32(Shape.SCALAR, 5));
  }

  @Test
  void splitCutsEvenlyOrBySizes() {
    Data x = int32(Shape.of(2, 4), 0, 1, 2, 3, 10, 11, 12, 13);
    Example.of(x)
        .graphs((builder, in) -> builder.split(in.getFirst(), 2, o -> o.axis(1)))
        .gives(int32(Shape.of(2, 2), 0, 1, 10, 11), int32(Shape.of(2, 2), 2, 3, 12, 13));
    Example.of(x)
        .graphs((builder, in) -> builder.split(in.getFirst(), new int[] {1, 3}, o -> o.axis(1)))
        .gives(int32(Shape.of(2, 1), 0, 10), int32(Shape.of(2, 3), 1, 2, 3, 11, 12, 13));
    Example.of(x)
        .graphs((builder, in) -> builder.split(in.getFirst(), 2, o -> {}))
        .gives(int32(Shape.of(1, 4), 0, 1, 2, 3), int32(Shape.of(1, 4), 10, 11, 12, 13));
  }

  /** The example of the specification, and its former mode. */
  @Test
  void padModes() {
    padded(
        MLPaddingMode.CONSTANT,
        """
        9 9 9 9 9 9 9
        9 9 1 2 3 9 9
        9 9 4 5 6 9 9
        9 9 9 9 9 9 9
        """);
    padded(
        MLPaddingMode.EDGE,
        """
        1 1 1 2 3 3 3
        1 1 1 2 3 3 3
        4 4 4 5 6 6 6
        4 4 4 5 6 6 6
        """);
    padded(
        MLPaddingMode.REFLECTION,
        """
        6 5 4 5 6 5 4
        3 2 1 2 3 2 1
        6 5 4 5 6 5 4
        3 2 1 2 3 2 1
        """);
    padded(
        MLPaddingMode.SYMMETRIC,
        """
        2 1 1 2 3 3 2
        2 1 1 2 3 3 2
        5 4 4 5 6 6 5
        5 4 4 5 6 6 5
        """);
  }

  private static void padded(MLPaddingMode mode, String expected) {
    double[] elements =
        expected
            .strip()
            .lines()
            .flatMap(row -> Stream.of(row.split(" ")))
            .mapToDouble(Double::parseDouble)
            .toArray();
    Example.of(float32(Shape.of(2, 3), 1, 2, 3, 4, 5, 6))
        .graph(
            (builder, x) ->
                builder.pad(
                    x.getFirst(), new int[] {1, 2}, new int[] {1, 2}, o -> o.mode(mode).value(9)))
        .gives(float32(Shape.of(4, 7), elements));
  }

  @Test
  void padCastsItsValue() {
    int[] none = {0};
    int[] one = {1};
    Example.of(uint8(Shape.of(1), 1))
        .graph((builder, x) -> builder.pad(x.getFirst(), one, none, o -> o.value(300.5)))
        .gives(uint8(Shape.of(2), 255, 1));
    Example.of(int32(Shape.of(1), 1))
        .graph((builder, x) -> builder.pad(x.getFirst(), none, one, o -> o.value(-2.5)))
        .gives(int32(Shape.of(2), 1, -2));
    Example.of(float16(Shape.of(1), 1))
        .graph((builder, x) -> builder.pad(x.getFirst(), one, one, o -> o.value(65520)))
        .gives(float16(Shape.of(3), Double.POSITIVE_INFINITY, 1, Double.POSITIVE_INFINITY));
    MLNumber large = MLNumber.of(BigInteger.TWO.pow(63).add(BigInteger.ONE));
    Example.of(integers(MLOperandDataType.UINT64, Shape.of(1), 1))
        .graph((builder, x) -> builder.pad(x.getFirst(), one, none, o -> o.value(large)))
        .gives(integers(MLOperandDataType.UINT64, Shape.of(2), Long.MIN_VALUE + 1, 1));
  }

  @Test
  void triangularKeepsItsDiagonal() {
    Data x = float32(Shape.of(3, 3), 7, 1, 2, 9, 4, 8, 2, 6, 3);
    Example.of(x)
        .graphs(
            (builder, in) ->
                List.of(
                    builder.triangular(in.getFirst(), o -> {}),
                    builder.triangular(in.getFirst(), o -> o.diagonal(1)),
                    builder.triangular(in.getFirst(), o -> o.diagonal(-1)),
                    builder.triangular(in.getFirst(), o -> o.upper(false)),
                    builder.triangular(in.getFirst(), o -> o.upper(false).diagonal(1)),
                    builder.triangular(in.getFirst(), o -> o.upper(false).diagonal(-1))))
        .gives(
            float32(Shape.of(3, 3), 7, 1, 2, 0, 4, 8, 0, 0, 3),
            float32(Shape.of(3, 3), 0, 1, 2, 0, 0, 8, 0, 0, 0),
            float32(Shape.of(3, 3), 7, 1, 2, 9, 4, 8, 0, 6, 3),
            float32(Shape.of(3, 3), 7, 0, 0, 9, 4, 0, 2, 6, 3),
            float32(Shape.of(3, 3), 7, 1, 0, 9, 4, 8, 2, 6, 3),
            float32(Shape.of(3, 3), 0, 0, 0, 9, 0, 0, 2, 6, 0));
    // What is left out is zero, even of what is no number.
    Example.of(float32(Shape.of(1, 2, 2), 1, Double.NaN, Double.NEGATIVE_INFINITY, Double.NaN))
        .graph(
            (builder, in) -> builder.triangular(in.getFirst(), o -> o.diagonal(Integer.MAX_VALUE)))
        .gives(float32(Shape.of(1, 2, 2), 0, 0, 0, 0));
  }
}
