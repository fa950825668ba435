package dev.webnn4j.models.json;

import java.io.IOException;

/**
 * A graph file, or the weights beside it, that cannot be read. The message is one sentence that
 * begins with the file and, where there is one, the line.
 */
public final class GraphFormatException extends IOException {
  private static final long serialVersionUID = 1;

  GraphFormatException(String message) {
    super(message);
  }

  GraphFormatException(String message, Throwable cause) {
    super(message, cause);
  }
}
