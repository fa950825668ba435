package dev.webnn4j.op;

import static dev.webnn4j.MLOperandDataType.FLOAT16;
import static dev.webnn4j.MLOperandDataType.FLOAT32;
import static dev.webnn4j.MLOperandDataType.INT32;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.webnn4j.MLConvTranspose2dFilterOperandLayout;
import dev.webnn4j.MLInputOperandLayout;
import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.MLOperandDescriptor;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What convTranspose2d refuses, and what it says. */
final class InvalidTransposedConvolutionsTest {
  private static final Operands<MLOperandDescriptor> FITTING = operands(FLOAT32, 4, 6, 3, 3);

  private static MLOperandDescriptor floats(int... shape) {
    return MLOperandDescriptor.of(FLOAT32, shape);
  }

  /** An input of four channels and 2x2 pixels, and a filter. */
  private static Operands<MLOperandDescriptor> operands(
      MLOperandDataType filterType, int... filter) {
    return Operands.of(
        ConvTranspose2d.INPUT,
        floats(1, 4, 2, 2),
        ConvTranspose2d.FILTER,
        MLOperandDescriptor.of(filterType, filter));
  }

  private static InvalidCall invalid(String message, Operands<MLOperandDescriptor> operands) {
    return invalid(message, operands, Attributes.NONE);
  }

  private static InvalidCall invalid(
      String message, Operands<MLOperandDescriptor> operands, Attributes attributes) {
    return new InvalidCall(ConvTranspose2d.OPERATOR, operands, attributes, message);
  }

  private static Attributes strides(long height, long width) {
    return Attributes.of(ConvTranspose2d.STRIDES, List.of(height, width));
  }

  @TestFactory
  Stream<DynamicTest> operands() {
    return Stream.of(
            invalid(
                "input has rank 3; allowed: 4",
                FITTING.with(ConvTranspose2d.INPUT, floats(4, 2, 2))),
            invalid(
                "input has data type int32; allowed: [float32, float16]",
                FITTING.with(ConvTranspose2d.INPUT, MLOperandDescriptor.of(INT32, 1, 4, 2, 2))),
            invalid("filter has rank 2; allowed: 4", operands(FLOAT32, 3, 3)),
            invalid(
                "filter has data type float16; it must be float32", operands(FLOAT16, 4, 6, 3, 3)),
            invalid(
                "bias has rank 2; allowed: 1", FITTING.with(ConvTranspose2d.BIAS, floats(1, 6))),
            invalid(
                "bias has shape [3]; it must be [6], one value an output channel",
                FITTING.with(ConvTranspose2d.BIAS, floats(3))),
            invalid(
                "bias has shape [6]; it must be [12], one value an output channel",
                FITTING.with(ConvTranspose2d.BIAS, floats(6)),
                Attributes.of(ConvTranspose2d.GROUPS, 2L)),
            invalid(
                "the filter takes 2 input channels; the input has 4",
                operands(FLOAT32, 2, 6, 3, 3),
                Attributes.of(ConvTranspose2d.GROUPS, 2L)),
            invalid(
                "the filter takes 3 input channels; the input has 4",
                operands(FLOAT32, 4, 6, 3, 3),
                Attributes.of(
                    ConvTranspose2d.FILTER_LAYOUT, MLConvTranspose2dFilterOperandLayout.OHWI)),
            invalid(
                "the filter takes 4 input channels; the input has 2",
                FITTING,
                Attributes.of(ConvTranspose2d.INPUT_LAYOUT, MLInputOperandLayout.NHWC)))
        .map(InvalidCall::test);
  }

  @TestFactory
  Stream<DynamicTest> attributes() {
    return Stream.of(
            invalid(
                "padding [1, 1] must have 4 values",
                FITTING,
                Attributes.of(ConvTranspose2d.PADDING, List.of(1L, 1L))),
            invalid(
                "strides [2] must have 2 values",
                FITTING,
                Attributes.of(ConvTranspose2d.STRIDES, List.of(2L))),
            invalid("strides [1, 0] must be at least 1 each", FITTING, strides(1, 0)),
            invalid(
                "dilations [0, 1] must be at least 1 each",
                FITTING,
                Attributes.of(ConvTranspose2d.DILATIONS, List.of(0L, 1L))),
            invalid(
                "groups must be at least 1, not 0",
                FITTING,
                Attributes.of(ConvTranspose2d.GROUPS, 0L)),
            invalid(
                "the result would have 4294967296 channels",
                operands(FLOAT32, 4, 1 << 30, 1, 1).with(ConvTranspose2d.BIAS, floats(1)),
                Attributes.of(ConvTranspose2d.GROUPS, 4L)))
        .map(InvalidCall::test);
  }

  @Test
  void groupsThatDoNotDivideTheInputCanBeWrittenButNotComputed() {
    Call call =
        new Call(
            ConvTranspose2d.OPERATOR, FITTING, Attributes.of(ConvTranspose2d.GROUPS, 3L), "up");
    assertEquals(List.of(floats(1, 18, 4, 4)), ConvTranspose2d.OPERATOR.infer(call));
    IllegalArgumentException error =
        assertThrows(IllegalArgumentException.class, () -> ConvTranspose2d.computable(call));
    assertEquals(
        "convTranspose2d [up]: groups 3 must divide the 4 input channels", error.getMessage());
  }

  @TestFactory
  Stream<DynamicTest> sizes() {
    return Stream.of(
            invalid(
                "outputPadding [1] must have 2 values",
                FITTING,
                Attributes.of(ConvTranspose2d.OUTPUT_PADDING, List.of(1L))),
            invalid(
                "outputPadding 2 must be less than the stride 2",
                FITTING,
                strides(3, 2).with(ConvTranspose2d.OUTPUT_PADDING, List.of(2L, 2L))),
            invalid(
                "the result would be 0 pixels wide",
                FITTING,
                Attributes.of(ConvTranspose2d.PADDING, List.of(2L, 2L, 0L, 0L))),
            invalid(
                "the result would be 2147483649 pixels wide",
                operands(FLOAT32, 4, 6, 2, 2),
                Attributes.of(ConvTranspose2d.DILATIONS, List.of(Integer.MAX_VALUE - 0L, 1L))),
            invalid(
                "outputSizes [5] must have 2 values",
                FITTING,
                Attributes.of(ConvTranspose2d.OUTPUT_SIZES, List.of(5L))),
            invalid(
                "outputSizes [0, 5] must be at least 1 each",
                FITTING,
                strides(2, 2).with(ConvTranspose2d.OUTPUT_SIZES, List.of(0L, 5L))),
            invalid(
                "outputSizes has 4 where 5 to 6 are possible",
                FITTING,
                strides(2, 2).with(ConvTranspose2d.OUTPUT_SIZES, List.of(5L, 4L))),
            invalid(
                "outputSizes has 7 where 5 to 6 are possible",
                FITTING,
                strides(2, 2).with(ConvTranspose2d.OUTPUT_SIZES, List.of(7L, 5L))),
            invalid(
                "takes more than 2147483647 bytes",
                operands(FLOAT32, 4, 6, 1, 1),
                strides(1 << 15, 1 << 15)))
        .map(InvalidCall::test);
  }
}
