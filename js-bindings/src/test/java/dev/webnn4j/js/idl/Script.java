package dev.webnn4j.js.idl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.webnn4j.MLContextOptions;
import dev.webnn4j.js.WebNN;
import dev.webnn4j.js.loop.EventLoop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.proxy.ProxyExecutable;

/**
 * Runs test scripts in a context of its own on the {@link FakeEngine}. Scripts may await and use:
 *
 * <ul>
 *   <li>{@code log(...)}: what {@link #run} gives back
 *   <li>{@code thrown(f)} and {@code await rejected(f)}: name and message of the error, or
 *       'nothing'
 *   <li>{@code context}, {@code builder}: of the default options
 *   <li>{@code f32(...shape)}: a descriptor
 * </ul>
 */
final class Script implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final String HELPERS =
      """
      const log = (...words) => { sink(words.map(String).join(' ')); };
      const thrown = (f) => { try { f(); return 'nothing'; } catch (e) { return `${e.name}: ${e.message}`; } };
      const rejected = async (f) => {
        let promise;
        try { promise = f(); } catch (e) { return `thrown ${e}`; }
        if (!(promise instanceof Promise)) return 'no promise';
        try { await promise; return 'nothing'; } catch (e) { return `${e.name}: ${e.message}`; }
      };
      const f32 = (...shape) => ({ dataType: 'float32', shape });
      var context, builder;
      """;

  private final Context context = WebNN.contextBuilder().build();
  private final EventLoop loop = new EventLoop(context);
  private final List<String> lines = new ArrayList<>();

  Script() {
    this(MLContextOptions.DEFAULT.backend(FakeEngine.NAME));
  }

  Script(MLContextOptions options) {
    WebNN.install(loop, options);
    ProxyExecutable sink = words -> lines.add(words[0].asString());
    context.getBindings("js").putMember("sink", sink);
    context.eval("js", HELPERS);
  }

  Context context() {
    return context;
  }

  EventLoop loop() {
    return loop;
  }

  /** Runs the body of an async function and gives what it logged, one line each. */
  String run(String body) {
    lines.clear();
    String script =
        "(async () => { context = await navigator.ml.createContext();"
            + " builder = new MLGraphBuilder(context);\n"
            + body
            + "\n})().catch((e) => log('FAILED ' + (e.stack ?? e)))";
    loop.post(() -> context.eval("js", script));
    loop.run(LIMIT);
    return String.join("\n", lines);
  }

  /** Runs a script and checks what it logs, white space at the ends aside. */
  void check(String expected, String body) {
    assertEquals(expected.strip(), run(body));
  }

  @Override
  public void close() {
    context.close(true);
  }
}
