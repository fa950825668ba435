package dev.webnn4j.js.web;

/**
 * A line, or several, for the page's console.
 *
 * @param level how serious it is
 * @param text formatted as a browser would show it
 */
public record ConsoleMessage(Level level, String text) {
  /** Levels of the console standard, least serious first. */
  public enum Level {
    /** {@code console.debug}. */
    DEBUG,
    /** {@code console.log} and most others. */
    LOG,
    /** {@code console.info}. */
    INFO,
    /** {@code console.warn}. */
    WARN,
    /** {@code console.error}, failed assertions and failed requests. */
    ERROR
  }
}
