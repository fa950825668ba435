package dev.webnn4j.js.idl;

import dev.webnn4j.js.loop.EventLoop;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.graalvm.polyglot.Value;

/** Promises that are rejected with the errors of the specification. */
final class JsPromises {
  /** How a stage ended: without a failure, or with one and without a value. */
  private record Outcome<T>(T value, Throwable failure) {}

  private final EventLoop loop;
  private final JsErrors errors;

  JsPromises(EventLoop loop, JsErrors errors) {
    this.loop = loop;
    this.errors = errors;
  }

  EventLoop loop() {
    return loop;
  }

  /**
   * @param toJs makes the value the promise is fulfilled with, on the JavaScript thread; what it
   *     throws rejects the promise
   */
  <T> Value of(CompletionStage<T> stage, Function<? super T, ?> toJs) {
    // The loop may map failures in a way of its host's; errors of JavaScript it passes on.
    return loop.promise(
        stage.handle(Outcome<T>::new),
        outcome -> {
          try {
            if (outcome.failure() != null) {
              throw errors.raise(outcome.failure());
            }
            return toJs.apply(outcome.value());
          } catch (RuntimeException | OutOfMemoryError failure) {
            throw errors.raise(failure);
          }
        });
  }
}
