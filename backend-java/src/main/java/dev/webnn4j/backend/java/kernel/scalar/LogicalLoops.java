package dev.webnn4j.backend.java.kernel.scalar;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.op.Comparison;
import dev.webnn4j.op.LogicalBinary;

/** The loops of comparisons and logic; the truth, 0 or 1, takes the place of the first operand. */
final class LogicalLoops {
  private LogicalLoops() {}

  static BinaryLoops.FloatLoop floats(Comparison comparison) {
    return switch (comparison) {
      case EQUAL ->
          (a, b, count) -> {
            for (int i = 0; i < count; i++) {
              a[i] = a[i] == b[i] ? 1 : 0;
            }
          };
      case NOT_EQUAL ->
          (a, b, count) -> {
            for (int i = 0; i < count; i++) {
              a[i] = a[i] != b[i] ? 1 : 0;
            }
          };
      case GREATER ->
          (a, b, count) -> {
            for (int i = 0; i < count; i++) {
              a[i] = a[i] > b[i] ? 1 : 0;
            }
          };
      case GREATER_OR_EQUAL ->
          (a, b, count) -> {
            for (int i = 0; i < count; i++) {
              a[i] = a[i] >= b[i] ? 1 : 0;
            }
          };
      case LESSER ->
          (a, b, count) -> {
            for (int i = 0; i < count; i++) {
              a[i] = a[i] < b[i] ? 1 : 0;
            }
          };
      case LESSER_OR_EQUAL ->
          (a, b, count) -> {
            for (int i = 0; i < count; i++) {
              a[i] = a[i] <= b[i] ? 1 : 0;
            }
          };
    };
  }

  static BinaryLoops.LongLoop integers(Comparison comparison, MLOperandDataType type) {
    long order = Integers.order(type);
    return switch (comparison) {
      case EQUAL -> byOrder(order, 0, 1, 0);
      case NOT_EQUAL -> byOrder(order, 1, 0, 1);
      case GREATER -> byOrder(order, 0, 0, 1);
      case GREATER_OR_EQUAL -> byOrder(order, 0, 1, 1);
      case LESSER -> byOrder(order, 1, 0, 0);
      case LESSER_OR_EQUAL -> byOrder(order, 1, 1, 0);
    };
  }

  private static BinaryLoops.LongLoop byOrder(long order, int less, int equal, int greater) {
    return (a, b, count) -> {
      for (int i = 0; i < count; i++) {
        long x = a[i] ^ order;
        long y = b[i] ^ order;
        a[i] = x < y ? less : x == y ? equal : greater;
      }
    };
  }

  static BinaryLoops.LongLoop integers(LogicalBinary function) {
    return switch (function) {
      case LOGICAL_AND -> BinaryLoops.each((a, b) -> a != 0 && b != 0 ? 1 : 0);
      case LOGICAL_OR -> BinaryLoops.each((a, b) -> (a | b) != 0 ? 1 : 0);
      case LOGICAL_XOR -> BinaryLoops.each((a, b) -> (a != 0) != (b != 0) ? 1 : 0);
    };
  }

  static UnaryLoops.LongLoop not() {
    return UnaryLoops.eachLong(a -> a == 0 ? 1 : 0);
  }

  static UnaryLoops.FloatLoop isNaN() {
    return (row, count) -> {
      for (int i = 0; i < count; i++) {
        row[i] = Float.isNaN(row[i]) ? 1 : 0;
      }
    };
  }

  static UnaryLoops.FloatLoop isInfinite() {
    return (row, count) -> {
      for (int i = 0; i < count; i++) {
        row[i] = Float.isInfinite(row[i]) ? 1 : 0;
      }
    };
  }
}
