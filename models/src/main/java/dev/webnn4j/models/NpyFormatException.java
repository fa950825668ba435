package dev.webnn4j.models;

import java.io.IOException;
import java.nio.file.Path;

/** A .npy file that is damaged, or of a kind that WebNN cannot take. */
public final class NpyFormatException extends IOException {
  private static final long serialVersionUID = 1;

  NpyFormatException(Path file, String cause, String remedy) {
    super(file + ": " + cause + "; " + remedy);
  }

  NpyFormatException(Path file, String cause, String remedy, Throwable origin) {
    super(file + ": " + cause + "; " + remedy, origin);
  }
}
