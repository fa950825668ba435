package dev.webnn4j.backend.reference;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.op.ElementwiseBinary;
import dev.webnn4j.op.Operator;
import dev.webnn4j.op.Prelu;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.LongBinaryOperator;

/** Functions of two elements, with broadcasting. */
final class ReferenceBinary {
  private ReferenceBinary() {}

  static Map<Operator, ReferenceFunction> functions() {
    Map<Operator, ReferenceFunction> table = new HashMap<>();
    for (ElementwiseBinary function : ElementwiseBinary.values()) {
      table.put(
          function.operator(),
          call ->
              combine(
                  call.resultType(),
                  call.tensor(ElementwiseBinary.A),
                  call.tensor(ElementwiseBinary.B),
                  real(function),
                  integer(function, call.resultType().dataType())));
    }
    table.put(
        Prelu.OPERATOR,
        call ->
            combine(
                call.resultType(),
                call.tensor(Prelu.INPUT),
                call.tensor(Prelu.SLOPE),
                (x, slope) -> x >= 0 ? x : slope * x,
                (x, slope) -> x >= 0 ? x : slope * x));
    return table;
  }

  private static Tensor combine(
      MLOperandDescriptor type,
      Tensor a,
      Tensor b,
      DoubleBinaryOperator real,
      LongBinaryOperator integer) {
    return type.dataType().isFloat()
        ? Tensor.ofReals(
            type,
            i ->
                real.applyAsDouble(
                    a.real(Places.broadcast(a.shape(), type.shape(), i)),
                    b.real(Places.broadcast(b.shape(), type.shape(), i))))
        : Tensor.ofIntegers(
            type,
            i ->
                integer.applyAsLong(
                    a.integer(Places.broadcast(a.shape(), type.shape(), i)),
                    b.integer(Places.broadcast(b.shape(), type.shape(), i))));
  }

  private static DoubleBinaryOperator real(ElementwiseBinary function) {
    return switch (function) {
      case ADD -> Double::sum;
      case SUB -> (a, b) -> a - b;
      case MUL -> (a, b) -> a * b;
      case DIV -> (a, b) -> a / b;
      case MAX -> Math::max;
      case MIN -> Math::min;
      case POW -> Math::pow;
    };
  }

  private static LongBinaryOperator integer(ElementwiseBinary function, MLOperandDataType type) {
    return switch (function) {
      case ADD -> Long::sum;
      case SUB -> (a, b) -> a - b;
      case MUL -> (a, b) -> a * b;
      case DIV -> (a, b) -> b == 0 ? 0 : exact(type, a).divide(exact(type, b)).longValue();
      case MAX -> (a, b) -> exact(type, a).max(exact(type, b)).longValue();
      case MIN -> (a, b) -> exact(type, a).min(exact(type, b)).longValue();
      case POW -> (a, b) -> power(exact(type, a), exact(type, b));
    };
  }

  /** What a pattern of that type stands for. */
  static BigInteger exact(MLOperandDataType type, long pattern) {
    return type == MLOperandDataType.UINT64
        ? new BigInteger(Long.toUnsignedString(pattern))
        : BigInteger.valueOf(pattern);
  }

  /** Modulo 2⁶⁴; a negative exponent is a division that truncates, by zero giving zero. */
  private static long power(BigInteger base, BigInteger exponent) {
    if (exponent.signum() < 0) {
      return base.abs().equals(BigInteger.ONE) ? power(base, exponent.negate()) : 0;
    }
    return base.modPow(exponent, BigInteger.ONE.shiftLeft(Long.SIZE)).longValue();
  }
}
