package dev.webnn4j;

import dev.webnn4j.op.Attributes;
import dev.webnn4j.op.OperandSlot;
import dev.webnn4j.op.Operands;
import dev.webnn4j.op.Operator;
import java.util.List;
import java.util.function.Consumer;

/** What all methods of operators come down to. */
sealed interface OperatorMethods
    permits ElementwiseMethods,
        ImageMethods,
        IndexMethods,
        LogicalMethods,
        MatrixMethods,
        NormalizationMethods,
        QuantizationMethods,
        RecurrentMethods,
        ReductionMethods,
        ShapeMethods {

  /**
   * Adds an operation.
   *
   * @return its results, one of most operators
   * @throws IllegalArgumentException if the operator's rules are broken
   */
  List<MLOperand> call(
      Operator operator, Operands<MLOperand> operands, Attributes attributes, String label);

  /** A call with options, whose operands and attributes join those that are parameters. */
  default <S extends MLOptions<S>> MLOperand apply(
      Operator operator,
      Operands<MLOperand> operands,
      Attributes arguments,
      S options,
      Consumer<? super S> configure) {
    return applyAll(operator, operands, arguments, options, configure).getFirst();
  }

  /** A call with options of an operator with several results. */
  default <S extends MLOptions<S>> List<MLOperand> applyAll(
      Operator operator,
      Operands<MLOperand> operands,
      Attributes arguments,
      S options,
      Consumer<? super S> configure) {
    configure.accept(options);
    Operands<MLOperand> all = operands;
    for (OperandSlot slot : options.operands().slots()) {
      all = all.with(slot, options.operands().get(slot));
    }
    Attributes attributes = arguments.and(options.attributes());
    return call(operator, all, attributes, options.label());
  }

  /** A call without options. */
  default MLOperand apply(Operator operator, Operands<MLOperand> operands, Attributes arguments) {
    return call(operator, operands, arguments, "").getFirst();
  }
}
