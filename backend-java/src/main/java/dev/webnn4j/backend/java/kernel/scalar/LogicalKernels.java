package dev.webnn4j.backend.java.kernel.scalar;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.graph.Node;
import dev.webnn4j.op.Comparison;
import dev.webnn4j.op.LogicalBinary;
import dev.webnn4j.op.LogicalUnary;

/** Comparisons and logic: functions of one or two elements that give 0 or 1. */
final class LogicalKernels {
  private LogicalKernels() {}

  static Candidate comparison(Node node, KernelContext context) {
    Comparison comparison = Comparison.of(node.operator()).orElseThrow();
    MLOperandDataType type = node.operand(Comparison.A).type().dataType();
    return BinaryKernels.offer(
        node, context, LogicalLoops.floats(comparison), LogicalLoops.integers(comparison, type));
  }

  static Candidate binary(Node node, KernelContext context) {
    LogicalBinary function = LogicalBinary.of(node.operator()).orElseThrow();
    return BinaryKernels.ofIntegers(node, context, LogicalLoops.integers(function));
  }

  static Candidate unary(Node node, KernelContext context) {
    return switch (LogicalUnary.of(node.operator()).orElseThrow()) {
      case LOGICAL_NOT -> UnaryKernels.ofIntegers(node, context, LogicalLoops.not());
      case IS_NAN -> UnaryKernels.ofFloats(node, context, LogicalLoops.isNaN());
      case IS_INFINITE -> UnaryKernels.ofFloats(node, context, LogicalLoops.isInfinite());
    };
  }
}
