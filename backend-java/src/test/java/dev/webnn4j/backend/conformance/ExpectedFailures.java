package dev.webnn4j.backend.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Cases that a right implementation fails, each with its reason: {@code name | reason}. */
final class ExpectedFailures {
  private static final String FILE = "expected-failures.txt";

  private ExpectedFailures() {}

  static Map<String, String> read() {
    Map<String, String> reasons = new HashMap<>();
    try (InputStream file = ExpectedFailures.class.getResourceAsStream(FILE)) {
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      text.lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(
              line -> {
                int bar = line.indexOf('|');
                if (bar < 0) {
                  throw new IllegalStateException(FILE + " gives no reason for: " + line);
                }
                reasons.put(line.substring(0, bar).strip(), line.substring(bar + 1).strip());
              });
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return Map.copyOf(reasons);
  }
}
