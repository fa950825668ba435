package dev.webnn4j.benchmarks.child;

import java.io.IOException;

/** An engine refused, or its process ended; the message is one sentence. */
public final class EngineException extends IOException {
  private static final long serialVersionUID = 1;

  EngineException(String message) {
    super(message);
  }
}
