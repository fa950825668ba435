package dev.webnn4j;

import dev.webnn4j.op.Attributes;
import dev.webnn4j.op.Comparison;
import dev.webnn4j.op.LogicalBinary;
import dev.webnn4j.op.LogicalUnary;
import dev.webnn4j.op.Operands;
import dev.webnn4j.op.Where;

/**
 * Comparisons, logic and selection. Truth values are of type uint8: whatever is not 0 is true, and
 * results are 0 or 1.
 */
public sealed interface LogicalMethods extends OperatorMethods permits MLGraphBuilder {

  /** Whether {@code a == b}; -0 equals 0, and NaN equals nothing; element by element, broadcast. */
  default MLOperand equal(MLOperand a, MLOperand b) {
    return compare(Comparison.EQUAL, a, b);
  }

  /** Whether {@code a != b}, which holds if one of them is NaN; element by element, broadcast. */
  default MLOperand notEqual(MLOperand a, MLOperand b) {
    return compare(Comparison.NOT_EQUAL, a, b);
  }

  /** Whether {@code a > b}; element by element, broadcast. */
  default MLOperand greater(MLOperand a, MLOperand b) {
    return compare(Comparison.GREATER, a, b);
  }

  /** Whether {@code a >= b}; element by element, broadcast. */
  default MLOperand greaterOrEqual(MLOperand a, MLOperand b) {
    return compare(Comparison.GREATER_OR_EQUAL, a, b);
  }

  /** Whether {@code a < b}; element by element, broadcast. */
  default MLOperand lesser(MLOperand a, MLOperand b) {
    return compare(Comparison.LESSER, a, b);
  }

  /** Whether {@code a <= b}; element by element, broadcast. */
  default MLOperand lesserOrEqual(MLOperand a, MLOperand b) {
    return compare(Comparison.LESSER_OR_EQUAL, a, b);
  }

  /**
   * One of the comparisons.
   *
   * @param a of any data type
   * @param b of the same type
   * @return uint8, of the shape that both broadcast to
   */
  default MLOperand compare(Comparison comparison, MLOperand a, MLOperand b) {
    return apply(
        comparison.operator(), Operands.of(Comparison.A, a, Comparison.B, b), Attributes.NONE);
  }

  /** Whether both are true; element by element, broadcast. */
  default MLOperand logicalAnd(MLOperand a, MLOperand b) {
    return logical(LogicalBinary.LOGICAL_AND, a, b);
  }

  /** Whether at least one is true; element by element, broadcast. */
  default MLOperand logicalOr(MLOperand a, MLOperand b) {
    return logical(LogicalBinary.LOGICAL_OR, a, b);
  }

  /** Whether exactly one is true; element by element, broadcast. */
  default MLOperand logicalXor(MLOperand a, MLOperand b) {
    return logical(LogicalBinary.LOGICAL_XOR, a, b);
  }

  /**
   * One of the functions of two truth values.
   *
   * @param a uint8
   * @param b uint8
   * @return uint8, of the shape that both broadcast to
   */
  default MLOperand logical(LogicalBinary function, MLOperand a, MLOperand b) {
    return apply(
        function.operator(), Operands.of(LogicalBinary.A, a, LogicalBinary.B, b), Attributes.NONE);
  }

  /** 1 for 0, and 0 for all else. */
  default MLOperand logicalNot(MLOperand a) {
    return logical(LogicalUnary.LOGICAL_NOT, a);
  }

  /** Whether an element, float32 or float16, is not a number. */
  default MLOperand isNaN(MLOperand a) {
    return logical(LogicalUnary.IS_NAN, a);
  }

  /** Whether an element, float32 or float16, is an infinity of either sign. */
  default MLOperand isInfinite(MLOperand a) {
    return logical(LogicalUnary.IS_INFINITE, a);
  }

  /**
   * One of the questions about each element.
   *
   * @return uint8, of the operand's shape
   */
  default MLOperand logical(LogicalUnary function, MLOperand a) {
    return apply(function.operator(), Operands.of(function.a(), a), Attributes.NONE);
  }

  /**
   * The elements of one operand where a condition is true, and those of another where it is false.
   *
   * @param condition uint8
   * @param trueValue of any data type
   * @param falseValue of the same type
   * @return of the values' type and the shape that all three broadcast to
   */
  default MLOperand where(MLOperand condition, MLOperand trueValue, MLOperand falseValue) {
    return apply(
        Where.OPERATOR,
        Operands.of(Where.CONDITION, condition)
            .with(Where.TRUE_VALUE, trueValue)
            .with(Where.FALSE_VALUE, falseValue),
        Attributes.NONE);
  }
}
