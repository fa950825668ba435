package dev.webnn4j.backend.fuzz;

import dev.webnn4j.MLNumber;
import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.Shape;
import dev.webnn4j.backend.harness.Draw;
import dev.webnn4j.backend.harness.Fill;
import dev.webnn4j.backend.harness.OperatorCase;
import dev.webnn4j.backend.reference.Tensor;
import dev.webnn4j.graph.Value;
import dev.webnn4j.op.Attributes;
import dev.webnn4j.op.Cast;
import dev.webnn4j.op.Clamp;
import dev.webnn4j.op.ElementwiseBinary;
import dev.webnn4j.op.ElementwiseUnary;
import dev.webnn4j.op.LogicalUnary;
import dev.webnn4j.op.Operands;
import dev.webnn4j.op.Reshape;
import dev.webnn4j.op.Slice;
import dev.webnn4j.op.Tile;
import dev.webnn4j.op.Types;
import dev.webnn4j.op.Where;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.stream.IntStream;

/**
 * Brings a value of a graph to the data type, shape and range that an operand is wanted in. The
 * range matters since what an operator may be off by holds for the numbers its cases are filled
 * with.
 */
final class Connector {
  private static final int PROBES = 64;

  /** Integers of a wider range than this are as good as any. */
  private static final long NARROW = 1 << 16;

  private final GraphGrower graph;
  private final Draw draw;

  Connector(GraphGrower graph) {
    this.graph = graph;
    this.draw = graph.draw();
  }

  /** A value of this type made of what the graph has, if the types allow. */
  Value connect(MLOperandDescriptor type, Fill fill) {
    MLOperandDataType dataType = type.dataType();
    if (!Types.ANY.contains(dataType)) {
      return graph.fresh(type, fill);
    }
    boolean mayCast = draw.oneIn(4);
    boolean sameShape = draw.oneIn(2);
    return graph
        .find(
            value ->
                value.type().dataType() == dataType
                    || (mayCast && Types.ANY.contains(value.type().dataType())),
            value ->
                sameShape
                    ? value.shape().equals(type.shape())
                    : graph.isLoose(value)
                        && 2 * value.type().elementCount() >= type.elementCount())
        .map(value -> inRange(reshaped(ofType(value, dataType), type.shape()), fill))
        .orElseGet(() -> graph.fresh(type, fill));
  }

  /** A value of any shape. */
  Value connect(MLOperandDataType type, Fill fill) {
    return graph
        .find(value -> value.type().dataType() == type, graph::isLoose)
        .map(value -> inRange(value, fill))
        .orElseGet(() -> graph.fresh(new MLOperandDescriptor(type, Shape.SCALAR), fill));
  }

  Value ofType(Value value, MLOperandDataType type) {
    return value.type().dataType() == type
        ? value
        : graph.emit(Cast.OPERATOR, Cast.INPUT, value, Attributes.of(Cast.DATA_TYPE, type));
  }

  /** The elements in their order, from the first again where they are too few. */
  Value reshaped(Value value, Shape shape) {
    if (value.shape().equals(shape)) {
      return value;
    }
    long count = shape.elementCount();
    Value elements = value;
    if (elements.type().elementCount() != count) {
      elements = reshape(elements, List.of(elements.type().elementCount()));
      if (elements.type().elementCount() < count) {
        long times = Math.ceilDiv(count, elements.type().elementCount());
        elements =
            graph.emit(
                Tile.OPERATOR,
                Tile.INPUT,
                elements,
                Attributes.of(Tile.REPETITIONS, List.of(times)));
      }
      elements = sliced(elements, count);
    }
    return elements.shape().equals(shape) ? elements : reshape(elements, shape.toList());
  }

  private Value sliced(Value vector, long count) {
    int rest = (int) (vector.type().elementCount() - count);
    if (rest == 0) {
      return vector;
    }
    long start = draw.between(0, rest);
    return graph.emit(
        Slice.OPERATOR,
        Slice.INPUT,
        vector,
        Attributes.of(Slice.STARTS, List.of(start)).with(Slice.SIZES, List.of(count)));
  }

  private Value reshape(Value value, List<Long> shape) {
    return graph.emit(
        Reshape.OPERATOR, Reshape.INPUT, value, Attributes.of(Reshape.NEW_SHAPE, shape));
  }

  /** Without what the fill would not give: NaN, infinities, numbers too large or too small. */
  Value inRange(Value value, Fill fill) {
    Tensor probe = fill.fill(value.type().withShape(Shape.of(PROBES)), draw);
    return probe.isFloat() ? floats(value, probe, fill) : integers(value, probe);
  }

  private Value floats(Value value, Tensor probe, Fill fill) {
    DoubleSummaryStatistics numbers =
        IntStream.range(0, PROBES)
            .mapToDouble(probe::real)
            .filter(x -> !Double.isNaN(x))
            .summaryStatistics();
    double low = numbers.getMin();
    double high = numbers.getMax();
    boolean bounded = Double.isFinite(high - low);
    Value wrapped = bounded && draw.oneIn(2) ? wrapped(value, low, high) : value;
    Value numeric = numbers.getCount() == PROBES ? withoutNaN(wrapped, fill) : wrapped;
    boolean all = Double.isInfinite(low) && Double.isInfinite(high);
    return all ? numeric : clamped(numeric, MLNumber.of(low), MLNumber.of(high));
  }

  /** What lies out of the range comes in again on its other side, lest most be its bounds. */
  private Value wrapped(Value value, double low, double high) {
    Value turns =
        graph.binary(ElementwiseBinary.MUL, value, scalar(value, 1 / Math.max(high - low, 1e-3)));
    Value part =
        graph.binary(ElementwiseBinary.SUB, turns, graph.unary(ElementwiseUnary.FLOOR, turns));
    return graph.binary(
        ElementwiseBinary.ADD,
        graph.binary(ElementwiseBinary.MUL, part, scalar(value, high - low)),
        scalar(value, low));
  }

  private Value scalar(Value like, double number) {
    return graph.constant(Tensor.ofReals(like.type().withShape(Shape.SCALAR), _ -> number));
  }

  private Value withoutNaN(Value value, Fill fill) {
    LogicalUnary isNaN = LogicalUnary.IS_NAN;
    Value bad = graph.emit(isNaN.operator(), isNaN.a(), value, Attributes.NONE);
    Value other = graph.fresh(value.type(), fill);
    return graph
        .emit(
            Where.OPERATOR,
            Operands.of(Where.CONDITION, bad, Where.TRUE_VALUE, other)
                .with(Where.FALSE_VALUE, value),
            Attributes.NONE,
            OperatorCase.Allowance.NONE)
        .getFirst();
  }

  private Value integers(Value value, Tensor probe) {
    LongSummaryStatistics numbers =
        IntStream.range(0, PROBES).mapToLong(probe::integer).summaryStatistics();
    boolean narrow = numbers.getMin() >= -NARROW && numbers.getMax() <= NARROW;
    return narrow
        ? clamped(value, MLNumber.of(numbers.getMin()), MLNumber.of(numbers.getMax()))
        : value;
  }

  private Value clamped(Value value, MLNumber low, MLNumber high) {
    return graph.pick(
        Clamp.OPERATOR,
        Clamp.INPUT,
        value,
        Attributes.of(Clamp.MIN_VALUE, low).with(Clamp.MAX_VALUE, high));
  }
}
