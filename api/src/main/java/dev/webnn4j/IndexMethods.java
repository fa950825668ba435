package dev.webnn4j;

import dev.webnn4j.op.Attributes;
import dev.webnn4j.op.Gather;
import dev.webnn4j.op.GatherElements;
import dev.webnn4j.op.GatherNd;
import dev.webnn4j.op.Operands;
import dev.webnn4j.op.ScatterElements;
import dev.webnn4j.op.ScatterNd;
import java.util.function.Consumer;

/**
 * Operators that pick and place elements by index: gather and scatter. Indices are int32, uint32 or
 * int64. A negative one counts from the end of its axis; one that is out of range stands for the
 * first or last element.
 */
public sealed interface IndexMethods extends OperatorMethods permits MLGraphBuilder {

  /**
   * Slices of the input along an axis.
   *
   * @param input of shape [A..., N, B...], N along the axis of the options
   * @param indices of any shape [I...]
   * @return of shape [A..., I..., B...]
   */
  default MLOperand gather(MLOperand input, MLOperand indices, Consumer<MLGatherOptions> options) {
    return apply(
        Gather.OPERATOR,
        Operands.of(Gather.INPUT, input, Gather.INDICES, indices),
        Attributes.NONE,
        new MLGatherOptions(Gather.AXIS),
        options);
  }

  /** Slices of the input along its first axis. */
  default MLOperand gather(MLOperand input, MLOperand indices) {
    return gather(input, indices, o -> {});
  }

  /**
   * Single elements of the input: {@code result[i, j, k] = input[indices[i, j, k], j, k]} for axis
   * 0, and so on.
   *
   * @param indices of the input's shape, but for the axis of the options
   * @return of the shape of the indices
   */
  default MLOperand gatherElements(
      MLOperand input, MLOperand indices, Consumer<MLGatherOptions> options) {
    return apply(
        GatherElements.OPERATOR,
        Operands.of(GatherElements.INPUT, input, GatherElements.INDICES, indices),
        Attributes.NONE,
        new MLGatherOptions(GatherElements.AXIS),
        options);
  }

  /**
   * Slices of the input by their coordinates.
   *
   * @param input of shape [N1, ..., Nk, B...]
   * @param indices of shape [I..., k]: k coordinates each
   * @return of shape [I..., B...]
   */
  default MLOperand gatherND(MLOperand input, MLOperand indices) {
    return apply(
        GatherNd.OPERATOR,
        Operands.of(GatherNd.INPUT, input, GatherNd.INDICES, indices),
        Attributes.NONE);
  }

  /**
   * The input with single elements replaced: {@code result[indices[i, j, k], j, k] = updates[i, j,
   * k]} for axis 0, and so on. Where several updates meet, the last in row-major order counts.
   *
   * @param indices of the input's shape, but for the axis of the options
   * @param updates of the shape of the indices and the data type of the input
   * @return of the shape of the input
   */
  default MLOperand scatterElements(
      MLOperand input, MLOperand indices, MLOperand updates, Consumer<MLScatterOptions> options) {
    return apply(
        ScatterElements.OPERATOR,
        Operands.of(ScatterElements.INPUT, input, ScatterElements.INDICES, indices)
            .with(ScatterElements.UPDATES, updates),
        Attributes.NONE,
        new MLScatterOptions(),
        options);
  }

  /**
   * The input with slices replaced by their coordinates. Where several updates meet, the last
   * counts.
   *
   * @param input of shape [N1, ..., Nk, B...]
   * @param indices of shape [I..., k]: k coordinates each
   * @param updates of shape [I..., B...] and the data type of the input
   * @return of the shape of the input
   */
  default MLOperand scatterND(MLOperand input, MLOperand indices, MLOperand updates) {
    return apply(
        ScatterNd.OPERATOR,
        Operands.of(ScatterNd.INPUT, input, ScatterNd.INDICES, indices)
            .with(ScatterNd.UPDATES, updates),
        Attributes.NONE);
  }
}
