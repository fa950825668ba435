package dev.webnn4j.js.loop;

import java.io.Serial;
import java.time.Duration;

/** JavaScript was given so much time and did not come to an end. */
public final class LoopTimeoutException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  /** Says how long JavaScript was given. */
  public LoopTimeoutException(Duration limit) {
    super("timed out after " + seconds(limit) + " s");
  }

  private static String seconds(Duration limit) {
    return limit.toMillis() % 1000 == 0
        ? Long.toString(limit.toSeconds())
        : Double.toString(limit.toMillis() / 1000.0);
  }
}
