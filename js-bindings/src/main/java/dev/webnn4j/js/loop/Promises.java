package dev.webnn4j.js.loop;

import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;

/** JavaScript promises of Java's future values. */
final class Promises {
  private final EventLoop loop;
  private final Value withResolvers;
  private final Value newError;
  private Function<Throwable, Value> errors = this::toError;

  Promises(EventLoop loop) {
    this.loop = loop;
    // Captured before any page can replace Promise or Error.
    withResolvers = loop.context().eval("js", "((P) => () => P.withResolvers())(Promise)");
    newError =
        loop.context()
            .eval(
                "js",
                "((E, T) => (bad, text) => bad ? new T(text) : new E(text))(Error, TypeError)");
  }

  void errors(Function<Throwable, Value> mapper) {
    errors = mapper;
  }

  <T> Value of(CompletionStage<T> stage, Function<? super T, ?> toJs) {
    Value promise = withResolvers.execute();
    Hold hold = loop.hold();
    stage.whenComplete(
        (value, failure) -> {
          loop.post(() -> settle(promise, value, failure, toJs));
          hold.close();
        });
    return promise.getMember("promise");
  }

  private <T> void settle(Value promise, T value, Throwable failure, Function<? super T, ?> toJs) {
    Object settled;
    try {
      if (failure != null) {
        throw failure;
      }
      settled = toJs.apply(value);
    } catch (Throwable e) {
      promise.getMember("reject").executeVoid(errors.apply(causeOf(e)));
      return;
    }
    promise.getMember("resolve").executeVoid(settled);
  }

  private Value toError(Throwable failure) {
    if (failure instanceof PolyglotException e && e.getGuestObject() != null) {
      return e.getGuestObject();
    }
    String message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
    return newError.execute(failure instanceof IllegalArgumentException, message);
  }

  private static Throwable causeOf(Throwable failure) {
    Throwable cause = failure;
    while ((cause instanceof CompletionException || cause instanceof ExecutionException)
        && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }
}
