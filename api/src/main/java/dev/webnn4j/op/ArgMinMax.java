package dev.webnn4j.op;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.Shape;
import java.util.Optional;
import java.util.stream.IntStream;

/** The index of the least or greatest element along an axis; of equal ones the first. */
public enum ArgMinMax {
  ARG_MIN,
  ARG_MAX;

  public static final OperandSlot INPUT = Declared.INPUT;
  public static final Attribute<Long> AXIS = Declared.AXIS;
  public static final Attribute<Boolean> KEEP_DIMENSIONS = Declared.KEEP_DIMENSIONS;
  public static final Attribute<MLOperandDataType> OUTPUT_DATA_TYPE = Declared.OUTPUT_DATA_TYPE;

  private final Operator operator =
      Operator.named(Families.camelCase(this))
          .operands(Declared.INPUT)
          .attributes(Declared.AXIS, Declared.KEEP_DIMENSIONS, Declared.OUTPUT_DATA_TYPE)
          .outputs(Declared.OUTPUT)
          .infers(ArgMinMax::infer);

  public Operator operator() {
    return operator;
  }

  /** The member that declares this operator, if it is of this family. */
  public static Optional<ArgMinMax> of(Operator operator) {
    return Families.member(values(), ArgMinMax::operator, operator);
  }

  private static MLOperandDescriptor infer(Call call) {
    Shape shape = call.shape(INPUT);
    int axis = call.axis(AXIS, shape.rank());
    MLOperandDataType type = call.get(OUTPUT_DATA_TYPE);
    call.check(
        Declared.OUTPUT.types().contains(type),
        "outputDataType %s is not supported; allowed: %s",
        type,
        Declared.OUTPUT.types());
    Shape reduced =
        call.get(KEEP_DIMENSIONS)
            ? shape.with(axis, 1)
            : Shape.of(
                IntStream.range(0, shape.rank()).filter(i -> i != axis).map(shape::dim).toArray());
    return new MLOperandDescriptor(type, reduced);
  }

  /** In a class of its own, since an enumeration makes its constants before its other statics. */
  private static final class Declared {
    static final OperandSlot INPUT = OperandSlot.of("input", Types.ANY).minRank(1);
    static final OperandSlot OUTPUT =
        OperandSlot.of("output", Types.set(MLOperandDataType.INT32, MLOperandDataType.INT64));
    static final Attribute<Long> AXIS = Attribute.axisArgument();
    static final Attribute<Boolean> KEEP_DIMENSIONS = Attribute.flag("keepDimensions", false);
    static final Attribute<MLOperandDataType> OUTPUT_DATA_TYPE =
        Attribute.dataType("outputDataType", MLOperandDataType.INT32);
  }
}
