package dev.webnn4j.op;

import static dev.webnn4j.op.InvalidCalls.floats;
import static dev.webnn4j.op.InvalidCalls.invalid;
import static dev.webnn4j.op.InvalidCalls.operands;
import static dev.webnn4j.op.InvalidCalls.with;

import dev.webnn4j.MLAutoPad;
import dev.webnn4j.MLConv2dFilterOperandLayout;
import dev.webnn4j.MLInputOperandLayout;
import dev.webnn4j.MLOperandDescriptor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The rules of convolutions, poolings and resampling. */
final class InvalidImagesTest {
  private static final long HUGE = 4294967295L;

  /** A list attribute of fixed length: too short, too long, with an element below the least. */
  private static Stream<DynamicTest> list(
      Operator operator,
      Operands<MLOperandDescriptor> operands,
      Attribute<List<Long>> attribute,
      int length) {
    String name = attribute.name();
    Long[] longer = new Long[length + 1];
    Arrays.fill(longer, 1L);
    List<Long> tooLong = List.of(longer);
    List<Long> fitting = tooLong.subList(0, length);
    List<Long> huge = Stream.concat(Stream.of(HUGE), fitting.stream().skip(1)).toList();
    String size = " must have " + length + " values";
    return Stream.of(
        invalid(name + " [1] " + size.strip(), operator, operands, with(attribute, List.of(1L))),
        invalid(name + " " + tooLong + size, operator, operands, with(attribute, tooLong)),
        invalid(
            name + " 4294967295 is larger than 2147483647",
            operator,
            operands,
            with(attribute, huge)));
  }

  /** The same for a list of two, whose elements must be at least 1. */
  private static Stream<DynamicTest> pair(
      Operator operator, Operands<MLOperandDescriptor> operands, Attribute<List<Long>> attribute) {
    String message = attribute.name() + " [1, 0] must be at least 1 each";
    return Stream.concat(
        list(operator, operands, attribute, 2),
        Stream.of(invalid(message, operator, operands, with(attribute, List.of(1L, 0L)))));
  }

  private static Operands<MLOperandDescriptor> conv(int... filter) {
    return operands(Conv2d.INPUT, 1, 4, 5, 5).with(Conv2d.FILTER, floats(filter));
  }

  @TestFactory
  Stream<DynamicTest> listsOfConvolutions() {
    var conv = conv(6, 4, 3, 3);
    var grouped =
        operands(GroupConv2d.INPUT, 1, 4, 5, 5).with(GroupConv2d.FILTER, floats(2, 3, 2, 3, 3));
    return Stream.of(
            list(Conv2d.OPERATOR, conv, Conv2d.PADDING, 4),
            pair(Conv2d.OPERATOR, conv, Conv2d.STRIDES),
            pair(Conv2d.OPERATOR, conv, Conv2d.DILATIONS),
            list(GroupConv2d.OPERATOR, grouped, GroupConv2d.PADDING, 4),
            pair(GroupConv2d.OPERATOR, grouped, GroupConv2d.STRIDES),
            pair(GroupConv2d.OPERATOR, grouped, GroupConv2d.DILATIONS))
        .flatMap(tests -> tests);
  }

  @TestFactory
  Stream<DynamicTest> channels() {
    var fitting = conv(6, 4, 3, 3);
    return Stream.of(
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
            "the filter takes 3 input channels a group; the input has 4 in 1 groups",
            Conv2d.OPERATOR,
            fitting,
            with(Conv2d.FILTER_LAYOUT, MLConv2dFilterOperandLayout.OHWI)),
        invalid(
            "the filter takes 4 input channels a group; the input has 5 in 1 groups",
            Conv2d.OPERATOR,
            fitting,
            with(Conv2d.INPUT_LAYOUT, MLInputOperandLayout.NHWC)),
        invalid(
            "groups 4 must divide the 6 output channels",
            Conv2d.OPERATOR,
            conv(6, 1, 3, 3),
            with(Conv2d.GROUPS, 4L)),
        invalid(
            "bias has shape [4]; it must be [6]",
            Conv2d.OPERATOR,
            fitting.with(Conv2d.BIAS, floats(4))));
  }

  @TestFactory
  Stream<DynamicTest> windowsOfConvolutions() {
    var fitting = conv(6, 4, 3, 3);
    return Stream.of(
        invalid(
            "a window of 7 pixels is larger than the padded input of 6",
            Conv2d.OPERATOR,
            fitting,
            with(Conv2d.DILATIONS, List.of(3L, 1L)).with(Conv2d.PADDING, padding(1))),
        invalid(
            "a window of 9 pixels is larger than the padded input of 5",
            Conv2d.OPERATOR,
            fitting,
            with(Conv2d.DILATIONS, List.of(1L, 4L)).with(Conv2d.PADDING, padding(1))),
        invalid(
            "the result would be 2147483648 pixels wide",
            Conv2d.OPERATOR,
            conv(6, 4, 1, 1),
            with(Conv2d.PADDING, padding(2147483643))),
        invalid(
            "takes more than 2147483647 bytes",
            Conv2d.OPERATOR,
            conv(6, 4, 1, 1),
            with(Conv2d.PADDING, List.of(1L << 16, 0L, 1L << 16, 0L))));
  }

  private static List<Long> padding(long begin) {
    return List.of(begin, 0L, 0L, 0L);
  }

  @TestFactory
  Stream<DynamicTest> groupConvolutions() {
    var input = operands(GroupConv2d.INPUT, 1, 4, 5, 5);
    return Stream.of(
        invalid(
            "the filter [2, 3, 1, 3, 3] takes 2 groups of 1 channels; the input has 4",
            GroupConv2d.OPERATOR,
            input.with(GroupConv2d.FILTER, floats(2, 3, 1, 3, 3))),
        invalid(
            "the result would be larger than 2147483647 bytes",
            GroupConv2d.OPERATOR,
            input.with(GroupConv2d.FILTER, floats(4, 1 << 29, 1, 1, 1))),
        invalid(
            "a window of 6 pixels is larger than the padded input of 5",
            GroupConv2d.OPERATOR,
            input.with(GroupConv2d.FILTER, floats(2, 3, 2, 6, 1)),
            with(GroupConv2d.AUTO_PAD, MLAutoPad.VALID)
                .with(GroupConv2d.PADDING, List.of(9L, 9L, 9L, 9L))));
  }

  @TestFactory
  Stream<DynamicTest> poolings() {
    return Arrays.stream(Pooling.values())
        .flatMap(
            pooling -> {
              Operator pool = pooling.operator();
              var image = operands(pooling.input(), 1, 4, 5, 5);
              Attributes window =
                  with(Pool2d.WINDOW_DIMENSIONS, List.of(2L, 2L))
                      .with(Pool2d.STRIDES, List.of(2L, 2L));
              return Stream.of(
                      pair(pool, image, Pool2d.WINDOW_DIMENSIONS),
                      list(pool, image, Pool2d.PADDING, 4),
                      pair(pool, image, Pool2d.STRIDES),
                      pair(pool, image, Pool2d.DILATIONS),
                      pair(pool, image, Pool2d.OUTPUT_SIZES),
                      Stream.of(
                          invalid(
                              "a window of 6 pixels is larger than the padded input of 5",
                              pool,
                              image,
                              with(Pool2d.WINDOW_DIMENSIONS, List.of(1L, 6L))),
                          invalid(
                              "outputSizes [9, 9] is neither the floor nor the ceil",
                              pool,
                              image,
                              with(Pool2d.OUTPUT_SIZES, List.of(9L, 9L))),
                          // 2 is rounded down and 3 is rounded up, but both must be rounded alike.
                          invalid(
                              "outputSizes [2, 3] is neither the floor nor the ceil",
                              pool,
                              image,
                              window.with(Pool2d.OUTPUT_SIZES, List.of(2L, 3L)))))
                  .flatMap(tests -> tests);
            });
  }

  @TestFactory
  Stream<DynamicTest> resampling() {
    var image = operands(Resample2d.INPUT, 1, 4, 5, 5);
    return Stream.of(
            pair(Resample2d.OPERATOR, image, Resample2d.SIZES),
            list(Resample2d.OPERATOR, image, Resample2d.AXES, 2),
            Stream.of(
                axes("axes [2, 2] must be two different ones below 4", 2L, 2L),
                axes("axes [2, 4] must be two different ones below 4", 2L, 4L),
                axes("axes [4, 3] must be two different ones below 4", 4L, 3L),
                scales("scales [1.0] must have 2 values", 1f),
                scales("scales [1.0, 1.0, 1.0] must have 2 values", 1f, 1f, 1f),
                scales("scale 0.1 makes an axis of 5 elements 0 long", 0.1f, 1f),
                scales("scale 0.0 makes an axis of 5 elements 0 long", 1f, 0f),
                scales("scale -1.0 makes an axis of 5 elements -5 long", -1f, 1f),
                scales("scale 1.0E9 makes an axis of 5 elements 5000000000 long", 1f, 1e9f),
                scales("takes more than 2147483647 bytes", 1e6f, 1e6f)))
        .flatMap(tests -> tests);
  }

  private static DynamicTest axes(String message, Long... axes) {
    return invalid(
        message,
        Resample2d.OPERATOR,
        operands(Resample2d.INPUT, 1, 4, 5, 5),
        with(Resample2d.AXES, List.of(axes)));
  }

  private static DynamicTest scales(String message, Float... scales) {
    return invalid(
        message,
        Resample2d.OPERATOR,
        operands(Resample2d.INPUT, 1, 4, 5, 5),
        with(Resample2d.SCALES, List.of(scales)));
  }
}
