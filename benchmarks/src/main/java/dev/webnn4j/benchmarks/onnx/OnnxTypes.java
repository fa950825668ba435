package dev.webnn4j.benchmarks.onnx;

import dev.webnn4j.MLOperandDataType;
import java.util.Map;
import java.util.stream.Collectors;

/** What TensorProto.DataType calls the types that WebNN has. */
public final class OnnxTypes {
  private static final Map<Long, MLOperandDataType> BY_NUMBER =
      Map.of(
          1L, MLOperandDataType.FLOAT32,
          2L, MLOperandDataType.UINT8,
          3L, MLOperandDataType.INT8,
          6L, MLOperandDataType.INT32,
          7L, MLOperandDataType.INT64,
          10L, MLOperandDataType.FLOAT16,
          12L, MLOperandDataType.UINT32,
          13L, MLOperandDataType.UINT64);

  private static final Map<MLOperandDataType, Long> NUMBERS =
      BY_NUMBER.entrySet().stream()
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

  private OnnxTypes() {}

  /**
   * @throws OnnxException if WebNN has no such type
   */
  public static MLOperandDataType of(long number) {
    MLOperandDataType type = BY_NUMBER.get(number);
    if (type == null) {
      throw new OnnxException("the ONNX element type " + number + " is none of WebNN's");
    }
    return type;
  }

  /**
   * @throws OnnxException if ONNX has no such type
   */
  public static long numberOf(MLOperandDataType type) {
    Long number = NUMBERS.get(type);
    if (number == null) {
      throw new OnnxException("ONNX has no element type " + type);
    }
    return number;
  }
}
