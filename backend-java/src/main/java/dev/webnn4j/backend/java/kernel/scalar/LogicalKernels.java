package dev.webnn4j.backend.java.kernel.scalar;

import dev.webnn4j.backend.java.kernel.KernelFactory;
import dev.webnn4j.op.Comparison;
import dev.webnn4j.op.LogicalBinary;
import dev.webnn4j.op.LogicalUnary;
import dev.webnn4j.op.Operator;
import java.util.HashMap;
import java.util.Map;

/** Comparisons and logic: functions of one or two elements that give 0 or 1. */
final class LogicalKernels {
  private LogicalKernels() {}

  static Map<Operator, KernelFactory> factories() {
    Map<Operator, KernelFactory> factories = new HashMap<>();
    for (Comparison comparison : Comparison.values()) {
      factories.put(
          comparison.operator(),
          (node, context) ->
              BinaryKernels.offer(
                  node,
                  context,
                  LogicalLoops.floats(comparison),
                  LogicalLoops.integers(comparison, node.operand(Comparison.A).type().dataType())));
    }
    for (LogicalBinary function : LogicalBinary.values()) {
      factories.put(
          function.operator(),
          (node, context) ->
              BinaryKernels.ofIntegers(node, context, LogicalLoops.integers(function)));
    }
    factories.put(
        LogicalUnary.LOGICAL_NOT.operator(),
        (node, context) -> UnaryKernels.ofIntegers(node, context, LogicalLoops.not()));
    factories.put(
        LogicalUnary.IS_NAN.operator(),
        (node, context) -> UnaryKernels.ofFloats(node, context, LogicalLoops.isNaN()));
    factories.put(
        LogicalUnary.IS_INFINITE.operator(),
        (node, context) -> UnaryKernels.ofFloats(node, context, LogicalLoops.isInfinite()));
    return factories;
  }
}
