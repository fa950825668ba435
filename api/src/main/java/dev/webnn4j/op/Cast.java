package dev.webnn4j.op;

import dev.webnn4j.MLOperandDataType;

/**
 * The same numbers in another data type. Floats round to nearest even and overflow to infinity;
 * floats become integers by truncation, saturating; integers keep their low bits.
 */
public final class Cast {
  public static final OperandSlot INPUT = OperandSlot.of("input", Types.ANY);
  public static final Attribute<MLOperandDataType> DATA_TYPE =
      Attribute.argument("dataType", new AttributeType.DataType());

  public static final Operator OPERATOR =
      Operator.named("cast")
          .operands(INPUT)
          .attributes(DATA_TYPE)
          .outputs(OperandSlot.of("output", Types.ANY))
          .infers(
              call -> {
                MLOperandDataType target = call.get(DATA_TYPE);
                call.check(
                    Types.ANY.contains(target),
                    "dataType %s is not supported; allowed: %s",
                    target,
                    Types.ANY);
                return call.type(INPUT).withDataType(target);
              });

  private Cast() {}
}
