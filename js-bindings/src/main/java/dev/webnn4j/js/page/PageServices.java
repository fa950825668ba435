package dev.webnn4j.js.page;

import dev.webnn4j.js.loop.UncaughtError;
import dev.webnn4j.js.resource.FetchedResource;
import dev.webnn4j.js.resource.ResourceFetcher;
import dev.webnn4j.js.web.ConsoleMessage;
import dev.webnn4j.js.web.GlobalScope;
import dev.webnn4j.js.web.ScriptPlace;
import dev.webnn4j.js.web.WebServices;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.graalvm.polyglot.PolyglotException;

/** A page or worker, as its globals see it. */
record PageServices(
    GlobalScope scope,
    URI url,
    ResourceFetcher fetcher,
    Function<URI, Optional<String>> importer,
    ResourceLog log,
    Consumer<ConsoleMessage> consoleSink,
    PageErrors errors)
    implements WebServices {
  @Override
  public URI parse(String address) {
    return WebUrls.parse(address);
  }

  @Override
  public CompletableFuture<FetchedResource> fetch(URI address) {
    return fetcher.fetch(address);
  }

  @Override
  public Optional<String> importScript(URI address) {
    return importer.apply(address);
  }

  @Override
  public void answered(FetchedResource answer) {
    log.answered(answer);
  }

  @Override
  public void failed(URI address, Throwable cause) {
    log.failed(address, cause);
  }

  @Override
  public void console(ConsoleMessage message) {
    consoleSink.accept(message);
  }

  @Override
  public Optional<ScriptPlace> placeOf(PolyglotException error) {
    return JsStack.placeOf(error);
  }

  @Override
  public void uncaught(UncaughtError error) {
    errors.add(error);
  }
}
