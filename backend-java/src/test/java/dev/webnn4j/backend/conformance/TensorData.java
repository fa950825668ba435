package dev.webnn4j.backend.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import dev.webnn4j.Float16Rounding;
import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.Shape;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * A tensor of the vectors: numbers (64-bit integers and what JSON cannot write as texts), one
 * number that fills it all, or the bits of float16 where web-platform-tests round otherwise than
 * IEEE 754.
 */
record TensorData(MLOperandDescriptor type, boolean constant, JsonNode json) {

  static TensorData of(JsonNode json) {
    MLOperandDataType dataType =
        MLOperandDataType.ofIdlName(json.get("dt").textValue()).orElseThrow();
    List<Long> dims = new ArrayList<>();
    json.get("shape").forEach(dim -> dims.add(dim.longValue()));
    return new TensorData(
        new MLOperandDescriptor(dataType, Shape.of(dims)), json.path("const").asBoolean(), json);
  }

  /** Whether one number fills it all. */
  boolean isFilled() {
    return json.has("fill");
  }

  /** The tensor in native memory, dense and in native byte order. */
  MemorySegment bytes() {
    MemorySegment bytes = Arena.ofAuto().allocate(type.byteLength(), 64);
    long count = type.elementCount();
    for (long i = 0; i < count; i++) {
      set(bytes, i);
    }
    return bytes;
  }

  private void set(MemorySegment bytes, long index) {
    if (json.has("f16")) {
      short bits = (short) json.get("f16").get((int) index).intValue();
      bytes.setAtIndex(ValueLayout.JAVA_SHORT, index, bits);
      return;
    }
    JsonNode element = element(index);
    switch (type.dataType()) {
      case FLOAT32 -> bytes.setAtIndex(ValueLayout.JAVA_FLOAT, index, (float) real(element));
      case FLOAT16 ->
          bytes.setAtIndex(
              ValueLayout.JAVA_SHORT, index, Float16Rounding.fromDouble(real(element)));
      case INT64, UINT64 -> bytes.setAtIndex(ValueLayout.JAVA_LONG, index, integer(element));
      case INT32, UINT32 -> bytes.setAtIndex(ValueLayout.JAVA_INT, index, (int) integer(element));
      case INT8, UINT8 -> bytes.set(ValueLayout.JAVA_BYTE, index, (byte) integer(element));
      case INT4, UINT4 -> {
        int shift = (int) (index % 2) * 4;
        long both = bytes.get(ValueLayout.JAVA_BYTE, index / 2) | (integer(element) & 0xf) << shift;
        bytes.set(ValueLayout.JAVA_BYTE, index / 2, (byte) both);
      }
    }
  }

  /** An integer as it is written, which may be more than the type holds. */
  BigInteger written(long index) {
    return new BigDecimal(element(index).asText()).toBigInteger();
  }

  private JsonNode element(long index) {
    return isFilled() ? json.get("fill") : json.get("data").get((int) index);
  }

  private static double real(JsonNode element) {
    return element.isTextual() ? Double.parseDouble(element.textValue()) : element.doubleValue();
  }

  private static long integer(JsonNode element) {
    return new BigDecimal(element.asText()).toBigInteger().longValue();
  }
}
