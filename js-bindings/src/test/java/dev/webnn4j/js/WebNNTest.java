package dev.webnn4j.js;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.webnn4j.MLContextOptions;
import dev.webnn4j.js.loop.EventLoop;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.HostAccess;
import org.junit.jupiter.api.Test;

class WebNNTest {
  private static final String ADD =
      """
      globalThis.result = 'not yet';
      (async () => {
        const context = await navigator.ml.createContext();
        const builder = new MLGraphBuilder(context);
        const type = { dataType: 'float32', shape: [2, 2] };
        const a = builder.input('a', type);
        const b = builder.constant(type, new Float32Array([10, 20, 30, 40]));
        const graph = await builder.build({ sum: builder.add(a, b) });
        const input = await context.createTensor({ ...type, writable: true });
        const output = await context.createTensor({ ...type, readable: true });
        context.writeTensor(input, new Float32Array([1, 2, 3, 4]));
        context.dispatch(graph, { a: input }, { sum: output });
        result = Array.from(new Float32Array(await context.readTensor(output))).join(' ');
      })().catch((e) => { result = `${e.name}: ${e.message}`; });
      """;

  private static String result(Context context) {
    return context.getBindings("js").getMember("result").asString();
  }

  @Test
  void threeLinesAreAllAnEmbedderNeeds() {
    try (Context context = WebNN.contextBuilder().build()) {
      EventLoop loop = WebNN.install(context);
      context.eval("js", ADD);
      loop.run();
      assertEquals("11 22 33 44", result(context));
    }
  }

  @Test
  void aContextOfTheEmbeddersOwnWithBufferAccessWillDo() {
    HostAccess access = HostAccess.newBuilder(HostAccess.NONE).allowBufferAccess(true).build();
    try (Context context =
        Context.newBuilder("js")
            .allowHostAccess(access)
            .option("engine.WarnInterpreterOnly", "false")
            .build()) {
      EventLoop loop = new EventLoop(context);
      WebNN.install(loop, MLContextOptions.DEFAULT);
      context.eval("js", ADD);
      loop.run();
      assertEquals("11 22 33 44", result(context));
    }
  }

  @Test
  void aContextWithoutBufferAccessIsRefusedSayingWhatToDo() {
    try (Context context =
        Context.newBuilder("js").option("engine.WarnInterpreterOnly", "false").build()) {
      IllegalArgumentException e =
          assertThrows(IllegalArgumentException.class, () -> WebNN.install(context));
      assertTrue(e.getMessage().contains("WebNN.contextBuilder()"), e.getMessage());
      assertTrue(e.getMessage().contains("allowBufferAccess(true)"), e.getMessage());
    }
  }

  @Test
  void aContextOfAnOldLanguageIsRefusedSayingWhatToDo() {
    try (Context context = WebNN.contextBuilder().option("js.ecmascript-version", "2022").build()) {
      IllegalArgumentException e =
          assertThrows(
              IllegalArgumentException.class,
              () -> WebNN.install(new EventLoop(context), MLContextOptions.DEFAULT));
      assertTrue(e.getMessage().contains("ECMAScript 2024"), e.getMessage());
    }
  }

  @Test
  void installingTwiceIsRefused() {
    try (Context context = WebNN.contextBuilder().build()) {
      WebNN.install(context);
      assertThrows(IllegalArgumentException.class, () -> WebNN.install(context));
    }
  }

  @Test
  void theEmbeddersTimersAndNavigatorAreKept() {
    try (Context context = WebNN.contextBuilder().build()) {
      context.eval(
          "js",
          """
          globalThis.setTimeout = () => 'mine';
          globalThis.Navigator = class Navigator { get userAgent() { return 'own'; } };
          globalThis.navigator = new Navigator();
          """);
      WebNN.install(context);
      assertEquals(
          "mine own [object ML] true",
          context
              .eval(
                  "js",
                  "`${setTimeout()} ${navigator.userAgent} ${navigator.ml} ${'ml' in"
                      + " Navigator.prototype}`")
              .asString());
    }
  }

  @Test
  void aNavigatorWithoutAClassWillDo() {
    try (Context context = WebNN.contextBuilder().build()) {
      context.eval("js", "globalThis.navigator = { userAgent: 'own' }");
      WebNN.install(context);
      assertEquals("[object ML]", context.eval("js", "String(navigator.ml)").asString());
    }
  }

  @Test
  void extensionsAreThereUnlessTheEmbedderSaysNo() {
    assertTrue(has(MLContextOptions.DEFAULT, "fakeQuantize"));
    assertFalse(has(MLContextOptions.DEFAULT.extensions(false), "fakeQuantize"));
    assertTrue(has(MLContextOptions.DEFAULT.extensions(false), "conv2d"));
  }

  private static boolean has(MLContextOptions options, String method) {
    try (Context context = WebNN.contextBuilder().build()) {
      WebNN.install(new EventLoop(context), options);
      return context.eval("js", "'" + method + "' in MLGraphBuilder.prototype").asBoolean();
    }
  }

  @Test
  void uncaughtRejectionsReachTheLoop() {
    try (Context context = WebNN.contextBuilder().build()) {
      EventLoop loop = WebNN.install(context);
      var seen = new StringBuilder();
      loop.uncaught(error -> seen.append(error.describe()));
      context.eval("js", "navigator.ml.createContext({ powerPreference: 'none' })");
      loop.run();
      assertTrue(
          seen.toString().contains("not a valid value of MLPowerPreference"), seen.toString());
    }
  }
}
