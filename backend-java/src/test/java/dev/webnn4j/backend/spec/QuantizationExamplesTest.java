package dev.webnn4j.backend.spec;

import static dev.webnn4j.MLOperandDataType.FLOAT16;
import static dev.webnn4j.MLOperandDataType.FLOAT32;
import static dev.webnn4j.MLOperandDataType.INT32;
import static dev.webnn4j.MLOperandDataType.INT4;
import static dev.webnn4j.MLOperandDataType.INT8;
import static dev.webnn4j.MLOperandDataType.UINT32;
import static dev.webnn4j.MLOperandDataType.UINT4;
import static dev.webnn4j.MLOperandDataType.UINT8;
import static dev.webnn4j.backend.spec.Data.float32;
import static dev.webnn4j.backend.spec.Data.integers;
import static dev.webnn4j.backend.spec.Data.reals;
import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.NaN;
import static java.lang.Double.POSITIVE_INFINITY;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.Shape;
import dev.webnn4j.backend.reference.Tensor;
import org.junit.jupiter.api.Test;

/** Quantisation, by hand. */
final class QuantizationExamplesTest {
  private static Example quantize(Data input, Data scale, Data zeroPoint) {
    return Example.of(input, scale, zeroPoint)
        .graph((builder, x) -> builder.quantizeLinear(x.get(0), x.get(1), x.get(2)));
  }

  private static Example dequantize(Data input, Data scale, Data zeroPoint) {
    return Example.of(input, scale, zeroPoint)
        .graph((builder, x) -> builder.dequantizeLinear(x.get(0), x.get(1), x.get(2)));
  }

  private static Data integer(MLOperandDataType type, long value) {
    return integers(type, Shape.SCALAR, value);
  }

  private static Data scale(double value) {
    return float32(Shape.SCALAR, value);
  }

  @Test
  void tiesGoToTheEvenStepBeforeTheZeroPointIsAdded() {
    quantize(float32(-2.5, -1.5, -0.5, 0.5, 1.5, 2.5), scale(1), integer(UINT8, 127))
        .gives(integers(UINT8, Shape.of(6), 125, 125, 127, 127, 129, 129));
    quantize(float32(-2.5, 1, 3), scale(-2), integer(INT8, 10))
        .gives(integers(INT8, Shape.of(3), 11, 10, 8));
  }

  @Test
  void whatIsNoTieIsRoundedToTheNearest() {
    // The quotients lie so near 2.5 and 17.5 that float32 would take them for these.
    quantize(
            float32(0x1.aaaaacp-1, 0x1.91ccc2p3),
            float32(1 / 3.0, 0x1.6f5c2p-1),
            integers(INT8, Shape.of(2), 0, 0))
        .gives(integers(INT8, Shape.of(2), 3, 17));
  }

  @Test
  void whatIsOutOfRangeSaturates() {
    Data far = float32(1000, -1000, POSITIVE_INFINITY, NEGATIVE_INFINITY, NaN);
    quantize(far, scale(1), integer(INT8, 5))
        .gives(integers(INT8, Shape.of(5), 127, -128, 127, -128, 0));
    quantize(far, scale(1), integer(UINT8, 5))
        .gives(integers(UINT8, Shape.of(5), 255, 0, 255, 0, 0));
    quantize(far, scale(1), integer(UINT4, 5)).gives(integers(UINT4, Shape.of(5), 15, 0, 15, 0, 0));
    quantize(float32(7.4, -8.6, 0.5), scale(1), integer(INT4, 0))
        .gives(integers(INT4, Shape.of(3), 7, -8, 0));
  }

  @Test
  void integersOf32BitsAreExact() {
    quantize(float32(0x1p24, 3e9, -3e9), scale(1), integer(INT32, 1))
        .gives(integers(INT32, Shape.of(3), 0x1000001, Integer.MAX_VALUE, Integer.MIN_VALUE));
    quantize(float32(0x1p31, 1, 0x1p32), scale(1), integer(UINT32, Integer.MAX_VALUE))
        .gives(integers(UINT32, Shape.of(3), 0xffffffffL, 0x80000000L, 0xffffffffL));
    dequantize(
            integers(INT32, Shape.of(2), 0x1000001, Integer.MAX_VALUE),
            float32(1, 2),
            integers(INT32, Shape.of(2), 0x1000000, Integer.MIN_VALUE))
        .gives(float32(1, 8589934590.0));
    dequantize(
            integers(UINT32, Shape.of(2), 0, 0xffffffffL), scale(1), integer(UINT32, 0x80000000L))
        .gives(float32(-0x1p31, 2147483647));
  }

  @Test
  void eachScaleIsForABlock() {
    Data input = integers(UINT8, Shape.of(2, 4), 1, 2, 3, 4, 5, 6, 7, 8);
    dequantize(input, float32(Shape.of(2, 2), 1, 10, 100, 1000), zeros(2, 2))
        .gives(float32(Shape.of(2, 4), 1, 2, 30, 40, 500, 600, 7000, 8000));
    dequantize(input, float32(Shape.of(2, 1), 1, 10), integers(UINT8, Shape.of(2, 1), 1, 5))
        .gives(float32(Shape.of(2, 4), 0, 1, 2, 3, 0, 10, 20, 30));
    // Of a lower rank: the last axes.
    dequantize(input, float32(1, 10), zeros(2))
        .gives(float32(Shape.of(2, 4), 1, 2, 30, 40, 5, 6, 70, 80));
    dequantize(input, float32(1, -1, 1, 10), zeros(4))
        .gives(float32(Shape.of(2, 4), 1, -2, 3, 40, 5, -6, 7, 80));
  }

  private static Data zeros(int... shape) {
    Shape of = Shape.of(shape);
    return integers(UINT8, of, new long[(int) of.elementCount()]);
  }

  @Test
  void float16IsRoundedOnce() {
    dequantize(
            integers(UINT8, Shape.of(2), 255, 3),
            reals(FLOAT16, Shape.SCALAR, 0.1),
            integer(UINT8, 0))
        .gives(reals(FLOAT16, Shape.of(2), 25.5, 0.2998046875));
  }

  /** So many that several threads share them, and an odd number: none may touch another's byte. */
  @Test
  void fourBitsSurviveTheWayThereAndBack() {
    int count = 3 * 16_384 + 3;
    for (MLOperandDataType type : new MLOperandDataType[] {INT4, UINT4}) {
      int zeroPoint = type == INT4 ? -3 : 5;
      int least = type == INT4 ? -8 : 0;
      Data floats =
          new Data(
              Tensor.ofReals(
                  MLOperandDescriptor.of(FLOAT32, count),
                  i -> 0.25 * (least + i * 7 % 16 - zeroPoint)));
      Data quantized =
          new Data(Tensor.ofIntegers(MLOperandDescriptor.of(type, count), i -> least + i * 7 % 16));
      quantize(floats, scale(0.25), integer(type, zeroPoint)).gives(quantized);
      Example.of(floats, scale(0.25), integer(type, zeroPoint))
          .graph(
              (builder, x) ->
                  builder.dequantizeLinear(
                      builder.quantizeLinear(x.get(0), x.get(1), x.get(2)), x.get(1), x.get(2)))
          .gives(floats);
    }
  }
}
