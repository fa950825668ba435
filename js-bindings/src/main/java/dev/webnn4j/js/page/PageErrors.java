package dev.webnn4j.js.page;

import dev.webnn4j.js.loop.UncaughtError;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.graalvm.polyglot.PolyglotException;

/** Collects what goes wrong on a page, and tells of it as it happens. */
final class PageErrors {
  private final List<PageError> errors = new ArrayList<>();
  private final Consumer<PageError> listener;

  PageErrors(Consumer<PageError> listener) {
    this.listener = listener;
  }

  List<PageError> all() {
    return errors;
  }

  void add(UncaughtError error) {
    boolean rejected = error.kind() == UncaughtError.Kind.REJECTION;
    add(rejected ? PageError.Kind.REJECTION : PageError.Kind.EXCEPTION, error.cause());
  }

  void add(PageError.Kind kind, Throwable cause) {
    if (cause instanceof PolyglotException e) {
      add(new PageError(kind, JsErrorText.message(e), JsErrorText.stack(e)));
    } else {
      // A fault of this program, not of the page.
      String message = String.valueOf(cause.getMessage());
      add(new PageError(kind, message, List.of("in " + cause.getClass().getName())));
    }
  }

  void add(PageError error) {
    errors.add(error);
    listener.accept(error);
  }
}
