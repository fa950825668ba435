package dev.webnn4j.op;

import static dev.webnn4j.MLOperandDataType.INT32;
import static dev.webnn4j.MLOperandDataType.INT4;
import static dev.webnn4j.MLOperandDataType.UINT8;
import static dev.webnn4j.op.InvalidCall.floats;
import static dev.webnn4j.op.InvalidCall.invalid;
import static dev.webnn4j.op.InvalidCall.operands;
import static dev.webnn4j.op.InvalidCall.with;

import dev.webnn4j.MLAutoBroadcast;
import dev.webnn4j.MLNumber;
import dev.webnn4j.MLOperandDescriptor;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each rule that a call can break, once, with what it says. */
final class InvalidCallsTest {
  @TestFactory
  Stream<DynamicTest> slots() {
    Operator add = ElementwiseBinary.ADD.operator();
    OperandSlot a = ElementwiseBinary.A;
    OperandSlot b = ElementwiseBinary.B;
    MLOperandDescriptor integers = MLOperandDescriptor.of(INT32, 2);
    return Stream.of(
            invalid("b is required", add, operands(a, 2)),
            invalid(
                "a has data type int4; allowed: [float32, float16, int32",
                add,
                Operands.of(a, MLOperandDescriptor.of(INT4, 2), b, floats(2))),
            invalid(
                "b has data type int32; it must be float32, that of a",
                add,
                Operands.of(a, floats(2), b, integers)),
            invalid(
                "the shapes [2, 3] of a and [4] of b cannot be broadcast to each other",
                add,
                Operands.of(a, floats(2, 3), b, floats(4))),
            invalid(
                "input has rank 3; allowed: 4",
                Conv2d.OPERATOR,
                operands(Conv2d.INPUT, 1, 2, 3).with(Conv2d.FILTER, floats(1, 1, 1, 1))),
            invalid(
                "input has rank 0; allowed: 1 to 8",
                Softmax.OPERATOR,
                operands(Softmax.INPUT),
                with(Softmax.AXIS, 0L)),
            invalid(
                "inputs must be 1 to 8192 operands, not 0",
                Concat.OPERATOR,
                Operands.none(),
                with(Concat.AXIS, 0L)),
            invalid(
                "inputs has data type int32; it must be float32",
                Concat.OPERATOR,
                Operands.<MLOperandDescriptor>none()
                    .with(Concat.INPUTS, List.of(floats(2), integers)),
                with(Concat.AXIS, 0L)),
            invalid("axis is required", Softmax.OPERATOR, operands(Softmax.INPUT, 2)))
        .map(InvalidCall::test);
  }

  @TestFactory
  Stream<DynamicTest> attributes() {
    Operator argMax = ArgMinMax.ARG_MAX.operator();
    return Stream.of(
            invalid(
                "axis 2 is out of range for an input of rank 2",
                Softmax.OPERATOR,
                operands(Softmax.INPUT, 2, 3),
                with(Softmax.AXIS, 2L)),
            invalid(
                "outputDataType uint8 is not supported; allowed: [int32, int64]",
                argMax,
                operands(ArgMinMax.INPUT, 2),
                with(ArgMinMax.AXIS, 0L).with(ArgMinMax.OUTPUT_DATA_TYPE, UINT8)),
            invalid(
                "dataType int4 is not supported",
                Cast.OPERATOR,
                operands(Cast.INPUT, 2),
                with(Cast.DATA_TYPE, INT4)),
            invalid(
                "is greater than maxValue",
                Clamp.OPERATOR,
                operands(Clamp.INPUT, 2),
                with(Clamp.MIN_VALUE, MLNumber.of(2)).with(Clamp.MAX_VALUE, MLNumber.of(1))),
            invalid(
                "newShape [2, 2] has 4 elements; the input [3] has 3",
                Reshape.OPERATOR,
                operands(Reshape.INPUT, 3),
                with(Reshape.NEW_SHAPE, List.of(2L, 2L))),
            invalid(
                "dimension 1 must be within 1 to 2147483647",
                Reshape.OPERATOR,
                operands(Reshape.INPUT, 3),
                with(Reshape.NEW_SHAPE, List.of(3L, 0L))),
            invalid(
                "has rank 9; at most 8 is allowed",
                Reshape.OPERATOR,
                operands(Reshape.INPUT),
                with(Reshape.NEW_SHAPE, List.of(1L, 1L, 1L, 1L, 1L, 1L, 1L, 1L, 1L))),
            invalid(
                "permutation [0, 0] must hold each axis of the input [2, 3] once",
                Transpose.OPERATOR,
                operands(Transpose.INPUT, 2, 3),
                with(Transpose.PERMUTATION, List.of(0L, 0L))),
            invalid(
                "permutation [0] must hold each axis",
                Transpose.OPERATOR,
                operands(Transpose.INPUT, 2, 3),
                with(Transpose.PERMUTATION, List.of(0L))))
        .map(InvalidCall::test);
  }

  @TestFactory
  Stream<DynamicTest> sizes() {
    return Stream.of(
            invalid(
                "inputs of shapes [2, 3] and [2, 4] differ in more than axis 0",
                Concat.OPERATOR,
                Operands.<MLOperandDescriptor>none()
                    .with(Concat.INPUTS, List.of(floats(2, 3), floats(2, 4))),
                with(Concat.AXIS, 0L)),
            invalid(
                "axis 0 of the result would be 2147483648 long",
                Concat.OPERATOR,
                Operands.<MLOperandDescriptor>none()
                    .with(
                        Concat.INPUTS,
                        List.of(
                            MLOperandDescriptor.of(UINT8, Integer.MAX_VALUE),
                            MLOperandDescriptor.of(UINT8, 1))),
                with(Concat.AXIS, 0L)),
            invalid(
                "takes more than 2147483647 bytes",
                ElementwiseBinary.ADD.operator(),
                Operands.of(
                    ElementwiseBinary.A,
                    floats(1 << 16, 1),
                    ElementwiseBinary.B,
                    floats(1, 1 << 16))))
        .map(InvalidCall::test);
  }

  private static Operands<MLOperandDescriptor> image(OperandSlot filter, int... filterShape) {
    OperandSlot input = filter.equals(Conv2d.FILTER) ? Conv2d.INPUT : GroupConv2d.INPUT;
    return operands(input, 1, 4, 5, 5).with(filter, floats(filterShape));
  }

  @TestFactory
  Stream<DynamicTest> convolutions() {
    var fitting = image(Conv2d.FILTER, 6, 4, 3, 3);
    return Stream.of(
            invalid(
                "padding [1, 1] must have 4 values",
                Conv2d.OPERATOR,
                fitting,
                with(Conv2d.PADDING, List.of(1L, 1L))),
            invalid(
                "strides [0, 1] must be at least 1 each",
                Conv2d.OPERATOR,
                fitting,
                with(Conv2d.STRIDES, List.of(0L, 1L))),
            invalid(
                "dilations 4294967295 is larger than 2147483647",
                Conv2d.OPERATOR,
                fitting,
                with(Conv2d.DILATIONS, List.of(1L, 4294967295L))),
            invalid(
                "groups 3 must divide the 4 input channels",
                Conv2d.OPERATOR,
                fitting,
                with(Conv2d.GROUPS, 3L)),
            invalid(
                "groups 0 must divide the 4 input channels",
                Conv2d.OPERATOR,
                fitting,
                with(Conv2d.GROUPS, 0L)),
            invalid(
                "the filter takes 4 input channels a group; the input has 4 in 2 groups",
                Conv2d.OPERATOR,
                fitting,
                with(Conv2d.GROUPS, 2L)),
            invalid(
                "groups 4 must divide the 6 output channels",
                Conv2d.OPERATOR,
                image(Conv2d.FILTER, 6, 1, 3, 3),
                with(Conv2d.GROUPS, 4L)),
            invalid(
                "bias has shape [4]; it must be [6]",
                Conv2d.OPERATOR,
                fitting.with(Conv2d.BIAS, floats(4))),
            invalid(
                "a window of 7 pixels is larger than the padded input of 6",
                Conv2d.OPERATOR,
                fitting,
                with(Conv2d.DILATIONS, List.of(3L, 1L)).with(Conv2d.PADDING, padding(1))),
            invalid(
                "the result would be 2147483648 pixels wide",
                Conv2d.OPERATOR,
                image(Conv2d.FILTER, 6, 4, 1, 1),
                with(Conv2d.PADDING, padding(2147483643))),
            invalid(
                "the filter [2, 3, 1, 3, 3] takes 2 groups of 1 channels; the input has 4",
                GroupConv2d.OPERATOR,
                image(GroupConv2d.FILTER, 2, 3, 1, 3, 3)))
        .map(InvalidCall::test);
  }

  private static List<Long> padding(long begin) {
    return List.of(begin, 0L, 0L, 0L);
  }

  @TestFactory
  Stream<DynamicTest> otherImages() {
    Operator pool = Pooling.MAX_POOL2D.operator();
    var image = operands(Pooling.MAX_POOL2D.input(), 1, 4, 5, 5);
    var resized = operands(Resample2d.INPUT, 1, 4, 5, 5);
    return Stream.of(
            invalid(
                "outputSizes [9, 9] is neither the floor nor the ceil",
                pool,
                image,
                with(Pool2d.OUTPUT_SIZES, List.of(9L, 9L))),
            invalid(
                "windowDimensions [0, 1] must be at least 1 each",
                pool,
                image,
                with(Pool2d.WINDOW_DIMENSIONS, List.of(0L, 1L))),
            invalid(
                "axes [2, 2] must be two different ones below 4",
                Resample2d.OPERATOR,
                resized,
                with(Resample2d.AXES, List.of(2L, 2L))),
            invalid(
                "scales [1.0] must have 2 values",
                Resample2d.OPERATOR,
                resized,
                with(Resample2d.SCALES, List.of(1f))),
            invalid(
                "scale 0.1 makes an axis of 5 elements 0 long",
                Resample2d.OPERATOR,
                resized,
                with(Resample2d.SCALES, List.of(0.1f, 1f))),
            invalid(
                "sizes [0, 1] must be at least 1 each",
                Resample2d.OPERATOR,
                resized,
                with(Resample2d.SIZES, List.of(0L, 1L))))
        .map(InvalidCall::test);
  }

  @TestFactory
  Stream<DynamicTest> matrices() {
    return Stream.of(
            invalid(
                "a [2, 3] transposed and b [3, 4] do not have the same inner dimension",
                Gemm.OPERATOR,
                Operands.of(Gemm.A, floats(2, 3), Gemm.B, floats(3, 4)),
                with(Gemm.A_TRANSPOSE, true)),
            invalid(
                "c has shape [3], which cannot be broadcast to the result's [2, 4]",
                Gemm.OPERATOR,
                Operands.of(Gemm.A, floats(2, 3), Gemm.B, floats(3, 4)).with(Gemm.C, floats(3))),
            invalid(
                "a [2, 3] and b [2, 3] do not have the same inner dimension",
                Matmul.OPERATOR,
                Operands.of(Matmul.A, floats(2, 3), Matmul.B, floats(2, 3))),
            invalid(
                "the leading axes of a [2, 1, 3] and b [5, 3, 1] cannot be broadcast",
                Matmul.OPERATOR,
                Operands.of(Matmul.A, floats(2, 1, 3), Matmul.B, floats(5, 3, 1))))
        .map(InvalidCall::test);
  }

  @TestFactory
  Stream<DynamicTest> fakeQuantize() {
    return Stream.of(
            invalid(
                "levels 1 must be at least 2",
                FakeQuantize.OPERATOR,
                limits(),
                with(FakeQuantize.LEVELS, 1L)),
            invalid(
                "inputHigh has shape [3], which cannot be broadcast to the input's [1, 2]",
                FakeQuantize.OPERATOR,
                limits().with(FakeQuantize.INPUT_HIGH, floats(3)),
                with(FakeQuantize.LEVELS, 2L)),
            invalid(
                "(autoBroadcast is none)",
                FakeQuantize.OPERATOR,
                limits(),
                with(FakeQuantize.LEVELS, 2L)
                    .with(FakeQuantize.AUTO_BROADCAST, MLAutoBroadcast.NONE)))
        .map(InvalidCall::test);
  }

  private static Operands<MLOperandDescriptor> limits() {
    return operands(FakeQuantize.INPUT, 1, 2)
        .with(FakeQuantize.INPUT_LOW, floats())
        .with(FakeQuantize.INPUT_HIGH, floats())
        .with(FakeQuantize.OUTPUT_LOW, floats())
        .with(FakeQuantize.OUTPUT_HIGH, floats());
  }
}
