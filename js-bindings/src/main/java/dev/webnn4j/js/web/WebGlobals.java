package dev.webnn4j.js.web;

import dev.webnn4j.js.loop.EventLoop;
import dev.webnn4j.js.loop.Prelude;
import dev.webnn4j.js.loop.UncaughtError;
import dev.webnn4j.js.resource.ResourceFetcher;
import java.util.List;
import java.util.stream.Stream;
import org.graalvm.polyglot.PolyglotException;

/**
 * Defines what a script expects of a browser besides the document: events, URLs, text encoding,
 * fetch and XMLHttpRequest, the console, storage, the window.
 */
public final class WebGlobals {
  /** In the order of what builds on what; one family of interfaces a file. */
  private static final List<String> BASE =
      List.of(
          "web/idl.js",
          "web/stack-trace.js",
          "web/dom-exception.js",
          "web/event.js",
          "web/event-target.js",
          "web/abort.js",
          "web/bytes.js",
          "web/inspect.js",
          "web/console.js",
          "web/encoding.js",
          "web/url-parser.js",
          "web/url.js",
          "web/streams.js",
          "web/blob.js",
          "web/structured-clone.js");

  private static final List<String> REQUESTS =
      List.of("web/body.js", "web/fetch.js", "web/xhr.js", "web/crypto.js");

  private static final List<String> WINDOW =
      List.of(
          "web/storage.js",
          "web/navigator.js",
          "web/messaging.js",
          "web/window.js",
          "web/uncaught.js");

  private static final List<String> WORKER =
      List.of("web/navigator.js", "web/messaging.js", "web/worker.js", "web/uncaught.js");

  private final EventLoop loop;
  private final WebServices services;
  private final ObjectUrls objectUrls;

  private WebGlobals(EventLoop loop, WebServices services, ObjectUrls objectUrls) {
    this.loop = loop;
    this.services = services;
    this.objectUrls = objectUrls;
  }

  /**
   * Defines the globals.
   *
   * @param loop a loop with its timers installed
   * @param services what the page's host does for them
   */
  public static WebGlobals install(EventLoop loop, WebServices services) {
    ObjectUrls objectUrls = new ObjectUrls(services);
    WebHost host = new WebHost(loop, services, objectUrls);
    Prelude.run(loop.context(), host, preludes(services.scope()));
    return new WebGlobals(loop, services, objectUrls);
  }

  private static String[] preludes(GlobalScope scope) {
    boolean window = scope == GlobalScope.WINDOW;
    return Stream.of(
            BASE,
            List.of(window ? "web/location.js" : "web/worker-location.js"),
            REQUESTS,
            window ? WINDOW : WORKER)
        .flatMap(List::stream)
        .toArray(String[]::new);
  }

  /** Fetches what a page may fetch, its own {@code blob:} URLs too. */
  public ResourceFetcher fetcher() {
    return objectUrls;
  }

  /** Reports an error as uncaught: listeners on the window hear of it first. */
  public void reportUncaught(UncaughtError error) {
    if (error.cause() instanceof PolyglotException e && e.getGuestObject() != null) {
      Prelude.internals(loop.context()).invokeMember("reportException", e.getGuestObject());
    } else {
      services.uncaught(error);
    }
  }
}
