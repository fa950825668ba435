package dev.webnn4j.backend.reference;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.Shape;
import dev.webnn4j.op.ArgMinMax;
import dev.webnn4j.op.CumulativeSum;
import dev.webnn4j.op.Operator;
import dev.webnn4j.op.Reduction;
import dev.webnn4j.op.Softmax;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** What looks at all elements along an axis, or along several. */
final class ReferenceReduction {
  private ReferenceReduction() {}

  static Map<Operator, ReferenceFunction> functions() {
    Map<Operator, ReferenceFunction> table = new HashMap<>();
    table.put(Softmax.OPERATOR, ReferenceReduction::softmax);
    for (ArgMinMax function : ArgMinMax.values()) {
      table.put(function.operator(), call -> argMinMax(function, call));
    }
    for (Reduction function : Reduction.values()) {
      table.put(function.operator(), call -> reduce(function, call));
    }
    table.put(CumulativeSum.OPERATOR, ReferenceReduction::cumulativeSum);
    return table;
  }

  /** The first of equal elements; what is compared with NaN is neither less nor greater. */
  private static Tensor argMinMax(ArgMinMax function, ReferenceCall call) {
    Tensor input = call.tensor(ArgMinMax.INPUT);
    int axis = call.node().call().axis(ArgMinMax.AXIS, input.shape().rank());
    int wanted = function == ArgMinMax.ARG_MAX ? 1 : -1;
    Shape reduced = input.shape().with(axis, 1);
    return Tensor.ofIntegers(
        call.resultType(),
        i -> {
          int[] at = Places.coordinates(reduced, i);
          int best = 0;
          for (int k = 1; k < input.shape().dim(axis); k++) {
            if (input.compare(along(input, at, axis, k), along(input, at, axis, best)) == wanted) {
              best = k;
            }
          }
          return best;
        });
  }

  private static Tensor softmax(ReferenceCall call) {
    Tensor input = call.tensor(Softmax.INPUT);
    int axis = call.node().call().axis(Softmax.AXIS, input.shape().rank());
    int size = input.shape().dim(axis);
    return Tensor.ofReals(
        call.resultType(),
        i -> {
          int[] at = Places.coordinates(input.shape(), i);
          double max = Double.NEGATIVE_INFINITY;
          for (int k = 0; k < size; k++) {
            max = Math.max(max, input.real(along(input, at, axis, k)));
          }
          double sum = 0;
          for (int k = 0; k < size; k++) {
            sum += Math.exp(input.real(along(input, at, axis, k)) - max);
          }
          return Math.exp(input.real(i) - max) / sum;
        });
  }

  private static int along(Tensor input, int[] at, int axis, int k) {
    int[] moved = at.clone();
    moved[axis] = k;
    return Places.index(input.shape(), moved);
  }

  private static Tensor reduce(Reduction function, ReferenceCall call) {
    Tensor input = call.tensor(function.input());
    int[][] groups = groups(input.shape(), function.axes(call.node().call()));
    return input.isFloat()
        ? Tensor.ofReals(
            call.resultType(),
            i -> reduce(function, IntStream.of(groups[i]).mapToDouble(input::real).toArray()))
        : Tensor.ofIntegers(
            call.resultType(),
            i -> reduce(function, input, IntStream.of(groups[i]).mapToLong(input::integer)));
  }

  /** The elements that make one element of the result each, in the order of the results. */
  static int[][] groups(Shape shape, int[] axes) {
    Shape reduced = shape;
    for (int axis : axes) {
      reduced = reduced.with(axis, 1);
    }
    Shape results = reduced;
    return IntStream.range(0, Math.toIntExact(shape.elementCount()))
        .boxed()
        .collect(groupingBy(i -> Places.broadcast(results, shape, i), TreeMap::new, toList()))
        .values()
        .stream()
        .map(group -> group.stream().mapToInt(i -> i).toArray())
        .toArray(int[][]::new);
  }

  private static double reduce(Reduction function, double[] x) {
    double sum = DoubleStream.of(x).reduce(0, Double::sum);
    return switch (function) {
      case REDUCE_L1 -> DoubleStream.of(x).reduce(0, (a, b) -> a + Math.abs(b));
      case REDUCE_L2 -> Math.sqrt(squares(x));
      case REDUCE_LOG_SUM -> Math.log(sum);
      case REDUCE_LOG_SUM_EXP -> logSumExp(x);
      case REDUCE_MAX -> DoubleStream.of(x).reduce(Double.NEGATIVE_INFINITY, Math::max);
      case REDUCE_MEAN -> sum / x.length;
      case REDUCE_MIN -> DoubleStream.of(x).reduce(Double.POSITIVE_INFINITY, Math::min);
      case REDUCE_PRODUCT -> DoubleStream.of(x).reduce(1, (a, b) -> a * b);
      case REDUCE_SUM -> sum;
      case REDUCE_SUM_SQUARE -> squares(x);
    };
  }

  private static double squares(double[] x) {
    return DoubleStream.of(x).reduce(0, (a, b) -> a + b * b);
  }

  private static double logSumExp(double[] x) {
    double max = DoubleStream.of(x).reduce(Double.NEGATIVE_INFINITY, Math::max);
    // What is infinite needs no shift, and would become NaN by one.
    double shift = Double.isFinite(max) ? max : 0;
    return shift + Math.log(DoubleStream.of(x).reduce(0, (a, b) -> a + Math.exp(b - shift)));
  }

  private static long reduce(Reduction function, Tensor input, LongStream x) {
    MLOperandDataType type = input.type().dataType();
    boolean signed = type.kind() == MLOperandDataType.Kind.SIGNED;
    // Turns the order of unsigned numbers into that of signed ones.
    long order = type == MLOperandDataType.UINT64 ? Long.MIN_VALUE : 0;
    return switch (function) {
      case REDUCE_L1 -> x.map(v -> signed ? Math.abs(v) : v).sum();
      case REDUCE_MAX -> x.map(v -> v ^ order).max().orElseThrow() ^ order;
      case REDUCE_MIN -> x.map(v -> v ^ order).min().orElseThrow() ^ order;
      case REDUCE_PRODUCT -> x.reduce(1, (a, b) -> a * b);
      case REDUCE_SUM -> x.sum();
      case REDUCE_SUM_SQUARE -> x.map(v -> v * v).sum();
      default -> throw new IllegalArgumentException(function + " takes floats only");
    };
  }

  private static Tensor cumulativeSum(ReferenceCall call) {
    Tensor input = call.tensor(CumulativeSum.INPUT);
    int axis = call.node().call().axis(CumulativeSum.AXIS, input.shape().rank());
    boolean exclusive = call.get(CumulativeSum.EXCLUSIVE);
    double[] reals = new double[input.count()];
    long[] integers = new long[input.count()];
    for (int[] lane : groups(input.shape(), new int[] {axis})) {
      double real = 0;
      long integer = 0;
      for (int k = 0; k < lane.length; k++) {
        int i = lane[call.get(CumulativeSum.REVERSED) ? lane.length - 1 - k : k];
        double nextReal = input.isFloat() ? real + input.real(i) : 0;
        long nextInteger = input.isFloat() ? 0 : integer + input.integer(i);
        reals[i] = exclusive ? real : nextReal;
        integers[i] = exclusive ? integer : nextInteger;
        real = nextReal;
        integer = nextInteger;
      }
    }
    return input.isFloat()
        ? Tensor.ofReals(call.resultType(), i -> reals[i])
        : Tensor.ofIntegers(call.resultType(), i -> integers[i]);
  }
}
