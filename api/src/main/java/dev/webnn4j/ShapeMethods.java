package dev.webnn4j;

import dev.webnn4j.op.Attributes;
import dev.webnn4j.op.Concat;
import dev.webnn4j.op.Expand;
import dev.webnn4j.op.LongOrList;
import dev.webnn4j.op.Operands;
import dev.webnn4j.op.Pad;
import dev.webnn4j.op.Reshape;
import dev.webnn4j.op.Reverse;
import dev.webnn4j.op.Slice;
import dev.webnn4j.op.Split;
import dev.webnn4j.op.Tile;
import dev.webnn4j.op.Transpose;
import dev.webnn4j.op.Triangular;
import java.util.List;
import java.util.function.Consumer;

/** Operators that move elements and do not change them. */
public sealed interface ShapeMethods extends OperatorMethods permits MLGraphBuilder {

  /** The inputs one after the other along an axis. */
  default MLOperand concat(List<MLOperand> inputs, long axis) {
    return apply(
        Concat.OPERATOR,
        Operands.<MLOperand>none().with(Concat.INPUTS, inputs),
        Attributes.of(Concat.AXIS, axis));
  }

  /**
   * The input repeated until it fills a shape.
   *
   * @param newShape to which the input's shape can be broadcast: aligned at the last axis, each of
   *     its dimensions is the same or 1
   */
  default MLOperand expand(MLOperand input, int... newShape) {
    return apply(
        Expand.OPERATOR,
        Operands.of(Expand.INPUT, input),
        Attributes.of(Expand.NEW_SHAPE, MLOptions.longs(newShape)));
  }

  /**
   * The input with elements added around it.
   *
   * @param input of rank 1 or more
   * @param beginningPadding how many elements are added before the first, for each axis
   * @param endingPadding how many are added behind the last, for each axis
   */
  default MLOperand pad(
      MLOperand input,
      int[] beginningPadding,
      int[] endingPadding,
      Consumer<MLPadOptions> options) {
    return apply(
        Pad.OPERATOR,
        Operands.of(Pad.INPUT, input),
        Attributes.of(Pad.BEGINNING_PADDING, MLOptions.longs(beginningPadding))
            .with(Pad.ENDING_PADDING, MLOptions.longs(endingPadding)),
        new MLPadOptions(),
        options);
  }

  /** The same elements under another shape. */
  default MLOperand reshape(MLOperand input, int... newShape) {
    return apply(
        Reshape.OPERATOR,
        Operands.of(Reshape.INPUT, input),
        Attributes.of(Reshape.NEW_SHAPE, MLOptions.longs(newShape)));
  }

  /** The elements backwards along some axes; without options along all. */
  default MLOperand reverse(MLOperand input, Consumer<MLReverseOptions> options) {
    return apply(
        Reverse.OPERATOR,
        Operands.of(Reverse.INPUT, input),
        Attributes.NONE,
        new MLReverseOptions(),
        options);
  }

  /**
   * A window of the input.
   *
   * @param starts where the window begins, for each axis
   * @param sizes how many elements it has, for each axis; at least 1
   * @return of shape [ceil(size / stride)...]
   */
  default MLOperand slice(
      MLOperand input, int[] starts, int[] sizes, Consumer<MLSliceOptions> options) {
    return apply(
        Slice.OPERATOR,
        Operands.of(Slice.INPUT, input),
        Attributes.of(Slice.STARTS, MLOptions.longs(starts))
            .with(Slice.SIZES, MLOptions.longs(sizes)),
        new MLSliceOptions(),
        options);
  }

  /** A window of the input, all of it. */
  default MLOperand slice(MLOperand input, int[] starts, int[] sizes) {
    return slice(input, starts, sizes, o -> {});
  }

  /**
   * The input cut along an axis into pieces of the same size.
   *
   * @param count of the pieces; divides the axis
   */
  default List<MLOperand> split(MLOperand input, int count, Consumer<MLSplitOptions> options) {
    return split(input, new LongOrList.One(count), options);
  }

  /**
   * The input cut along an axis into pieces.
   *
   * @param sizes of the pieces; their sum is the axis
   */
  default List<MLOperand> split(MLOperand input, int[] sizes, Consumer<MLSplitOptions> options) {
    return split(input, new LongOrList.Many(MLOptions.longs(sizes)), options);
  }

  /**
   * The input cut along an axis into pieces.
   *
   * @param splits how many, or the size of each
   */
  default List<MLOperand> split(
      MLOperand input, LongOrList splits, Consumer<MLSplitOptions> options) {
    return applyAll(
        Split.OPERATOR,
        Operands.of(Split.INPUT, input),
        Attributes.of(Split.SPLITS, splits),
        new MLSplitOptions(),
        options);
  }

  /**
   * The whole input again and again.
   *
   * @param repetitions how often, for each axis; at least 1
   */
  default MLOperand tile(MLOperand input, int... repetitions) {
    return apply(
        Tile.OPERATOR,
        Operands.of(Tile.INPUT, input),
        Attributes.of(Tile.REPETITIONS, MLOptions.longs(repetitions)));
  }

  /** The axes in another order; without options reversed. */
  default MLOperand transpose(MLOperand input, Consumer<MLTransposeOptions> options) {
    return apply(
        Transpose.OPERATOR,
        Operands.of(Transpose.INPUT, input),
        Attributes.NONE,
        new MLTransposeOptions(),
        options);
  }

  /**
   * The upper or lower triangle of each matrix, with zeros elsewhere.
   *
   * @param input of rank 2 or more; the last two axes are those of the matrices
   */
  default MLOperand triangular(MLOperand input, Consumer<MLTriangularOptions> options) {
    return apply(
        Triangular.OPERATOR,
        Operands.of(Triangular.INPUT, input),
        Attributes.NONE,
        new MLTriangularOptions(),
        options);
  }
}
