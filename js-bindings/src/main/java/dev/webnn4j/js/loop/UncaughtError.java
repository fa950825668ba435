package dev.webnn4j.js.loop;

/**
 * An error that no JavaScript caught.
 *
 * @param cause what was thrown; a {@link org.graalvm.polyglot.PolyglotException} when JavaScript
 *     did
 * @param kind how it came to be uncaught
 */
public record UncaughtError(Throwable cause, Kind kind) {
  /** How an error came to be uncaught. */
  public enum Kind {
    /** A task, a timer or a frame threw it. */
    EXCEPTION,
    /** A promise was rejected with it that nobody handles. */
    REJECTION
  }

  /** One line, as a browser's console has it. */
  public String describe() {
    return (kind == Kind.REJECTION ? "Uncaught (in promise) " : "Uncaught ") + cause.getMessage();
  }
}
