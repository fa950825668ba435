package dev.webnn4j.js.page;

import dev.webnn4j.js.loop.Prelude;
import java.util.List;
import java.util.Optional;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;

/**
 * What there is to say of something that JavaScript threw.
 *
 * <p>The engine knows its own errors; a DOMException and whatever else a page throws say themselves
 * what they are and where they were made.
 */
final class JsErrorText {
  private JsErrorText() {}

  static String message(PolyglotException error) {
    return thrown(error)
        .map(value -> ask(value, "describe").asString())
        .orElseGet(() -> String.valueOf(error.getMessage()));
  }

  static List<String> stack(PolyglotException error) {
    Optional<Value> own = thrown(error).map(value -> ask(value, "framesOf"));
    return own.filter(frames -> !frames.isNull())
        .map(frames -> frames.asString().lines().map(String::strip).toList())
        .orElseGet(() -> JsStack.of(error));
  }

  private static Optional<Value> thrown(PolyglotException error) {
    return Optional.ofNullable(error.getGuestObject()).filter(_ -> !error.isHostException());
  }

  private static Value ask(Value thrown, String question) {
    return Prelude.internals(thrown.getContext()).invokeMember(question, thrown);
  }
}
