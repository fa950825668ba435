package dev.webnn4j.models.json;

import dev.webnn4j.Limits;
import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.Shape;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What of a file is being read, to say where something is wrong; and members of objects, checked to
 * be of the kind that they must be.
 *
 * @param what the part of the graph, such as {@code nodes[3]}; empty for the whole file
 */
record Place(Path file, String what) {
  /** The names of all data types. */
  static final String DATA_TYPES =
      Arrays.stream(MLOperandDataType.values())
          .map(MLOperandDataType::idlName)
          .collect(Collectors.joining(", "));

  Place in(String part) {
    return new Place(file, part);
  }

  GraphFormatException error(String message) {
    return new GraphFormatException(file + ": " + prefix() + message);
  }

  GraphFormatException error(int line, String message) {
    return new GraphFormatException(file + ":" + line + ": " + prefix() + message);
  }

  /** What the builder has against it. */
  GraphFormatException error(int line, IllegalArgumentException refused) {
    return new GraphFormatException(
        file + ":" + line + ": " + prefix() + refused.getMessage(), refused);
  }

  private String prefix() {
    return what.isEmpty() ? "" : what + ": ";
  }

  GraphFormatException wrong(String name, JsonValue value, String expected) {
    return error(value.line(), name + " is " + value.describe() + "; it must be " + expected);
  }

  JsonValue required(JsonValue.Members object, String name) throws GraphFormatException {
    JsonValue value = object.values().get(name);
    if (value == null) {
      throw error(object.line(), "'" + name + "' is missing");
    }
    return value;
  }

  void requireOnly(JsonValue.Members object, Collection<String> known) throws GraphFormatException {
    for (var member : object.values().entrySet()) {
      if (!known.contains(member.getKey())) {
        throw error(
            member.getValue().line(),
            "unknown member '" + member.getKey() + "'" + Similar.hint(member.getKey(), known));
      }
    }
  }

  JsonValue.Members members(String name, JsonValue value) throws GraphFormatException {
    if (value instanceof JsonValue.Members members) {
      return members;
    }
    throw wrong(name, value, "an object");
  }

  List<JsonValue> items(String name, JsonValue value) throws GraphFormatException {
    return value.items().orElseThrow(() -> wrong(name, value, "a list"));
  }

  /** A string with at least one character. */
  String text(String name, JsonValue value) throws GraphFormatException {
    return value
        .text()
        .filter(text -> !text.isEmpty())
        .orElseThrow(() -> wrong(name, value, "a string that is not empty"));
  }

  long whole(String name, JsonValue value, long min, long max) throws GraphFormatException {
    return value
        .whole(min, max)
        .orElseThrow(() -> wrong(name, value, "a whole number from " + min + " to " + max));
  }

  /** The members {@code dataType} and {@code shape} of an object. */
  MLOperandDescriptor type(JsonValue.Members object) throws GraphFormatException {
    JsonValue dataType = required(object, "dataType");
    JsonValue shape = required(object, "shape");
    List<Long> dims = new ArrayList<>();
    for (JsonValue dim : items("shape", shape)) {
      dims.add(whole("a dimension of shape", dim, 1, Integer.MAX_VALUE));
    }
    MLOperandDescriptor type =
        new MLOperandDescriptor(
            dataType
                .text()
                .flatMap(MLOperandDataType::ofIdlName)
                .orElseThrow(() -> wrong("dataType", dataType, "one of " + DATA_TYPES)),
            Shape.of(dims));
    try {
      Limits.check("a tensor of", type);
    } catch (IllegalArgumentException beyond) {
      throw error(shape.line(), beyond);
    }
    return type;
  }
}
