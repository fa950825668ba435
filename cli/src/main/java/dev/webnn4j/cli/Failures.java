package dev.webnn4j.cli;

import dev.webnn4j.MLOperationException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** One sentence for a person about what stopped a command. */
final class Failures {
  private Failures() {}

  static String describe(Exception failure) {
    return switch (failure) {
      case NoSuchFileException missing -> "there is no file " + missing.getFile();
      case AccessDeniedException denied -> denied.getFile() + " may not be read or written";
      case FileSystemException other ->
          other.getReason() == null ? message(other) : other.getReason() + ": " + other.getFile();
      case IOException io -> message(io);
      case IllegalArgumentException invalid -> message(invalid);
      case UnsupportedOperationException unsupported -> message(unsupported);
      case MLOperationException failed -> message(failed);
      // Anything else is a mistake of ours, and its place is what helps.
      default -> {
        failure.printStackTrace();
        yield "unexpected " + failure;
      }
    };
  }

  private static String message(Exception failure) {
    return failure.getMessage() == null ? failure.toString() : failure.getMessage();
  }
}
