package dev.webnn4j;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Objects;
import java.util.Optional;

/**
 * A number that takes the type of the operand it is used with: {@code MLNumber} of the
 * specification, a {@code bigint} or an unrestricted double.
 */
public sealed interface MLNumber {
  /** An exact integer of any size. */
  record Int(BigInteger value) implements MLNumber {
    public Int {
      Objects.requireNonNull(value);
    }

    @Override
    public String toString() {
      return value.toString();
    }
  }

  /** A double; infinities and NaN are numbers too. */
  record Real(double value) implements MLNumber {
    @Override
    public String toString() {
      return Double.toString(value);
    }
  }

  static MLNumber of(double value) {
    return new Real(value);
  }

  static MLNumber of(long value) {
    return new Int(BigInteger.valueOf(value));
  }

  static MLNumber of(BigInteger value) {
    return new Int(value);
  }

  default double doubleValue() {
    return switch (this) {
      case Int(BigInteger value) -> value.doubleValue();
      case Real(double value) -> value;
    };
  }

  /** The value cut to a 64-bit two's complement pattern; exact for numbers cast to an integer. */
  default long longValue() {
    return switch (this) {
      case Int(BigInteger value) -> value.longValue();
      case Real(double value) -> (long) value;
    };
  }

  /**
   * The number as that type holds it ("cast" of the specification). Floats round to nearest even
   * and overflow to infinity; for integers NaN gives 0, and the value is truncated and clamped to
   * the range.
   */
  default MLNumber castTo(MLOperandDataType type) {
    return switch (type) {
      case FLOAT32 -> new Real((float) doubleValue());
      case FLOAT16 -> new Real(Float.float16ToFloat(Float16Rounding.fromDouble(doubleValue())));
      default -> new Int(toInteger(type));
    };
  }

  private BigInteger toInteger(MLOperandDataType type) {
    boolean signed = type.kind() == MLOperandDataType.Kind.SIGNED;
    BigInteger one = BigInteger.ONE;
    BigInteger min = signed ? one.shiftLeft(type.bits() - 1).negate() : BigInteger.ZERO;
    BigInteger max = one.shiftLeft(type.bits() - (signed ? 1 : 0)).subtract(one);
    BigInteger whole =
        switch (this) {
          case Int(BigInteger value) -> value;
          case Real(double value) -> {
            if (Double.isNaN(value)) {
              yield BigInteger.ZERO;
            }
            if (Double.isInfinite(value)) {
              yield value > 0 ? max : min;
            }
            // The specification rounds to even; web-platform-tests and browsers truncate.
            yield new BigDecimal(value).toBigInteger();
          }
        };
    return whole.max(min).min(max);
  }

  /** Whether the number is neither infinite nor NaN. */
  default boolean isFinite() {
    return this instanceof Int || Double.isFinite(doubleValue());
  }

  /**
   * How this number compares with another one; empty if either is NaN. Exact for integers of any
   * size.
   */
  default Optional<Integer> compare(MLNumber other) {
    if (this instanceof Int(BigInteger a) && other instanceof Int(BigInteger b)) {
      return Optional.of(a.compareTo(b));
    }
    double a = doubleValue();
    double b = other.doubleValue();
    return Double.isNaN(a) || Double.isNaN(b)
        ? Optional.empty()
        : Optional.of(a < b ? -1 : a > b ? 1 : 0);
  }
}
