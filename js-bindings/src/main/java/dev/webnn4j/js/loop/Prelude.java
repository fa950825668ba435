package dev.webnn4j.js.loop;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;

/**
 * Evaluates the JavaScript that ships with this module.
 *
 * <p>Each resource is a function {@code (host, globals, internals)}: the Java services it calls,
 * the global object, and an object that all preludes of a context share and no page sees. It lives
 * in the polyglot bindings, which are out of a page's reach and die with the context.
 */
public final class Prelude {
  private static final String ROOT = "/dev/webnn4j/js/";
  private static final String INTERNALS = "dev.webnn4j.internals";
  // Sources, not their parsed form, are cached here: contexts of one engine then share the latter.
  private static final Map<String, Source> SOURCES = new ConcurrentHashMap<>();

  private Prelude() {}

  /**
   * Runs resources in order.
   *
   * @param host the Java services, methods exported for JavaScript
   * @param resources paths under {@code dev/webnn4j/js}, such as {@code web/idl.js}
   * @return what the last resource returned
   */
  public static Value run(Context context, Object host, String... resources) {
    Value globals = context.eval("js", "globalThis");
    Value internals = internals(context);
    Value last = globals;
    for (String resource : resources) {
      last = context.eval(source(resource)).execute(host, globals, internals);
    }
    return last;
  }

  /** The object that the preludes of a context share. */
  public static Value internals(Context context) {
    Value bindings = context.getPolyglotBindings();
    if (!bindings.hasMember(INTERNALS)) {
      bindings.putMember(INTERNALS, context.eval("js", "({})"));
    }
    return bindings.getMember(INTERNALS);
  }

  private static Source source(String resource) {
    return SOURCES.computeIfAbsent(resource, Prelude::read);
  }

  private static Source read(String resource) {
    try (InputStream in = Prelude.class.getResourceAsStream(ROOT + resource)) {
      if (in == null) {
        throw new IllegalArgumentException("no resource " + ROOT + resource);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      // Internal sources stay out of the stack traces that pages see.
      return Source.newBuilder("js", text, "webnn4j:" + resource).internal(true).buildLiteral();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
