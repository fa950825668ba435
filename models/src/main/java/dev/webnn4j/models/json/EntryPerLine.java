package dev.webnn4j.models.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import java.io.IOException;

/**
 * Each input, constant, node and output on a line of its own, so that people can read a graph and
 * tools can compare two.
 */
final class EntryPerLine implements PrettyPrinter {
  private static final int ENTRIES = 2;

  private int depth;

  @Override
  public void writeRootValueSeparator(JsonGenerator json) {}

  @Override
  public void writeStartObject(JsonGenerator json) throws IOException {
    json.writeRaw('{');
    depth++;
  }

  @Override
  public void beforeObjectEntries(JsonGenerator json) throws IOException {
    breakLine(json, "");
  }

  @Override
  public void writeObjectFieldValueSeparator(JsonGenerator json) throws IOException {
    json.writeRaw(": ");
  }

  @Override
  public void writeObjectEntrySeparator(JsonGenerator json) throws IOException {
    json.writeRaw(',');
    breakLine(json, " ");
  }

  @Override
  public void writeEndObject(JsonGenerator json, int entries) throws IOException {
    end(json, entries, '}');
  }

  @Override
  public void writeStartArray(JsonGenerator json) throws IOException {
    json.writeRaw('[');
    depth++;
  }

  @Override
  public void beforeArrayValues(JsonGenerator json) throws IOException {
    breakLine(json, "");
  }

  @Override
  public void writeArrayValueSeparator(JsonGenerator json) throws IOException {
    json.writeRaw(',');
    breakLine(json, " ");
  }

  @Override
  public void writeEndArray(JsonGenerator json, int values) throws IOException {
    end(json, values, ']');
  }

  private void end(JsonGenerator json, int entries, char bracket) throws IOException {
    depth--;
    if (entries > 0 && depth < ENTRIES) {
      breakLineAt(json, depth);
    }
    json.writeRaw(bracket);
    if (depth == 0) {
      json.writeRaw('\n');
    }
  }

  private void breakLine(JsonGenerator json, String otherwise) throws IOException {
    if (depth <= ENTRIES) {
      breakLineAt(json, depth);
    } else {
      json.writeRaw(otherwise);
    }
  }

  private static void breakLineAt(JsonGenerator json, int depth) throws IOException {
    json.writeRaw('\n');
    json.writeRaw("  ".repeat(depth));
  }
}
