package dev.webnn4j.backend.harness;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.Shape;
import dev.webnn4j.backend.reference.Tensor;
import dev.webnn4j.op.Comparison;
import dev.webnn4j.op.LogicalBinary;
import dev.webnn4j.op.LogicalUnary;
import dev.webnn4j.op.OperandSlot;
import dev.webnn4j.op.Operator;
import dev.webnn4j.op.Types;
import dev.webnn4j.op.Where;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Comparisons, logic and selection, all exact. */
final class LogicalCases {
  /** Few, so that many are equal, among them those that differ only if the sign is misread. */
  private static final List<Long> INTEGERS =
      List.of(0L, 1L, -1L, 127L, 128L, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 31, -1L << 31);

  private LogicalCases() {}

  static Map<Operator, CaseGenerator> generators() {
    Map<Operator, CaseGenerator> generators = new HashMap<>();
    for (Comparison comparison : Comparison.values()) {
      generators.put(comparison.operator(), draw -> compare(comparison, draw));
    }
    for (LogicalBinary function : LogicalBinary.values()) {
      generators.put(function.operator(), draw -> combine(function, draw));
    }
    for (LogicalUnary function : LogicalUnary.values()) {
      generators.put(function.operator(), draw -> ask(function, draw));
    }
    generators.put(Where.OPERATOR, LogicalCases::where);
    return generators;
  }

  private static OperatorCase compare(Comparison comparison, Draw draw) {
    return BinaryCases.start(
            comparison.operator(), Comparison.A, Comparison.B, LogicalCases::comparable, draw)
        .build(draw);
  }

  private static OperatorCase combine(LogicalBinary function, Draw draw) {
    return BinaryCases.start(
            function.operator(), LogicalBinary.A, LogicalBinary.B, LogicalCases::truths, draw)
        .build(draw);
  }

  private static OperatorCase ask(LogicalUnary function, Draw draw) {
    OperandSlot slot = function.a();
    MLOperandDataType type = draw.from(slot.types());
    Fill fill = type.isFloat() ? Fill.special() : LogicalCases::truths;
    return OperatorCase.of(function.operator())
        .operand(slot, draw.type(type, UnaryCases.shape(draw)), fill)
        .build(draw);
  }

  private static OperatorCase where(Draw draw) {
    MLOperandDataType type = draw.from(Types.ANY);
    Shape shape = UnaryCases.shape(draw);
    boolean same = draw.oneIn(4);
    return OperatorCase.of(Where.OPERATOR)
        .operand(
            Where.CONDITION,
            draw.type(MLOperandDataType.UINT8, same ? shape : broadcastable(shape, draw)),
            LogicalCases::truths)
        .operand(
            Where.TRUE_VALUE,
            draw.type(type, same ? shape : broadcastable(shape, draw)),
            Fill.special())
        .operand(
            Where.FALSE_VALUE,
            draw.type(type, same ? shape : broadcastable(shape, draw)),
            Fill.special())
        .build(draw);
  }

  private static Shape broadcastable(Shape shape, Draw draw) {
    return draw.oneIn(3) ? shape : draw.broadcastable(shape);
  }

  private static Tensor comparable(MLOperandDescriptor type, Draw draw) {
    if (draw.oneIn(3)) {
      return Fill.special().fill(type, draw);
    }
    return type.dataType().isFloat()
        ? Tensor.ofReals(type, _ -> draw.from(Fill.SPECIAL))
        : Tensor.ofIntegers(type, _ -> draw.from(INTEGERS));
  }

  /** Half of them false; what is true is any other byte. */
  private static Tensor truths(MLOperandDescriptor type, Draw draw) {
    return Tensor.ofIntegers(
        type, _ -> draw.oneIn(2) ? 0 : draw.oneIn(2) ? 1 : draw.between(1, 255));
  }
}
