package dev.webnn4j.op;

import static dev.webnn4j.op.InvalidCalls.floats;
import static dev.webnn4j.op.InvalidCalls.invalid;
import static dev.webnn4j.op.InvalidCalls.operands;
import static dev.webnn4j.op.InvalidCalls.with;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.MLOperandDescriptor;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The rules of gather and scatter. Indices themselves are data, of which none is invalid. */
final class InvalidIndexingTest {
  private static MLOperandDescriptor indices(int... shape) {
    return MLOperandDescriptor.of(MLOperandDataType.INT32, shape);
  }

  @TestFactory
  Stream<DynamicTest> gather() {
    return Stream.of(
        invalid(
            "axis 2 is out of range for an input of rank 2",
            Gather.OPERATOR,
            operands(Gather.INPUT, 2, 3).with(Gather.INDICES, indices(4)),
            with(Gather.AXIS, 2L)),
        invalid(
            "indices has data type float32; allowed: [int32, uint32, int64]",
            Gather.OPERATOR,
            operands(Gather.INPUT, 2, 3).with(Gather.INDICES, floats(4))),
        invalid(
            "input has rank 0; allowed: 1 to 8",
            Gather.OPERATOR,
            operands(Gather.INPUT).with(Gather.INDICES, indices(4))),
        invalid(
            "has rank 9; at most 8 is allowed",
            Gather.OPERATOR,
            operands(Gather.INPUT, 1, 1, 1, 1, 1).with(Gather.INDICES, indices(1, 1, 1, 1, 1))),
        invalid(
            "takes more than 2147483647 bytes",
            Gather.OPERATOR,
            operands(Gather.INPUT, 1, 1 << 16).with(Gather.INDICES, indices(1 << 16))));
  }

  @Test
  void aScalarIndexIntoAVectorGivesAScalar() {
    Call call =
        new Call(
            Gather.OPERATOR,
            operands(Gather.INPUT, 5).with(Gather.INDICES, indices()),
            Attributes.NONE,
            "");
    assertEquals(List.of(floats()), Gather.OPERATOR.infer(call));
  }

  @TestFactory
  Stream<DynamicTest> gatherElements() {
    return Stream.of(
        invalid(
            "axis 2 is out of range for an input of rank 2",
            GatherElements.OPERATOR,
            operands(GatherElements.INPUT, 2, 3).with(GatherElements.INDICES, indices(2, 3)),
            with(GatherElements.AXIS, 2L)),
        invalid(
            "indices of shape [2] and input of shape [2, 3] differ in more than axis 0",
            GatherElements.OPERATOR,
            operands(GatherElements.INPUT, 2, 3).with(GatherElements.INDICES, indices(2))),
        invalid(
            "indices of shape [2, 4] and input of shape [2, 3] differ in more than axis 0",
            GatherElements.OPERATOR,
            operands(GatherElements.INPUT, 2, 3).with(GatherElements.INDICES, indices(2, 4))),
        invalid(
            "indices has rank 0; allowed: 1 to 8",
            GatherElements.OPERATOR,
            operands(GatherElements.INPUT, 2, 3).with(GatherElements.INDICES, indices())));
  }

  @TestFactory
  Stream<DynamicTest> gatherNd() {
    return Stream.of(
        invalid(
            "indices of shape [4, 3] have 3 coordinates each; the input [2, 3] has 2 axes",
            GatherNd.OPERATOR,
            operands(GatherNd.INPUT, 2, 3).with(GatherNd.INDICES, indices(4, 3))),
        invalid(
            "indices has rank 0; allowed: 1 to 8",
            GatherNd.OPERATOR,
            operands(GatherNd.INPUT, 2, 3).with(GatherNd.INDICES, indices())),
        invalid(
            "input has rank 0; allowed: 1 to 8",
            GatherNd.OPERATOR,
            operands(GatherNd.INPUT).with(GatherNd.INDICES, indices(1))),
        invalid(
            "has rank 9; at most 8 is allowed",
            GatherNd.OPERATOR,
            operands(GatherNd.INPUT, 1, 1, 1, 1, 1, 1, 1)
                .with(GatherNd.INDICES, indices(1, 1, 1, 1))));
  }

  private static Operands<MLOperandDescriptor> elements(
      MLOperandDescriptor indices, MLOperandDescriptor updates) {
    return operands(ScatterElements.INPUT, 2, 3)
        .with(ScatterElements.INDICES, indices)
        .with(ScatterElements.UPDATES, updates);
  }

  @TestFactory
  Stream<DynamicTest> scatterElements() {
    return Stream.of(
        invalid(
            "axis 2 is out of range for an input of rank 2",
            ScatterElements.OPERATOR,
            elements(indices(2, 3), floats(2, 3)),
            with(ScatterElements.AXIS, 2L)),
        invalid(
            "indices of shape [2, 2] and input of shape [2, 3] differ in more than axis 0",
            ScatterElements.OPERATOR,
            elements(indices(2, 2), floats(2, 2))),
        invalid(
            "indices of shape [3] and input of shape [2, 3] differ in more than axis 0",
            ScatterElements.OPERATOR,
            elements(indices(3), floats(3))),
        invalid(
            "updates has shape [2, 3]; it must be [1, 3], that of indices",
            ScatterElements.OPERATOR,
            elements(indices(1, 3), floats(2, 3))),
        invalid(
            "updates has data type int32; it must be float32, that of input",
            ScatterElements.OPERATOR,
            elements(indices(2, 3), indices(2, 3))));
  }

  private static Operands<MLOperandDescriptor> slices(
      MLOperandDescriptor indices, MLOperandDescriptor updates) {
    return operands(ScatterNd.INPUT, 2, 3)
        .with(ScatterNd.INDICES, indices)
        .with(ScatterNd.UPDATES, updates);
  }

  @TestFactory
  Stream<DynamicTest> scatterNd() {
    return Stream.of(
        invalid(
            "indices of shape [3] have 3 coordinates each; the input [2, 3] has 2 axes",
            ScatterNd.OPERATOR,
            slices(indices(3), floats())),
        invalid(
            "updates has shape [4]; the slices that indices of shape [4, 1] name in the input"
                + " [2, 3] have [4, 3]",
            ScatterNd.OPERATOR,
            slices(indices(4, 1), floats(4))),
        invalid(
            "updates has data type int32; it must be float32, that of input",
            ScatterNd.OPERATOR,
            slices(indices(4, 1), indices(4, 3))));
  }

  @Test
  void anyIndexPointsIntoItsAxis() {
    assertEquals(
        List.of(0, 4, 0, 4, 0, 4, 0, 4),
        Stream.of(0L, 4L, -5L, -1L, -6L, 5L, Long.MIN_VALUE, Long.MAX_VALUE)
            .map(index -> Indices.place(index, 5))
            .toList());
  }
}
