package dev.webnn4j.backend.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Says what is about to run, for the case that it ends the process: with {@code
 * -Dwebnn.test.trace=FILE} the file holds the last kernel that was started, and on what.
 */
final class Trace {
  private static final String FILE = System.getProperty("webnn.test.trace", "");

  private Trace() {}

  static void starts(String what) {
    if (FILE.isEmpty()) {
      return;
    }
    try {
      Files.writeString(Path.of(FILE), what + System.lineSeparator());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
