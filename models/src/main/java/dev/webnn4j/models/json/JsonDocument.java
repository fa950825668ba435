package dev.webnn4j.models.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Reads a JSON file whole: what it says may stand in any order. */
final class JsonDocument {
  private final Place place;
  private final JsonParser parser;

  private JsonDocument(Place place, JsonParser parser) {
    this.place = place;
    this.parser = parser;
  }

  /**
   * @throws GraphFormatException if the file is not JSON, naming line and column
   */
  static JsonValue read(Path file) throws IOException {
    Place place = new Place(file, "");
    if (Files.isDirectory(file)) {
      throw place.error("it is a folder; name a graph's .json file in it");
    }
    try (InputStream in = Files.newInputStream(file);
        JsonParser parser = new JsonFactory().createParser(in)) {
      JsonDocument document = new JsonDocument(place, parser);
      JsonToken first = parser.nextToken();
      if (first == null) {
        throw place.error("the file is empty; copy it once more");
      }
      JsonValue value = document.value(first);
      if (parser.nextToken() != null) {
        throw place.error(
            document.line(), "there is more behind the end of the JSON; write one graph to a file");
      }
      return value;
    } catch (JsonEOFException end) {
      throw place.error(
          end.getLocation().getLineNr(), "the JSON ends too early; copy it once more");
    } catch (JsonProcessingException malformed) {
      JsonLocation at = malformed.getLocation();
      throw new GraphFormatException(
          "%s:%d:%d: malformed JSON: %s"
              .formatted(
                  file,
                  at.getLineNr(),
                  at.getColumnNr(),
                  malformed.getOriginalMessage().lines().findFirst().orElse("")),
          malformed);
    } catch (CharConversionException notText) {
      throw new GraphFormatException(
          file + ": malformed JSON: it is not text in UTF-8; name a graph's .json file", notText);
    }
  }

  private int line() {
    return parser.currentTokenLocation().getLineNr();
  }

  private JsonValue value(JsonToken token) throws IOException {
    int line = line();
    return switch (token) {
      case START_OBJECT -> members(line);
      case START_ARRAY -> items(line);
      case VALUE_STRING -> new JsonValue.Text(parser.getText(), line);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonValue.Numeral(parser.getText(), line);
      case VALUE_TRUE -> new JsonValue.Bool(true, line);
      case VALUE_FALSE -> new JsonValue.Bool(false, line);
      case VALUE_NULL -> new JsonValue.Null(line);
      case END_OBJECT, END_ARRAY, FIELD_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
          throw new IllegalStateException("no value begins with " + token);
    };
  }

  private JsonValue items(int line) throws IOException {
    List<JsonValue> items = new ArrayList<>();
    for (JsonToken next = parser.nextToken();
        next != JsonToken.END_ARRAY;
        next = parser.nextToken()) {
      items.add(value(next));
    }
    return new JsonValue.Items(items, line);
  }

  private JsonValue members(int line) throws IOException {
    var members = new LinkedHashMap<String, JsonValue>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      int nameLine = line();
      JsonValue value = value(parser.nextToken());
      if (members.putIfAbsent(name, value) != null) {
        throw place.error(
            nameLine,
            "'%s' stands twice in one object, first in line %d; keep one of them"
                .formatted(name, members.get(name).line()));
      }
    }
    return new JsonValue.Members(members, line);
  }
}
