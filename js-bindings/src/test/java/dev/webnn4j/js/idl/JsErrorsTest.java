package dev.webnn4j.js.idl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.webnn4j.MLOperationException;
import dev.webnn4j.js.loop.Prelude;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a script sees of Java's exceptions, thrown or through a promise. */
class JsErrorsTest {
  /** Says the class, name and message, and whether anything of Java shows. */
  private static final String SHOW =
      """
      globalThis.show = (e) =>
        `${e instanceof DOMException ? 'DOMException' : e.constructor.name} ${e.name}: ${e.message}`
          + (/\\.java|dev\\.webnn4j|at <java>/.test(e.stack + Object.keys(e)) ? ' LEAK' : '');
      """;

  private final Script script = new Script();
  private JsErrors errors;

  @BeforeEach
  void makeErrors() {
    errors = new JsErrors(Prelude.run(script.context(), "", "idl/errors.js"));
    script.context().eval("js", SHOW);
  }

  @AfterEach
  void close() {
    script.close();
  }

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(
            new IllegalArgumentException("add [l]: no"), "TypeError TypeError: add [l]: no"),
        Arguments.of(new IllegalStateException("closed"), "DOMException InvalidStateError: closed"),
        Arguments.of(
            new UnsupportedOperationException("none"), "DOMException NotSupportedError: none"),
        Arguments.of(new MLOperationException("failed"), "DOMException OperationError: failed"),
        Arguments.of(
            new CompletionException(new MLOperationException("failed")),
            "DOMException OperationError: failed"),
        Arguments.of(
            new OutOfMemoryError("4 GB"), "DOMException UnknownError: out of memory: 4 GB"),
        Arguments.of(
            new NullPointerException("dev.webnn4j.Secret"),
            "DOMException UnknownError: internal error"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void aFunctionThrowsTheErrorOfTheSpecification(Throwable failure, String expected) {
    HostFunctions functions =
        new HostFunctions(errors)
            .function(
                "fail",
                _ -> {
                  if (failure instanceof Error error) {
                    throw error;
                  }
                  throw (RuntimeException) failure;
                });
    Value caught =
        script
            .context()
            .eval("js", "(host) => { try { host.fail(); } catch (e) { return show(e); } }")
            .execute(functions.toJs());
    assertEquals(expected, caught.asString());
  }

  @ParameterizedTest
  @MethodSource("failures")
  void aPromiseIsRejectedWithTheSame(Throwable failure, String expected) {
    Value promise =
        new JsPromises(script.loop(), errors)
            .of(CompletableFuture.failedFuture(failure), value -> value);
    script.context().getBindings("js").putMember("promise", promise);
    script.check(expected, "await promise.catch((e) => log(show(e)));");
  }

  @Test
  void errorsOfJavaScriptPassUnchanged() {
    HostFunctions functions = new HostFunctions(errors).function("call", args -> args[0].execute());
    Value same =
        script
            .context()
            .eval(
                "js",
                "(host) => { const mine = { odd: 1 }; try { host.call(() => { throw mine; }); }"
                    + " catch (e) { return e === mine; } }")
            .execute(functions.toJs());
    assertEquals(true, same.asBoolean());
  }
}
