package dev.webnn4j.op;

import static dev.webnn4j.MLOperandDataType.FLOAT16;
import static dev.webnn4j.MLOperandDataType.INT32;
import static dev.webnn4j.MLOperandDataType.UINT8;
import static dev.webnn4j.op.InvalidCalls.floats;
import static dev.webnn4j.op.InvalidCalls.invalid;
import static dev.webnn4j.op.InvalidCalls.operands;
import static dev.webnn4j.op.InvalidCalls.with;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.webnn4j.MLInputOperandLayout;
import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.Shape;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The rules of reductions, running sums and normalisations. */
final class InvalidReductionsTest {
  private static MLOperandDescriptor of(MLOperandDataType type, int... shape) {
    return MLOperandDescriptor.of(type, shape);
  }

  @TestFactory
  Stream<DynamicTest> reductions() {
    Reduction sum = Reduction.REDUCE_SUM;
    Reduction mean = Reduction.REDUCE_MEAN;
    return Stream.of(
        invalid(
            "axes [0, 2] are out of range for an input of rank 2",
            sum.operator(),
            operands(sum.input(), 2, 3),
            with(Reduction.AXES, List.of(0L, 2L))),
        invalid(
            "axes [0] are out of range for an input of rank 0",
            sum.operator(),
            operands(sum.input()),
            with(Reduction.AXES, List.of(0L))),
        invalid(
            "axes [0, -1] are out of range for an input of rank 2",
            sum.operator(),
            operands(sum.input(), 2, 3),
            with(Reduction.AXES, List.of(0L, -1L))),
        invalid(
            "axes [1, 0, 1] name an axis twice",
            sum.operator(),
            operands(sum.input(), 2, 3),
            with(Reduction.AXES, List.of(1L, 0L, 1L))),
        invalid(
            "input has data type uint8; allowed: [float32, float16, int32, uint32, int64",
            sum.operator(),
            Operands.of(sum.input(), of(UINT8, 2))),
        invalid(
            "input has data type int32; allowed: [float32, float16]",
            mean.operator(),
            Operands.of(mean.input(), of(INT32, 2))));
  }

  @TestFactory
  Stream<DynamicTest> cumulativeSum() {
    return Stream.of(
        invalid("axis is required", CumulativeSum.OPERATOR, operands(CumulativeSum.INPUT, 2)),
        invalid(
            "axis 1 is out of range for an input of rank 1",
            CumulativeSum.OPERATOR,
            operands(CumulativeSum.INPUT, 2),
            with(CumulativeSum.AXIS, 1L)),
        invalid(
            "input has rank 0; allowed: 1 to 8",
            CumulativeSum.OPERATOR,
            operands(CumulativeSum.INPUT),
            with(CumulativeSum.AXIS, 0L)),
        invalid(
            "input has data type uint8; allowed",
            CumulativeSum.OPERATOR,
            Operands.of(CumulativeSum.INPUT, of(UINT8, 2)),
            with(CumulativeSum.AXIS, 0L)));
  }

  private static Operands<MLOperandDescriptor> batch(int mean, int variance) {
    return operands(BatchNormalization.INPUT, 2, 3, 4)
        .with(BatchNormalization.MEAN, floats(mean))
        .with(BatchNormalization.VARIANCE, floats(variance));
  }

  @TestFactory
  Stream<DynamicTest> batchNormalization() {
    Operator operator = BatchNormalization.OPERATOR;
    return Stream.of(
        invalid(
            "axis 3 is out of range for an input of rank 3",
            operator,
            batch(3, 3),
            with(BatchNormalization.AXIS, 3L)),
        invalid(
            "axis 1 is out of range for an input of rank 1",
            operator,
            batch(3, 3).with(BatchNormalization.INPUT, floats(3))),
        invalid(
            "mean has shape [2]; it must be [3], one value for each index of axis 1",
            operator,
            batch(2, 3)),
        invalid("variance has shape [4]; it must be [3]", operator, batch(3, 4)),
        invalid(
            "scale has shape [1]; it must be [3]",
            operator,
            batch(3, 3).with(BatchNormalization.SCALE, floats(1))),
        invalid(
            "bias has rank 2; allowed: 1",
            operator,
            batch(3, 3).with(BatchNormalization.BIAS, floats(1, 3))),
        invalid(
            "mean has data type float16; it must be float32, that of input",
            operator,
            batch(3, 3).with(BatchNormalization.MEAN, of(FLOAT16, 3))),
        invalid(
            "input has data type int32; allowed: [float32, float16]",
            operator,
            batch(3, 3).with(BatchNormalization.INPUT, of(INT32, 2, 3))));
  }

  @TestFactory
  Stream<DynamicTest> instanceNormalization() {
    Operator operator = InstanceNormalization.OPERATOR;
    var image = operands(InstanceNormalization.INPUT, 1, 3, 4, 5);
    return Stream.of(
        invalid(
            "input has rank 3; allowed: 4",
            operator,
            operands(InstanceNormalization.INPUT, 1, 2, 3)),
        invalid(
            "scale has shape [5]; it must be [3], one value a channel",
            operator,
            image.with(InstanceNormalization.SCALE, floats(5))),
        invalid(
            "bias has shape [3]; it must be [5], one value a channel",
            operator,
            image.with(InstanceNormalization.BIAS, floats(3)),
            with(InstanceNormalization.LAYOUT, MLInputOperandLayout.NHWC)));
  }

  @TestFactory
  Stream<DynamicTest> layerNormalization() {
    Operator operator = LayerNormalization.OPERATOR;
    var input = operands(LayerNormalization.INPUT, 2, 3, 4);
    return Stream.of(
        invalid(
            "axes [3] are out of range for an input of rank 3",
            operator,
            input,
            with(LayerNormalization.AXES, List.of(3L))),
        invalid(
            "axes [2, 2] name an axis twice",
            operator,
            input,
            with(LayerNormalization.AXES, List.of(2L, 2L))),
        invalid(
            "scale has shape [4]; it must be [3, 4], the sizes of the axes [1, 2]",
            operator,
            input.with(LayerNormalization.SCALE, floats(4))),
        invalid(
            "bias has shape [3, 4]; it must be [4, 3], the sizes of the axes [2, 1]",
            operator,
            input.with(LayerNormalization.BIAS, floats(3, 4)),
            with(LayerNormalization.AXES, List.of(2L, 1L))));
  }

  @Test
  void shapesOfReductions() {
    assertEquals(Shape.SCALAR, reduced(Attributes.NONE));
    assertEquals(Shape.of(1, 1, 1), reduced(with(Reduction.KEEP_DIMENSIONS, true)));
    assertEquals(Shape.of(2, 3, 4), reduced(with(Reduction.AXES, List.of())));
    assertEquals(Shape.of(3), reduced(with(Reduction.AXES, List.of(2L, 0L))));
    assertEquals(
        Shape.of(1, 3, 1),
        reduced(with(Reduction.AXES, List.of(2L, 0L)).with(Reduction.KEEP_DIMENSIONS, true)));
  }

  private static Shape reduced(Attributes attributes) {
    Operator operator = Reduction.REDUCE_MAX.operator();
    Operands<MLOperandDescriptor> operands = operands(Reduction.REDUCE_MAX.input(), 2, 3, 4);
    return operator.infer(new Call(operator, operands, attributes, "")).getFirst().shape();
  }
}
