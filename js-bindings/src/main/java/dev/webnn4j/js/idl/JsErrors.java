package dev.webnn4j.js.idl;

import dev.webnn4j.MLOperationException;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;

/**
 * Java's exceptions as the errors the specification names. Scripts get the message and nothing else
 * of the exception.
 */
final class JsErrors {
  private static final System.Logger LOG = System.getLogger(JsErrors.class.getName());

  private final Value raise;

  /**
   * @param raise a JavaScript function that throws an error of a given name and message
   */
  JsErrors(Value raise) {
    this.raise = raise;
  }

  /** Throws the error into JavaScript. */
  RuntimeException raise(Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    if (cause instanceof PolyglotException fromJs) {
      throw fromJs;
    }
    String name = name(cause);
    String message = Objects.requireNonNullElse(cause.getMessage(), cause.getClass().getName());
    if (name.equals("UnknownError")) {
      LOG.log(System.Logger.Level.WARNING, "WebNN failed through no fault of a script", cause);
      message = cause instanceof OutOfMemoryError ? "out of memory: " + message : "internal error";
    }
    raise.executeVoid(name, message);
    throw new IllegalStateException("the JavaScript function that throws errors returned", cause);
  }

  private static String name(Throwable cause) {
    return switch (cause) {
      case IllegalArgumentException _ -> "TypeError";
      case IllegalStateException _ -> "InvalidStateError";
      case UnsupportedOperationException _ -> "NotSupportedError";
      case MLOperationException _ -> "OperationError";
      default -> "UnknownError";
    };
  }
}
