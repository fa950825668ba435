package dev.webnn4j.js.web;

import dev.webnn4j.js.loop.UncaughtError;
import dev.webnn4j.js.resource.FetchedResource;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.graalvm.polyglot.PolyglotException;

/** What a page's host does for its globals. */
public interface WebServices {
  /** The document's URL. */
  URI url();

  /** The kind of global object. */
  default GlobalScope scope() {
    return GlobalScope.WINDOW;
  }

  /**
   * Runs a script for a worker that waits for it.
   *
   * @return why it could not be loaded; empty if it ran
   */
  default Optional<String> importScript(URI url) {
    return Optional.of(url + " cannot be imported here");
  }

  /** Parses a URL as the web writes it, which may be more than {@link URI} takes. */
  default URI parse(String url) {
    return URI.create(url);
  }

  /** Fetches a resource; see {@link dev.webnn4j.js.resource.ResourceFetcher}. */
  CompletableFuture<FetchedResource> fetch(URI url);

  /** Hears of every answer to a script's own request. */
  void answered(FetchedResource answer);

  /** Hears of every network error of a script's own request. */
  void failed(URI url, Throwable cause);

  /** Shows a message. */
  void console(ConsoleMessage message);

  /** Where in the page's scripts an error was thrown; empty if it was not in one. */
  default Optional<ScriptPlace> placeOf(PolyglotException error) {
    return Optional.empty();
  }

  /** Takes an error that no listener of the window prevented. */
  void uncaught(UncaughtError error);
}
