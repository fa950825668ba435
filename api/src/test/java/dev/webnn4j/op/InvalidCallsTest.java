package dev.webnn4j.op;

import static dev.webnn4j.MLOperandDataType.INT32;
import static dev.webnn4j.MLOperandDataType.INT4;
import static dev.webnn4j.MLOperandDataType.UINT8;
import static dev.webnn4j.op.InvalidCalls.floats;
import static dev.webnn4j.op.InvalidCalls.invalid;
import static dev.webnn4j.op.InvalidCalls.operands;
import static dev.webnn4j.op.InvalidCalls.with;

import dev.webnn4j.MLAutoBroadcast;
import dev.webnn4j.MLNumber;
import dev.webnn4j.MLOperandDescriptor;
import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each rule that a call can break, once, with what it says. Those of slots are in {@link
 * EverySlotTest}, those of images and matrices in tests of their own.
 */
final class InvalidCallsTest {
  private static final long MAX = Integer.MAX_VALUE;

  @TestFactory
  Stream<DynamicTest> broadcasts() {
    return Stream.of(
        invalid(
            "the shapes [2, 3] of a and [4] of b cannot be broadcast to each other",
            ElementwiseBinary.ADD.operator(),
            Operands.of(ElementwiseBinary.A, floats(2, 3), ElementwiseBinary.B, floats(4))),
        invalid(
            "the shapes [2, 3] of input and [2] of slope cannot be broadcast to each other",
            Prelu.OPERATOR,
            Operands.of(Prelu.INPUT, floats(2, 3), Prelu.SLOPE, floats(2))),
        invalid(
            "takes more than 2147483647 bytes",
            ElementwiseBinary.ADD.operator(),
            Operands.of(
                ElementwiseBinary.A, floats(1 << 16, 1), ElementwiseBinary.B, floats(1, 1 << 16))));
  }

  @TestFactory
  Stream<DynamicTest> axes() {
    return Stream.of(
        invalid(
            "axis 2 is out of range for an input of rank 2",
            Softmax.OPERATOR,
            operands(Softmax.INPUT, 2, 3),
            with(Softmax.AXIS, 2L)),
        invalid(
            "axis is required for an input of rank 1",
            Softmax.OPERATOR,
            operands(Softmax.INPUT, 2)),
        invalid(
            "axis 1 is out of range for an input of rank 1",
            ArgMinMax.ARG_MIN.operator(),
            operands(ArgMinMax.INPUT, 2),
            with(ArgMinMax.AXIS, 1L)),
        invalid(
            "axis 4294967295 is out of range for an input of rank 1",
            ArgMinMax.ARG_MAX.operator(),
            operands(ArgMinMax.INPUT, 2),
            with(ArgMinMax.AXIS, 4294967295L)));
  }

  @TestFactory
  Stream<DynamicTest> values() {
    return Stream.of(
        invalid(
            "outputDataType uint8 is not supported; allowed: [int32, int64]",
            ArgMinMax.ARG_MAX.operator(),
            operands(ArgMinMax.INPUT, 2),
            with(ArgMinMax.AXIS, 0L).with(ArgMinMax.OUTPUT_DATA_TYPE, UINT8)),
        invalid(
            "dataType int4 is not supported; allowed: [float32, float16, int32, uint32",
            Cast.OPERATOR,
            operands(Cast.INPUT, 2),
            with(Cast.DATA_TYPE, INT4)),
        invalid(
            "minValue 2.0 is greater than maxValue 1.0",
            Clamp.OPERATOR,
            operands(Clamp.INPUT, 2),
            with(Clamp.MIN_VALUE, MLNumber.of(2)).with(Clamp.MAX_VALUE, MLNumber.of(1))),
        invalid(
            "minValue 3 is greater than maxValue 2",
            Clamp.OPERATOR,
            Operands.of(Clamp.INPUT, MLOperandDescriptor.of(INT32, 2)),
            with(Clamp.MIN_VALUE, MLNumber.of(3.5)).with(Clamp.MAX_VALUE, MLNumber.of(2.5))),
        invalid(
            "minValue 255 is greater than maxValue 254",
            Clamp.OPERATOR,
            Operands.of(Clamp.INPUT, MLOperandDescriptor.of(UINT8, 2)),
            with(Clamp.MIN_VALUE, MLNumber.of(BigInteger.TEN.pow(30)))
                .with(Clamp.MAX_VALUE, MLNumber.of(254))));
  }

  @TestFactory
  Stream<DynamicTest> concatenations() {
    Attributes axis = with(Concat.AXIS, 0L);
    return Stream.of(
        invalid(
            "inputs must be 1 to 8192 operands, not 8193",
            Concat.OPERATOR,
            inputs(Collections.nCopies(8193, floats(1))),
            axis),
        invalid(
            "inputs has data type int32; it must be float32",
            Concat.OPERATOR,
            inputs(List.of(floats(2), MLOperandDescriptor.of(INT32, 2))),
            axis),
        invalid(
            "axis 1 is out of range for an input of rank 1",
            Concat.OPERATOR,
            inputs(List.of(floats(2))),
            with(Concat.AXIS, 1L)),
        invalid(
            "inputs of shapes [2, 3] and [2, 4] differ in more than axis 0",
            Concat.OPERATOR,
            inputs(List.of(floats(2, 3), floats(2, 4))),
            axis),
        invalid(
            "inputs of shapes [2, 3] and [2] differ in more than axis 0",
            Concat.OPERATOR,
            inputs(List.of(floats(2, 3), floats(2))),
            axis),
        invalid(
            "axis 0 of the result would be 2147483648 long",
            Concat.OPERATOR,
            inputs(
                List.of(
                    MLOperandDescriptor.of(UINT8, Integer.MAX_VALUE),
                    MLOperandDescriptor.of(UINT8, 1))),
            axis));
  }

  private static Operands<MLOperandDescriptor> inputs(List<MLOperandDescriptor> types) {
    return Operands.<MLOperandDescriptor>none().with(Concat.INPUTS, types);
  }

  @TestFactory
  Stream<DynamicTest> reshapes() {
    return Stream.of(
        reshape("newShape [2, 2] has 4 elements; the input [3] has 3", 2L, 2L),
        reshape("newShape [] has 1 elements; the input [3] has 3"),
        reshape("dimension 1 must be within 1 to 2147483647", 3L, 0L),
        reshape("dimension 0 must be within 1 to 2147483647", MAX + 1),
        reshape("the result would be larger than 2147483647 bytes", MAX, MAX, MAX),
        invalid(
            "has rank 9; at most 8 is allowed",
            Reshape.OPERATOR,
            operands(Reshape.INPUT),
            with(Reshape.NEW_SHAPE, Collections.nCopies(9, 1L))));
  }

  private static DynamicTest reshape(String message, Long... shape) {
    return invalid(
        message,
        Reshape.OPERATOR,
        operands(Reshape.INPUT, 3),
        with(Reshape.NEW_SHAPE, List.of(shape)));
  }

  @TestFactory
  Stream<DynamicTest> permutations() {
    return Stream.of(
        permutation("permutation [0, 0] must hold each axis of the input [2, 3] once", 0L, 0L),
        permutation("permutation [0] must hold each axis", 0L),
        permutation("permutation [0, 1, 1] must hold each axis", 0L, 1L, 1L),
        permutation("permutation [0, 2] must hold each axis", 0L, 2L),
        permutation("permutation -1 is less than 0", 0L, -1L),
        permutation("permutation 4294967295 is larger than 2147483647", 0L, 4294967295L));
  }

  private static DynamicTest permutation(String message, Long... permutation) {
    return invalid(
        message,
        Transpose.OPERATOR,
        operands(Transpose.INPUT, 2, 3),
        with(Transpose.PERMUTATION, List.of(permutation)));
  }

  @TestFactory
  Stream<DynamicTest> fakeQuantize() {
    Attributes two = with(FakeQuantize.LEVELS, 2L);
    return Stream.concat(
        Stream.of(
            invalid(
                "levels 1 must be at least 2",
                FakeQuantize.OPERATOR,
                limits(),
                with(FakeQuantize.LEVELS, 1L)),
            invalid(
                "inputLow has shape [], which cannot be broadcast to the input's [1, 2]"
                    + " (autoBroadcast is none)",
                FakeQuantize.OPERATOR,
                limits(),
                two.with(FakeQuantize.AUTO_BROADCAST, MLAutoBroadcast.NONE))),
        Stream.of(
                FakeQuantize.INPUT_LOW,
                FakeQuantize.INPUT_HIGH,
                FakeQuantize.OUTPUT_LOW,
                FakeQuantize.OUTPUT_HIGH)
            .map(
                slot ->
                    invalid(
                        slot.name()
                            + " has shape [2, 1], which cannot be broadcast to the input's [1, 2]",
                        FakeQuantize.OPERATOR,
                        limits().with(slot, floats(2, 1)),
                        two)));
  }

  private static Operands<MLOperandDescriptor> limits() {
    return operands(FakeQuantize.INPUT, 1, 2)
        .with(FakeQuantize.INPUT_LOW, floats())
        .with(FakeQuantize.INPUT_HIGH, floats())
        .with(FakeQuantize.OUTPUT_LOW, floats())
        .with(FakeQuantize.OUTPUT_HIGH, floats());
  }
}
