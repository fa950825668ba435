package dev.webnn4j.models.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.webnn4j.MLNumber;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Optional;

/**
 * Numbers of any kind, which keep it: whole numbers are integers, those with a fraction or an
 * exponent doubles, and three strings what JSON has no number for.
 */
final class JsonNumbers {
  static final String NOT_FINITE = "\"NaN\", \"Infinity\", \"-Infinity\"";

  private JsonNumbers() {}

  /** The number; empty if the JSON is none, or one beyond the doubles. */
  static Optional<MLNumber> read(JsonValue json) {
    return switch (json) {
      case JsonValue.Numeral number ->
          number.isWhole() ? number.whole().map(MLNumber::of) : number.finite().map(MLNumber::of);
      case JsonValue.Text(String value, int _) ->
          switch (value) {
            case "NaN" -> Optional.of(MLNumber.of(Double.NaN));
            case "Infinity" -> Optional.of(MLNumber.of(Double.POSITIVE_INFINITY));
            case "-Infinity" -> Optional.of(MLNumber.of(Double.NEGATIVE_INFINITY));
            default -> Optional.empty();
          };
      default -> Optional.empty();
    };
  }

  /** Writes a number; what is not finite becomes a string. */
  static void write(JsonGenerator json, MLNumber number) throws IOException {
    switch (number) {
      case MLNumber.Int(BigInteger value) -> json.writeNumber(value);
      case MLNumber.Real(double value) -> json.writeNumber(value);
    }
  }
}
