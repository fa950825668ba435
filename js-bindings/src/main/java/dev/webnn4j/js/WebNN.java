package dev.webnn4j.js;

import dev.webnn4j.MLContextOptions;
import dev.webnn4j.js.idl.Interfaces;
import dev.webnn4j.js.loop.EventLoop;
import dev.webnn4j.js.loop.JsContexts;
import org.graalvm.polyglot.Context;

/**
 * Puts {@code navigator.ml} into a context of GraalJS:
 *
 * <pre>{@code
 * try (Context context = WebNN.contextBuilder().build();
 *     EventLoop loop = WebNN.install(context)) {
 *   context.eval("js", "navigator.ml.createContext().then(ml => ...)");
 *   loop.run();
 * }
 * }</pre>
 *
 * <p>A context of the embedder's own making will do, too, if its JavaScript is ECMAScript 2024 or
 * later and its {@link org.graalvm.polyglot.HostAccess} allows buffer access. The timers that
 * {@link #install(Context)} adds also need access to methods marked with {@code HostAccess.Export}:
 * {@code HostAccess.newBuilder(HostAccess.EXPLICIT).allowBufferAccess(true)} gives both. Without
 * {@code js.ecmascript-version=staging} there may be no Float16Array; a Uint16Array then holds the
 * bits.
 *
 * <p>The contexts, tensors and graphs that scripts make are freed when the scripts destroy them,
 * when the loop is closed, or some time after they were forgotten.
 */
public final class WebNN {
  private WebNN() {}

  /**
   * A builder of contexts with what this class needs, whose JavaScript sees nothing that a browser
   * would not show it.
   */
  public static Context.Builder contextBuilder() {
    return JsContexts.newBuilder();
  }

  /**
   * Installs with an event loop of its own and, where the context has none, timers.
   *
   * @return the loop to run when the scripts were started; promises are settled there
   * @throws IllegalArgumentException if the context lacks what it must allow, or has {@code
   *     navigator.ml} already
   */
  public static EventLoop install(Context context) {
    EventLoop loop = new EventLoop(context);
    install(loop, MLContextOptions.DEFAULT);
    if (!context.getBindings("js").hasMember("setTimeout")) {
      loop.installTimers();
    }
    return loop;
  }

  /**
   * Installs on an event loop that is there already.
   *
   * @param defaults the engine, its threads and whether there are extensions, for all contexts that
   *     scripts create; powerPreference and accelerated come from the scripts
   * @throws IllegalArgumentException if the context lacks what it must allow, or has {@code
   *     navigator.ml} already
   */
  public static void install(EventLoop loop, MLContextOptions defaults) {
    Interfaces.install(loop, defaults);
  }
}
