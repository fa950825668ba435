package dev.webnn4j.models.json;

import dev.webnn4j.MLOperand;
import java.util.LinkedHashMap;
import java.util.Map;

/** The inputs, constants and results that were read so far: one space of names. */
final class NamedValues {
  /** A value and, unless it is given to the graph, that a node makes it. */
  private record Definition(MLOperand operand, boolean made, int line) {}

  private final Map<String, Definition> definitions = new LinkedHashMap<>();
  private final Map<String, Integer> announced = new LinkedHashMap<>();

  /** Says that a node will make a value of the name, for messages about a use before that. */
  void announce(String name, int line) {
    announced.putIfAbsent(name, line);
  }

  /** Names an input or a constant. */
  void give(Place place, int line, String name, MLOperand operand) throws GraphFormatException {
    define(place, name, new Definition(operand, false, line));
  }

  /** Names a result of a node. */
  void make(Place place, int line, String name, MLOperand operand) throws GraphFormatException {
    define(place, name, new Definition(operand, true, line));
  }

  private void define(Place place, String name, Definition definition) throws GraphFormatException {
    Definition earlier = definitions.putIfAbsent(name, definition);
    if (earlier != null) {
      throw place.error(
          definition.line,
          "'" + name + "' is defined already, in line " + earlier.line + "; rename one of them");
    }
  }

  /** The value of the name. */
  MLOperand require(Place place, int line, String name) throws GraphFormatException {
    return definition(place, line, name).operand;
  }

  /** The value of the name, which a node has made. */
  MLOperand requireMade(Place place, int line, String name) throws GraphFormatException {
    Definition definition = definition(place, line, name);
    if (!definition.made) {
      throw place.error(line, "'" + name + "' is an input or a constant; let an identity make it");
    }
    return definition.operand;
  }

  private Definition definition(Place place, int line, String name) throws GraphFormatException {
    Definition found = definitions.get(name);
    if (found != null) {
      return found;
    }
    Integer made = announced.get(name);
    throw place.error(
        line,
        made == null
            ? "nothing is called '" + name + "'" + Similar.hint(name, definitions.keySet())
            : "'%s' is used before it is made, in line %d; write nodes in the order they run in"
                .formatted(name, made));
  }
}
