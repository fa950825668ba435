package dev.webnn4j.benchmarks.cli;

import java.io.IOException;
import java.nio.file.NoSuchFileException;

/** One sentence for a person about what stopped a comparison. */
final class Failures {
  private Failures() {}

  static String describe(Exception failure) {
    return switch (failure) {
      case NoSuchFileException missing -> "there is no file " + missing.getFile();
      case IOException io when io.getMessage() != null -> io.getMessage();
      case IllegalArgumentException invalid when invalid.getMessage() != null ->
          invalid.getMessage();
      // Anything else is a mistake of ours, and its place is what helps.
      default -> {
        failure.printStackTrace();
        yield "unexpected " + failure;
      }
    };
  }
}
