package dev.webnn4j.op;

import static dev.webnn4j.op.InvalidCalls.invalid;
import static dev.webnn4j.op.InvalidCalls.operands;
import static dev.webnn4j.op.InvalidCalls.with;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.MLPaddingMode;
import dev.webnn4j.Shape;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The rules of the operators that move elements. */
final class InvalidShapesTest {
  @TestFactory
  Stream<DynamicTest> expand() {
    return Stream.of(
        invalid("newShape is required", Expand.OPERATOR, operands(Expand.INPUT, 2)),
        invalid(
            "the input [2, 3] cannot be broadcast to newShape [3, 3]",
            Expand.OPERATOR,
            operands(Expand.INPUT, 2, 3),
            with(Expand.NEW_SHAPE, List.of(3L, 3L))),
        invalid(
            "the input [1, 3] cannot be broadcast to newShape [3]",
            Expand.OPERATOR,
            operands(Expand.INPUT, 1, 3),
            with(Expand.NEW_SHAPE, List.of(3L))),
        invalid(
            "dimension 0 must be within 1 to 2147483647",
            Expand.OPERATOR,
            operands(Expand.INPUT),
            with(Expand.NEW_SHAPE, List.of(0L))),
        invalid(
            "has rank 9; at most 8 is allowed",
            Expand.OPERATOR,
            operands(Expand.INPUT),
            with(Expand.NEW_SHAPE, Collections.nCopies(9, 1L))),
        invalid(
            "takes more than 2147483647 bytes",
            Expand.OPERATOR,
            operands(Expand.INPUT, 2),
            with(Expand.NEW_SHAPE, List.of(1L << 30, 2L))));
  }

  @TestFactory
  Stream<DynamicTest> tile() {
    return Stream.of(
        invalid(
            "repetitions [2] must have 2 values",
            Tile.OPERATOR,
            operands(Tile.INPUT, 2, 3),
            with(Tile.REPETITIONS, List.of(2L))),
        invalid(
            "repetitions [1, 0] must be at least 1 each",
            Tile.OPERATOR,
            operands(Tile.INPUT, 2, 3),
            with(Tile.REPETITIONS, List.of(1L, 0L))),
        invalid(
            "dimension 0 must be within 1 to 2147483647",
            Tile.OPERATOR,
            operands(Tile.INPUT, 2),
            with(Tile.REPETITIONS, List.of(1L << 30))),
        invalid(
            "takes more than 2147483647 bytes",
            Tile.OPERATOR,
            operands(Tile.INPUT, 2, 2),
            with(Tile.REPETITIONS, List.of(1L << 20, 1L << 20))));
  }

  @TestFactory
  Stream<DynamicTest> reverse() {
    return Stream.of(
        invalid(
            "axes [1, 1] must be different ones of the input's 2",
            Reverse.OPERATOR,
            operands(Reverse.INPUT, 2, 3),
            with(Reverse.AXES, List.of(1L, 1L))),
        invalid(
            "axes [2] must be different ones of the input's 2",
            Reverse.OPERATOR,
            operands(Reverse.INPUT, 2, 3),
            with(Reverse.AXES, List.of(2L))));
  }

  private static DynamicTest invalidSlice(String message, List<Long> starts, List<Long> sizes) {
    return invalid(
        message,
        Slice.OPERATOR,
        operands(Slice.INPUT, 4, 5),
        with(Slice.STARTS, starts).with(Slice.SIZES, sizes));
  }

  @TestFactory
  Stream<DynamicTest> slice() {
    Attributes fitting = with(Slice.STARTS, List.of(0L, 1L)).with(Slice.SIZES, List.of(4L, 4L));
    return Stream.of(
        invalidSlice("starts [1] must have 2 values", List.of(1L), List.of(1L, 1L)),
        invalidSlice("sizes [1] must have 2 values", List.of(1L, 1L), List.of(1L)),
        invalidSlice("sizes [1, 0] must be at least 1 each", List.of(0L, 0L), List.of(1L, 0L)),
        invalidSlice(
            "4 elements from 2 on reach beyond axis 1 of the input [4, 5]",
            List.of(0L, 2L),
            List.of(4L, 4L)),
        invalidSlice("1 elements from 5 on reach beyond axis 1", List.of(0L, 5L), List.of(1L, 1L)),
        invalidSlice(
            "starts 4294967295 is larger than 2147483647",
            List.of(4294967295L, 0L),
            List.of(1L, 1L)),
        invalid(
            "strides [1] must have 2 values",
            Slice.OPERATOR,
            operands(Slice.INPUT, 4, 5),
            fitting.with(Slice.STRIDES, List.of(1L))),
        invalid(
            "strides [1, 0] must be at least 1 each",
            Slice.OPERATOR,
            operands(Slice.INPUT, 4, 5),
            fitting.with(Slice.STRIDES, List.of(1L, 0L))));
  }

  private static DynamicTest invalidSplit(String message, LongOrList splits) {
    return invalid(
        message, Split.OPERATOR, operands(Split.INPUT, 6, 5), with(Split.SPLITS, splits));
  }

  private static LongOrList sizes(Long... sizes) {
    return new LongOrList.Many(List.of(sizes));
  }

  @TestFactory
  Stream<DynamicTest> split() {
    return Stream.of(
        invalidSplit("splits makes 0 pieces; allowed: 1 to 8192", new LongOrList.One(0)),
        invalidSplit("splits makes 8193 pieces", new LongOrList.One(8193)),
        invalidSplit("splits 4 must divide axis 0, which has 6 elements", new LongOrList.One(4)),
        invalidSplit("splits makes 0 pieces", sizes()),
        invalidSplit("splits [6, 0] must be at least 1 each", sizes(6L, 0L)),
        invalidSplit("splits [2, 3] must sum up to the 6 elements of axis 0", sizes(2L, 3L)),
        invalid(
            "axis 2 is out of range for an input of rank 2",
            Split.OPERATOR,
            operands(Split.INPUT, 6, 5),
            with(Split.SPLITS, sizes(6L)).with(Split.AXIS, 2L)),
        invalid(
            "axis -1 is out of range",
            Split.OPERATOR,
            operands(Split.INPUT, 6, 5),
            with(Split.SPLITS, sizes(6L)).with(Split.AXIS, -1L)),
        invalid("splits is required", Split.OPERATOR, operands(Split.INPUT, 6)),
        invalid(
            "input has rank 0; allowed: 1 to 8",
            Split.OPERATOR,
            operands(Split.INPUT),
            with(Split.SPLITS, sizes(1L))),
        invalid(
            "splits makes 8193 pieces",
            Split.OPERATOR,
            operands(Split.INPUT, 8193),
            with(Split.SPLITS, new LongOrList.Many(Collections.nCopies(8193, 1L)))));
  }

  @Test
  void splitGivesATypeForEachPiece() {
    Call call =
        new Call(
            Split.OPERATOR,
            operands(Split.INPUT, 2, 5),
            with(Split.SPLITS, sizes(1L, 4L)).with(Split.AXIS, 1L),
            "");
    assertEquals(
        List.of(InvalidCalls.floats(2, 1), InvalidCalls.floats(2, 4)), Split.OPERATOR.infer(call));
  }

  private static DynamicTest invalidPad(
      String message, MLPaddingMode mode, List<Long> begin, List<Long> end) {
    return invalid(
        message,
        Pad.OPERATOR,
        operands(Pad.INPUT, 2, 3),
        with(Pad.BEGINNING_PADDING, begin).with(Pad.ENDING_PADDING, end).with(Pad.MODE, mode));
  }

  @TestFactory
  Stream<DynamicTest> pad() {
    List<Long> none = List.of(0L, 0L);
    return Stream.of(
        invalidPad(
            "beginningPadding [0] must have 2 values", MLPaddingMode.CONSTANT, List.of(0L), none),
        invalidPad(
            "endingPadding [0] must have 2 values", MLPaddingMode.CONSTANT, none, List.of(0L)),
        invalidPad(
            "a padding of 3 is too long for mode reflection on axis 1 of the input [2, 3];"
                + " at most 2 is allowed",
            MLPaddingMode.REFLECTION,
            none,
            List.of(0L, 3L)),
        invalidPad(
            "a padding of 3 is too long for mode symmetric on axis 0 of the input [2, 3];"
                + " at most 2 is allowed",
            MLPaddingMode.SYMMETRIC,
            List.of(3L, 0L),
            none),
        invalidPad(
            "dimension 1 must be within 1 to 2147483647",
            MLPaddingMode.EDGE,
            List.of(0L, 2147483647L),
            none),
        invalidPad(
            "takes more than 2147483647 bytes", MLPaddingMode.EDGE, List.of(0L, 1L << 30), none),
        invalid(
            "input has rank 0; allowed: 1 to 8",
            Pad.OPERATOR,
            operands(Pad.INPUT),
            with(Pad.BEGINNING_PADDING, List.of()).with(Pad.ENDING_PADDING, List.of())));
  }

  @TestFactory
  Stream<DynamicTest> triangular() {
    return Stream.of(
        invalid(
            "input has rank 1; allowed: 2 to 8",
            Triangular.OPERATOR,
            operands(Triangular.INPUT, 3)),
        invalid(
            "input has data type int4",
            Triangular.OPERATOR,
            Operands.of(
                Triangular.INPUT,
                new MLOperandDescriptor(MLOperandDataType.INT4, Shape.of(2, 2)))));
  }
}
