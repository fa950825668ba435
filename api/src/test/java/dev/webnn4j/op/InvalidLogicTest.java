package dev.webnn4j.op;

import static dev.webnn4j.MLOperandDataType.FLOAT32;
import static dev.webnn4j.MLOperandDataType.INT32;
import static dev.webnn4j.MLOperandDataType.INT4;
import static dev.webnn4j.MLOperandDataType.INT8;
import static dev.webnn4j.MLOperandDataType.UINT8;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.MLOperandDescriptor;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The rules of comparisons, logic and selection, once for each operator that has them. */
final class InvalidLogicTest {
  private static MLOperandDescriptor type(MLOperandDataType dataType, int... shape) {
    return MLOperandDescriptor.of(dataType, shape);
  }

  private static DynamicTest invalid(
      String message, Operator operator, Operands<MLOperandDescriptor> operands) {
    return new InvalidCall(operator, operands, Attributes.NONE, message).test();
  }

  @TestFactory
  Stream<DynamicTest> comparisons() {
    return Arrays.stream(Comparison.values())
        .map(Comparison::operator)
        .flatMap(
            operator ->
                Stream.of(
                    invalid(
                        "a has data type int4; allowed: [float32, float16, int32, uint32",
                        operator,
                        Operands.of(Comparison.A, type(INT4, 2), Comparison.B, type(INT4, 2))),
                    invalid(
                        "b has data type int32; it must be float32, that of a",
                        operator,
                        Operands.of(Comparison.A, type(FLOAT32, 2), Comparison.B, type(INT32, 2))),
                    invalid(
                        "the shapes [2, 3] of a and [2] of b cannot be broadcast to each other",
                        operator,
                        Operands.of(
                            Comparison.A, type(UINT8, 2, 3), Comparison.B, type(UINT8, 2)))));
  }

  @TestFactory
  Stream<DynamicTest> logic() {
    OperandSlot a = LogicalBinary.A;
    OperandSlot b = LogicalBinary.B;
    return Arrays.stream(LogicalBinary.values())
        .map(LogicalBinary::operator)
        .flatMap(
            operator ->
                Stream.of(
                    invalid(
                        "a has data type int8; allowed: [uint8]",
                        operator,
                        Operands.of(a, type(INT8, 2), b, type(UINT8, 2))),
                    invalid(
                        "b has data type float32; allowed: [uint8]",
                        operator,
                        Operands.of(a, type(UINT8, 2), b, type(FLOAT32, 2))),
                    invalid(
                        "the shapes [4] of a and [3] of b cannot be broadcast to each other",
                        operator,
                        Operands.of(a, type(UINT8, 4), b, type(UINT8, 3)))));
  }

  @TestFactory
  Stream<DynamicTest> questions() {
    return Stream.of(
        invalid(
            "a has data type float32; allowed: [uint8]",
            LogicalUnary.LOGICAL_NOT.operator(),
            Operands.of(LogicalUnary.LOGICAL_NOT.a(), type(FLOAT32, 2))),
        invalid(
            "a has data type int32; allowed: [float32, float16]",
            LogicalUnary.IS_NAN.operator(),
            Operands.of(LogicalUnary.IS_NAN.a(), type(INT32, 2))),
        invalid(
            "a has data type uint8; allowed: [float32, float16]",
            LogicalUnary.IS_INFINITE.operator(),
            Operands.of(LogicalUnary.IS_INFINITE.a(), type(UINT8))));
  }

  @TestFactory
  Stream<DynamicTest> where() {
    return Stream.of(
        invalid(
            "condition has data type int32; allowed: [uint8]",
            Where.OPERATOR,
            where(type(INT32, 2), type(INT32, 2), type(INT32, 2))),
        invalid(
            "falseValue has data type int32; it must be float32, that of trueValue",
            Where.OPERATOR,
            where(type(UINT8, 2), type(FLOAT32, 2), type(INT32, 2))),
        invalid(
            "the shapes [2, 3] of trueValue and [4] of falseValue cannot be broadcast",
            Where.OPERATOR,
            where(type(UINT8), type(FLOAT32, 2, 3), type(FLOAT32, 4))),
        invalid(
            "the shape [2] of condition and [4, 3] of the values cannot be broadcast",
            Where.OPERATOR,
            where(type(UINT8, 2), type(FLOAT32, 4, 1), type(FLOAT32, 3))));
  }

  private static Operands<MLOperandDescriptor> where(
      MLOperandDescriptor condition, MLOperandDescriptor yes, MLOperandDescriptor no) {
    return Operands.of(Where.CONDITION, condition, Where.TRUE_VALUE, yes)
        .with(Where.FALSE_VALUE, no);
  }
}
