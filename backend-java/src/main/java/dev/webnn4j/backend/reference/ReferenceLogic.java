package dev.webnn4j.backend.reference;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.Shape;
import dev.webnn4j.op.Comparison;
import dev.webnn4j.op.LogicalBinary;
import dev.webnn4j.op.LogicalUnary;
import dev.webnn4j.op.OperandSlot;
import dev.webnn4j.op.Operator;
import dev.webnn4j.op.Where;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;

/** Comparisons, logic and selection. */
final class ReferenceLogic {
  private ReferenceLogic() {}

  static Map<Operator, ReferenceFunction> functions() {
    Map<Operator, ReferenceFunction> table = new HashMap<>();
    for (Comparison comparison : Comparison.values()) {
      table.put(comparison.operator(), call -> compare(comparison, call));
    }
    for (LogicalBinary function : LogicalBinary.values()) {
      table.put(function.operator(), call -> combine(function, call));
    }
    for (LogicalUnary function : LogicalUnary.values()) {
      table.put(function.operator(), call -> ask(function, call));
    }
    table.put(Where.OPERATOR, ReferenceLogic::where);
    return table;
  }

  private static Tensor compare(Comparison comparison, ReferenceCall call) {
    Tensor a = call.tensor(Comparison.A);
    Tensor b = call.tensor(Comparison.B);
    MLOperandDataType type = a.type().dataType();
    return truths(
        call,
        i -> {
          int left = place(call, Comparison.A, i);
          int right = place(call, Comparison.B, i);
          return type.isFloat()
              ? holds(comparison, a.real(left), b.real(right))
              : holds(
                  comparison,
                  ReferenceBinary.exact(type, a.integer(left)),
                  ReferenceBinary.exact(type, b.integer(right)));
        });
  }

  private static boolean holds(Comparison comparison, double a, double b) {
    return switch (comparison) {
      case EQUAL -> a == b;
      case NOT_EQUAL -> a != b;
      case GREATER -> a > b;
      case GREATER_OR_EQUAL -> a >= b;
      case LESSER -> a < b;
      case LESSER_OR_EQUAL -> a <= b;
    };
  }

  private static boolean holds(Comparison comparison, BigInteger a, BigInteger b) {
    // Exact, since what is compared is nothing but the sign of the difference.
    return holds(comparison, (double) a.compareTo(b), 0);
  }

  private static Tensor combine(LogicalBinary function, ReferenceCall call) {
    Tensor a = call.tensor(LogicalBinary.A);
    Tensor b = call.tensor(LogicalBinary.B);
    return truths(
        call,
        i -> {
          boolean left = a.integer(place(call, LogicalBinary.A, i)) != 0;
          boolean right = b.integer(place(call, LogicalBinary.B, i)) != 0;
          return switch (function) {
            case LOGICAL_AND -> left && right;
            case LOGICAL_OR -> left || right;
            case LOGICAL_XOR -> left != right;
          };
        });
  }

  private static Tensor ask(LogicalUnary function, ReferenceCall call) {
    Tensor a = call.tensor(function.a());
    return truths(
        call,
        switch (function) {
          case LOGICAL_NOT -> i -> a.integer(i) == 0;
          case IS_NAN -> i -> Double.isNaN(a.real(i));
          case IS_INFINITE -> i -> Double.isInfinite(a.real(i));
        });
  }

  private static Tensor truths(ReferenceCall call, IntPredicate isTrue) {
    return Tensor.ofIntegers(call.resultType(), i -> isTrue.test(i) ? 1 : 0);
  }

  private static Tensor where(ReferenceCall call) {
    Tensor condition = call.tensor(Where.CONDITION);
    Tensor yes = call.tensor(Where.TRUE_VALUE);
    Tensor no = call.tensor(Where.FALSE_VALUE);
    IntPredicate chosen = i -> condition.integer(place(call, Where.CONDITION, i)) != 0;
    return yes.isFloat()
        ? Tensor.ofReals(
            call.resultType(),
            i ->
                chosen.test(i)
                    ? yes.real(place(call, Where.TRUE_VALUE, i))
                    : no.real(place(call, Where.FALSE_VALUE, i)))
        : Tensor.ofIntegers(
            call.resultType(),
            i ->
                chosen.test(i)
                    ? yes.integer(place(call, Where.TRUE_VALUE, i))
                    : no.integer(place(call, Where.FALSE_VALUE, i)));
  }

  /** The element of an operand that is broadcast to an element of the result. */
  private static int place(ReferenceCall call, OperandSlot slot, int index) {
    Shape from = call.tensor(slot).shape();
    return Places.broadcast(from, call.resultType().shape(), index);
  }
}
