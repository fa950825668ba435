package dev.webnn4j.models.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.webnn4j.MLNumber;
import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.op.AttributeType;
import dev.webnn4j.op.IdlEnum;
import dev.webnn4j.op.LongOrList;
import java.io.IOException;
import java.util.List;

/** Attributes as the JSON that {@link AttributeReader} reads. */
final class AttributeWriter {
  private static final AttributeType<Long> UNSIGNED = new AttributeType.UnsignedLong(true);

  private AttributeWriter() {}

  /**
   * Writes a value.
   *
   * @param value what an attribute of the type holds
   */
  static void write(JsonGenerator json, AttributeType<?> type, Object value) throws IOException {
    switch (type) {
      case AttributeType.UnsignedLong _ -> json.writeNumber((Long) value);
      case AttributeType.UnsignedLongs _ -> writeList(json, UNSIGNED, (List<?>) value);
      case AttributeType.UnsignedLongOrList _ -> {
        switch ((LongOrList) value) {
          case LongOrList.One(long one) -> json.writeNumber(one);
          case LongOrList.Many(List<Long> many) -> writeList(json, UNSIGNED, many);
        }
      }
      case AttributeType.SignedLong _ -> json.writeNumber((Integer) value);
      case AttributeType.Bool _ -> json.writeBoolean((Boolean) value);
      case AttributeType.Float64 _ -> json.writeNumber((Double) value);
      case AttributeType.Floats _ -> {
        json.writeStartArray();
        for (Object item : (List<?>) value) {
          json.writeNumber((Float) item);
        }
        json.writeEndArray();
      }
      case AttributeType.Numeric _ -> JsonNumbers.write(json, (MLNumber) value);
      case AttributeType.DataType _ -> json.writeString(((MLOperandDataType) value).idlName());
      case AttributeType.Choice<?> _ -> json.writeString(((IdlEnum) value).idlName());
      case AttributeType.Choices<?> choices -> writeList(json, choices.item(), (List<?>) value);
    }
  }

  private static void writeList(JsonGenerator json, AttributeType<?> item, List<?> list)
      throws IOException {
    json.writeStartArray();
    for (Object value : list) {
      write(json, item, value);
    }
    json.writeEndArray();
  }
}
