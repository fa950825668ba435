package dev.webnn4j.models.json;

import java.math.BigInteger;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** A value of a JSON document. Every value knows the line it begins in. */
sealed interface JsonValue {
  int line();

  /** What it is, for messages about what it should be. */
  String describe();

  /** The text, if it is one. */
  default Optional<String> text() {
    return Optional.empty();
  }

  /** The whole number, if it is one, of any size. */
  default Optional<BigInteger> whole() {
    return Optional.empty();
  }

  /** The whole number, if it is one within these bounds, both inclusive. */
  default Optional<Long> whole(long min, long max) {
    return whole()
        .filter(value -> value.bitLength() < Long.SIZE)
        .map(BigInteger::longValue)
        .filter(value -> value >= min && value <= max);
  }

  /** The number as a double, if it is a number that a double can be near to. */
  default Optional<Double> finite() {
    return Optional.empty();
  }

  /** The number as a float, rounded once from what is written, if a float can be near to it. */
  default Optional<Float> finiteFloat() {
    return Optional.empty();
  }

  /** The items, if it is a list. */
  default Optional<List<JsonValue>> items() {
    return Optional.empty();
  }

  /** A string. */
  record Text(String value, int line) implements JsonValue {
    private static final int LONGEST_SHOWN = 40;

    @Override
    public String describe() {
      return '"'
          + (value.length() <= LONGEST_SHOWN ? value : value.substring(0, LONGEST_SHOWN) + "...")
          + '"';
    }

    @Override
    public Optional<String> text() {
      return Optional.of(value);
    }
  }

  /** A number as it is written, so that no type is chosen before it is known which one is asked. */
  record Numeral(String digits, int line) implements JsonValue {
    /** Whether it has neither a fraction nor an exponent. */
    boolean isWhole() {
      return digits.chars().noneMatch(c -> c == '.' || c == 'e' || c == 'E');
    }

    @Override
    public String describe() {
      return digits;
    }

    @Override
    public Optional<BigInteger> whole() {
      return isWhole() ? Optional.of(new BigInteger(digits)) : Optional.empty();
    }

    @Override
    public Optional<Double> finite() {
      return Optional.of(Double.parseDouble(digits)).filter(Double::isFinite);
    }

    @Override
    public Optional<Float> finiteFloat() {
      return Optional.of(Float.parseFloat(digits)).filter(Float::isFinite);
    }
  }

  /** True or false. */
  record Bool(boolean value, int line) implements JsonValue {
    @Override
    public String describe() {
      return Boolean.toString(value);
    }
  }

  /** The value null, which no member of a graph may have. */
  record Null(int line) implements JsonValue {
    @Override
    public String describe() {
      return "null";
    }
  }

  /** A list. */
  record Items(List<JsonValue> values, int line) implements JsonValue {
    public Items {
      values = List.copyOf(values);
    }

    @Override
    public String describe() {
      return "a list";
    }

    @Override
    public Optional<List<JsonValue>> items() {
      return Optional.of(values);
    }
  }

  /** An object: its members in the order of the file. */
  record Members(SequencedMap<String, JsonValue> values, int line) implements JsonValue {
    public Members {
      values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
    }

    Optional<JsonValue> find(String name) {
      return Optional.ofNullable(values.get(name));
    }

    @Override
    public String describe() {
      return "an object";
    }
  }
}
