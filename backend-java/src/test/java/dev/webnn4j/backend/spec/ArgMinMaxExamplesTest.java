package dev.webnn4j.backend.spec;

import static dev.webnn4j.MLOperandDataType.INT32;
import static dev.webnn4j.MLOperandDataType.INT64;
import static dev.webnn4j.MLOperandDataType.INT8;
import static dev.webnn4j.MLOperandDataType.UINT32;
import static dev.webnn4j.MLOperandDataType.UINT64;
import static dev.webnn4j.MLOperandDataType.UINT8;
import static dev.webnn4j.backend.spec.Data.float16;
import static dev.webnn4j.backend.spec.Data.float32;
import static dev.webnn4j.backend.spec.Data.int32;
import static dev.webnn4j.backend.spec.Data.integers;

import dev.webnn4j.MLArgMinMaxOptions;
import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.Shape;
import java.util.Arrays;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Indices of extremes, by hand. */
final class ArgMinMaxExamplesTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private static Example argMin(Data x, long axis, Consumer<MLArgMinMaxOptions> options) {
    return Example.of(x)
        .graph((builder, operands) -> builder.argMin(operands.getFirst(), axis, options));
  }

  private static Example argMax(Data x, long axis, Consumer<MLArgMinMaxOptions> options) {
    return Example.of(x)
        .graph((builder, operands) -> builder.argMax(operands.getFirst(), axis, options));
  }

  /** Both of a vector. */
  private static void places(Data x, long ofLeast, long ofGreatest) {
    argMin(x, 0, o -> {}).gives(int32(Shape.SCALAR, ofLeast));
    argMax(x, 0, o -> {}).gives(int32(Shape.SCALAR, ofGreatest));
  }

  @Test
  void alongEachAxis() {
    Data x = float32(Shape.of(2, 3), 1, 9, 3, 4, -5, 6);
    argMax(x, 0, o -> {}).gives(int32(Shape.of(3), 1, 0, 1));
    argMin(x, 0, o -> {}).gives(int32(Shape.of(3), 0, 1, 0));
    argMax(x, 1, o -> {}).gives(int32(Shape.of(2), 1, 2));
    argMin(x, 1, o -> {}).gives(int32(Shape.of(2), 0, 1));
  }

  @Test
  void keepDimensionsLeavesAnAxisOfOne() {
    Data x = float32(Shape.of(2, 3), 1, 9, 3, 4, -5, 6);
    argMax(x, 0, o -> o.keepDimensions(true)).gives(int32(Shape.of(1, 3), 1, 0, 1));
    argMin(x, 1, o -> o.keepDimensions(true)).gives(int32(Shape.of(2, 1), 0, 1));
  }

  @Test
  void outputMayBeInt64() {
    Data x = float32(Shape.of(1, 3), 1, 9, 3);
    argMax(x, 1, o -> o.outputDataType(INT64)).gives(integers(INT64, Shape.of(1), 1));
    argMin(x, 1, o -> o.outputDataType(INT64).keepDimensions(true))
        .gives(integers(INT64, Shape.of(1, 1), 0));
  }

  @Test
  void ofEqualElementsTheFirst() {
    places(float32(3, 1, 7, 1, 7, 3), 1, 2);
    places(float16(Shape.of(4), 5, 5, 5, 5), 0, 0);
    places(integers(UINT8, Shape.of(5), 9, 0, 255, 0, 255), 1, 2);
    Data columns = float32(Shape.of(3, 2), 1, 2, 1, 4, 0, 4);
    argMax(columns, 0, o -> {}).gives(int32(Shape.of(2), 0, 1));
    argMin(columns, 0, o -> {}).gives(int32(Shape.of(2), 2, 0));
  }

  /** So that ties lie in the same and in different lanes of vectors. */
  @Test
  void ofEqualElementsOfALongRowTheFirst() {
    double[] row = new double[100];
    for (int first : new int[] {0, 1, 15, 16, 31, 63, 90}) {
      Arrays.fill(row, 0);
      for (int i = first; i < 100; i += 3) {
        row[i] = 2;
      }
      argMax(float32(row), 0, o -> {}).gives(int32(Shape.SCALAR, first));
      for (int i = 0; i < 100; i++) {
        row[i] = -row[i];
      }
      argMin(float32(row), 0, o -> {}).gives(int32(Shape.SCALAR, first));
    }
  }

  @Test
  void theTwoZerosAreEqual() {
    places(float32(-0.0, 0, -0.0), 0, 0);
    places(float32(0, -0.0, 0), 0, 0);
    places(float16(Shape.of(2), 0, -0.0), 0, 0);
  }

  @Test
  void infinitiesAndSubnormalsAreNumbers() {
    places(float32(-INFINITY, -INFINITY), 0, 0);
    places(float32(0, -INFINITY, INFINITY), 1, 2);
    places(float32(0, 0x1p-149, -0x1p-149), 2, 1);
    places(float16(Shape.of(3), 0, 0x1p-24, -0x1p-24), 2, 1);
  }

  @Test
  void unsignedIntegersHaveNoSign() {
    for (MLOperandDataType type : new MLOperandDataType[] {UINT8, UINT32, UINT64}) {
      places(integers(type, Shape.of(3), 1, -1, 0), 2, 1);
    }
    for (MLOperandDataType type : new MLOperandDataType[] {INT8, INT32, INT64}) {
      places(integers(type, Shape.of(3), 1, -1, 0), 1, 0);
    }
  }

  /** Which no double, and for 32 bits no float, tells apart. */
  @Test
  void largeNeighboursAreToldApart() {
    long odd = (1L << 53) + 1;
    places(integers(INT64, Shape.of(3), odd - 1, odd, odd - 1), 0, 1);
    places(integers(UINT64, Shape.of(3), -2, -1, -2), 0, 1);
    places(integers(INT32, Shape.of(3), 16777217, 16777216, 16777217), 1, 0);
  }

  @Test
  void ofEightAxesOne() {
    Data x = int32(Shape.of(1, 1, 2, 1, 1, 3, 1, 1), 4, 6, 5, 9, 7, 8);
    argMax(x, 5, o -> {}).gives(int32(Shape.of(1, 1, 2, 1, 1, 1, 1), 1, 0));
    argMax(x, 2, o -> o.keepDimensions(true))
        .gives(int32(Shape.of(1, 1, 1, 1, 1, 3, 1, 1), 1, 1, 1));
    argMin(x, 7, o -> {}).gives(int32(Shape.of(1, 1, 2, 1, 1, 3, 1), 0, 0, 0, 0, 0, 0));
  }
}
