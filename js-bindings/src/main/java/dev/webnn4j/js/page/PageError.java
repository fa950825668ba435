package dev.webnn4j.js.page;

import java.util.List;

/**
 * Something that went wrong on a page and that the page did not deal with.
 *
 * @param kind what it was
 * @param message one line, with the error's class when JavaScript threw one
 * @param stack where, innermost first, such as {@code at f (https://webnn.local/main.js:3:7)}
 */
public record PageError(Kind kind, String message, List<String> stack) {
  /** What went wrong. */
  public enum Kind {
    /** A script, a timer or an event listener threw. */
    EXCEPTION,
    /** A promise was rejected and nobody handled it. */
    REJECTION,
    /** A module, or one that it imports, could not be loaded. */
    MODULE,
    /** The page was asked to do something it cannot, such as a click on what is not there. */
    REQUEST,
    /** The time was up before the page was quiet. */
    TIMEOUT
  }

  /** Copies the stack. */
  public PageError {
    stack = List.copyOf(stack);
  }

  /** As a browser's console shows it, over several lines. */
  public String describe() {
    String prefix =
        switch (kind) {
          case EXCEPTION, MODULE -> "Uncaught ";
          case REJECTION -> "Uncaught (in promise) ";
          case REQUEST, TIMEOUT -> "";
        };
    return prefix + message + String.join("", stack.stream().map(s -> "\n    " + s).toList());
  }
}
