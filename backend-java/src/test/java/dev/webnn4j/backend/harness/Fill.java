package dev.webnn4j.backend.harness;

import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.backend.reference.Tensor;
import java.util.List;

/** What an operand of a case is filled with. */
@FunctionalInterface
public interface Fill {
  /** Values that upset careless code. */
  List<Double> SPECIAL =
      List.of(
          0.0,
          -0.0,
          1.0,
          -1.0,
          0.5,
          -0.5,
          1.5,
          2.5,
          -2.5,
          (double) Float.MIN_VALUE,
          (double) -Float.MIN_VALUE,
          (double) Float.MIN_NORMAL,
          0x1p-24,
          0x1p-14,
          65504.0,
          8388609.0,
          (double) Float.MAX_VALUE,
          (double) -Float.MAX_VALUE,
          Double.POSITIVE_INFINITY,
          Double.NEGATIVE_INFINITY,
          Double.NaN);

  Tensor fill(MLOperandDescriptor type, Draw draw);

  /** Floats of this range; integers of it too. */
  static Fill uniform(double low, double high) {
    return (type, draw) ->
        type.dataType().isFloat()
            ? Tensor.ofReals(type, _ -> draw.uniform(low, high))
            : Tensor.ofIntegers(type, _ -> (long) draw.uniform(low, high));
  }

  /** Floats around zero; integers of any size. */
  static Fill any() {
    return (type, draw) ->
        type.dataType().isFloat()
            ? uniform(-8, 8).fill(type, draw)
            : Tensor.ofIntegers(type, _ -> draw.oneIn(3) ? draw.bits() : draw.between(-9, 9));
  }

  /** As {@link #any}, with special values among the floats. */
  static Fill special() {
    return (type, draw) ->
        type.dataType().isFloat()
            ? Tensor.ofReals(
                type,
                _ ->
                    draw.oneIn(4)
                        ? draw.from(SPECIAL)
                        : draw.oneIn(4) ? draw.uniform(-1000, 1000) : draw.uniform(-6, 6))
            : any().fill(type, draw);
  }

  /** Special values, but no infinity: for functions whose formula makes NaN of it. */
  static Fill finite() {
    return (type, draw) -> {
      Tensor special = special().fill(type, draw);
      return special.isFloat()
          ? Tensor.ofReals(type, i -> Double.isInfinite(special.real(i)) ? 100 : special.real(i))
          : special;
    };
  }

  /** Few different values, so that many are equal. */
  static Fill repeating() {
    return uniform(-4, 4).whole();
  }

  /** Without what is behind the point. */
  default Fill whole() {
    return (type, draw) -> {
      Tensor values = fill(type, draw);
      return values.isFloat() ? Tensor.ofReals(type, i -> Math.rint(values.real(i))) : values;
    };
  }

  /** In half of the tensors without what is behind the point. */
  default Fill orWhole() {
    return (type, draw) -> (draw.oneIn(2) ? whole() : this).fill(type, draw);
  }
}
