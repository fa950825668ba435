package dev.webnn4j.op;

import static dev.webnn4j.MLOperandDataType.FLOAT16;
import static dev.webnn4j.MLOperandDataType.FLOAT32;
import static dev.webnn4j.MLOperandDataType.INT64;
import static dev.webnn4j.MLOperandDataType.INT8;
import static dev.webnn4j.MLOperandDataType.UINT8;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.Shape;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What quantizeLinear and dequantizeLinear refuse, and what they say. */
final class InvalidQuantizationTest {
  private static final Shape IMAGE = Shape.of(2, 6);
  private static final Shape ROW = Shape.of(3);

  private static MLOperandDescriptor type(MLOperandDataType dataType, Shape shape) {
    return new MLOperandDescriptor(dataType, shape);
  }

  private static InvalidCall dequantize(
      String message,
      MLOperandDescriptor input,
      MLOperandDescriptor scale,
      MLOperandDescriptor zeroPoint) {
    return new InvalidCall(
        DequantizeLinear.OPERATOR,
        Operands.of(DequantizeLinear.INPUT, input, DequantizeLinear.SCALE, scale)
            .with(DequantizeLinear.ZERO_POINT, zeroPoint),
        Attributes.NONE,
        message);
  }

  private static InvalidCall quantize(
      String message,
      MLOperandDescriptor input,
      MLOperandDescriptor scale,
      MLOperandDescriptor zeroPoint) {
    return new InvalidCall(
        QuantizeLinear.OPERATOR,
        Operands.of(QuantizeLinear.INPUT, input, QuantizeLinear.SCALE, scale)
            .with(QuantizeLinear.ZERO_POINT, zeroPoint),
        Attributes.NONE,
        message);
  }

  @TestFactory
  Stream<DynamicTest> types() {
    return Stream.of(
            dequantize(
                "input has data type float16; allowed: [int32, uint32, int8, uint8, int4, uint4]",
                type(FLOAT16, IMAGE),
                type(FLOAT32, ROW),
                type(INT8, ROW)),
            dequantize(
                "scale has data type int8; allowed: [float32, float16]",
                type(INT8, IMAGE),
                type(INT8, ROW),
                type(INT8, ROW)),
            dequantize(
                "zeroPoint has data type uint8; it must be int8, that of input",
                type(INT8, IMAGE),
                type(FLOAT32, ROW),
                type(UINT8, ROW)),
            quantize(
                "input has data type int8; allowed: [float32, float16]",
                type(INT8, IMAGE),
                type(FLOAT32, ROW),
                type(INT8, ROW)),
            quantize(
                "scale has data type float16; it must be float32, that of input",
                type(FLOAT32, IMAGE),
                type(FLOAT16, ROW),
                type(INT8, ROW)),
            quantize(
                "zeroPoint has data type int64; allowed: [int32, uint32, int8, uint8, int4, uint4]",
                type(FLOAT32, IMAGE),
                type(FLOAT32, ROW),
                type(INT64, ROW)))
        .map(InvalidCall::test);
  }

  @TestFactory
  Stream<DynamicTest> shapes() {
    return Stream.of(
            dequantize(
                "zeroPoint has shape [1]; it must be [3], that of scale",
                type(INT8, IMAGE),
                type(FLOAT32, ROW),
                type(INT8, Shape.of(1))),
            dequantize(
                "scale has shape [4], which does not cut the input's [2, 6] into equal blocks",
                type(INT8, IMAGE),
                type(FLOAT32, Shape.of(4)),
                type(INT8, Shape.of(4))),
            quantize(
                "scale has shape [1, 2, 6], which does not cut the input's [2, 6]",
                type(FLOAT32, IMAGE),
                type(FLOAT32, Shape.of(1, 2, 6)),
                type(INT8, Shape.of(1, 2, 6))),
            quantize(
                "scale has shape [4, 6], which does not cut the input's [2, 6]",
                type(FLOAT32, IMAGE),
                type(FLOAT32, Shape.of(4, 6)),
                type(INT8, Shape.of(4, 6))))
        .map(InvalidCall::test);
  }
}
