package dev.webnn4j.models.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.webnn4j.Elements;
import dev.webnn4j.MLNumber;
import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.MLOperandDescriptor;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Optional;

/** The elements of a small constant as a list of numbers, row by row. */
final class InlineData {
  /** What people still like to read in the middle of a graph. */
  private static final int MOST_WRITTEN = 16;

  private InlineData() {}

  /**
   * Whether a constant is written as numbers: if it is small and they tell all of it. NaN is one
   * word for many patterns of bits.
   */
  static boolean fits(MLOperandDescriptor type, MemorySegment data) {
    if (type.elementCount() > MOST_WRITTEN) {
      return false;
    }
    for (long i = 0; i < type.elementCount(); i++) {
      if (Double.isNaN(Elements.get(type.dataType(), data, i).doubleValue())) {
        return false;
      }
    }
    return true;
  }

  static void write(JsonGenerator json, MLOperandDescriptor type, MemorySegment data)
      throws IOException {
    json.writeStartArray();
    for (long i = 0; i < type.elementCount(); i++) {
      switch (Elements.get(type.dataType(), data, i)) {
        // Floats have shorter names than the doubles they are.
        case MLNumber.Real(double value) -> json.writeNumber((float) value);
        case MLNumber.Int whole -> JsonNumbers.write(json, whole);
      }
    }
    json.writeEndArray();
  }

  /** The bytes of a constant. */
  static MemorySegment read(Place place, MLOperandDescriptor type, JsonValue json)
      throws GraphFormatException {
    List<JsonValue> numbers = place.items("data", json);
    if (numbers.size() != type.elementCount()) {
      throw place.error(
          json.line(),
          "data has %d numbers; %s takes %d".formatted(numbers.size(), type, type.elementCount()));
    }
    MemorySegment data = MemorySegment.ofArray(new byte[(int) type.byteLength()]);
    for (int i = 0; i < numbers.size(); i++) {
      JsonValue number = numbers.get(i);
      MLNumber element =
          element(type.dataType(), number)
              .orElseThrow(
                  () ->
                      place.wrong(
                          "an element of data",
                          number,
                          "a number that " + type.dataType() + " has"));
      Elements.set(type.dataType(), data, i, element);
    }
    return data;
  }

  /** The number, if it is one that the type can hold: floats are rounded, integers are not. */
  private static Optional<MLNumber> element(MLOperandDataType type, JsonValue json) {
    if (type == MLOperandDataType.FLOAT32 && json instanceof JsonValue.Numeral) {
      return json.finiteFloat().map(MLNumber::of);
    }
    return JsonNumbers.read(json)
        .filter(
            number ->
                type.isFloat()
                    ? number.isFinite() == number.castTo(type).isFinite()
                    : number.equals(number.castTo(type)));
  }
}
