package dev.webnn4j;

import dev.webnn4j.op.ArgMinMax;
import dev.webnn4j.op.Attributes;
import dev.webnn4j.op.Operands;
import java.util.function.Consumer;

/** Operators that make one element of many: sums, extremes, norms. */
public sealed interface ReductionMethods extends OperatorMethods permits MLGraphBuilder {

  /** The index of the least element along an axis; of equal ones the first. */
  default MLOperand argMin(MLOperand input, long axis, Consumer<MLArgMinMaxOptions> options) {
    return argMinMax(ArgMinMax.ARG_MIN, input, axis, options);
  }

  /** The index of the greatest element along an axis; of equal ones the first. */
  default MLOperand argMax(MLOperand input, long axis, Consumer<MLArgMinMaxOptions> options) {
    return argMinMax(ArgMinMax.ARG_MAX, input, axis, options);
  }

  /** The index of the least or greatest element along an axis. */
  default MLOperand argMinMax(
      ArgMinMax which, MLOperand input, long axis, Consumer<MLArgMinMaxOptions> options) {
    return apply(
        which.operator(),
        Operands.of(ArgMinMax.INPUT, input),
        Attributes.of(ArgMinMax.AXIS, axis),
        new MLArgMinMaxOptions(),
        options);
  }
}
