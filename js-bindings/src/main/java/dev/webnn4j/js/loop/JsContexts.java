package dev.webnn4j.js.loop;

import java.io.OutputStream;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.HostAccess;

/**
 * Makes contexts whose JavaScript sees only what a browser would show it.
 *
 * <p>All share one engine, so that a second context finds the preludes parsed.
 */
public final class JsContexts {
  private static final class Shared {
    static final Engine ENGINE =
        Engine.newBuilder("js").option("engine.WarnInterpreterOnly", "false").build();
  }

  private JsContexts() {}

  /**
   * A builder to which a file system or limits may be added.
   *
   * <p>Neither Java nor files are in reach of its JavaScript. {@code Graal} still is, until {@link
   * EventLoop#installTimers()} has taken the rejection hook from it and removed it.
   */
  public static Context.Builder newBuilder() {
    return Context.newBuilder("js")
        .engine(Shared.ENGINE)
        .allowHostAccess(HostAccess.newBuilder(HostAccess.EXPLICIT).allowBufferAccess(true).build())
        .allowExperimentalOptions(true)
        .option("js.java-package-globals", "false")
        .option("js.polyglot-builtin", "false")
        .option("js.load", "false")
        .option("js.print", "false")
        .option("js.console", "false")
        .option("js.global-arguments", "false")
        .option("js.performance", "false")
        .option("js.stack-trace-api", "true")
        .option("js.ecmascript-version", "staging")
        .option("js.unhandled-rejections", "handler")
        .option("js.import-attributes", "true")
        .option("js.json-modules", "true")
        .option("js.webassembly", "false")
        .out(OutputStream.nullOutputStream())
        .err(OutputStream.nullOutputStream());
  }

  /** A context without a file system. */
  public static Context create() {
    return newBuilder().build();
  }
}
