package dev.webnn4j.js.dom;

import dev.webnn4j.js.loop.EventLoop;
import dev.webnn4j.js.loop.JsContexts;
import dev.webnn4j.js.loop.UncaughtError;
import dev.webnn4j.js.resource.FetchedResource;
import dev.webnn4j.js.web.ConsoleMessage;
import dev.webnn4j.js.web.ScriptPlace;
import dev.webnn4j.js.web.WebGlobals;
import dev.webnn4j.js.web.WebServices;
import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;

/** A document with the web globals around it and a server made of byte arrays. */
final class DomFixture implements AutoCloseable {
  static final URI URL = URI.create("http://page.test/folder/index.html");

  final Map<String, byte[]> server = new HashMap<>();
  final List<ConsoleMessage> console = new ArrayList<>();
  final List<String> uncaught = new ArrayList<>();
  final Context context = JsContexts.create();
  final EventLoop loop = new EventLoop(context);
  final HeadlessDocument document;

  DomFixture(String html) {
    loop.installTimers();
    loop.uncaught(error -> uncaught.add(error.describe()));
    WebGlobals globals = WebGlobals.install(loop, new Services());
    document =
        HeadlessDocument.install(context, context.getBindings("js"), loop, globals.fetcher());
    document.load(html, URL);
  }

  /** Evaluates, then runs what is pending. */
  Value eval(String script) {
    Value value = context.eval("js", script);
    loop.run();
    return value;
  }

  String text(String script) {
    return eval(script).toString();
  }

  boolean holds(String script) {
    return eval(script).asBoolean();
  }

  int number(String script) {
    return eval(script).asInt();
  }

  @Override
  public void close() {
    context.close(true);
  }

  private final class Services implements WebServices {
    @Override
    public URI url() {
      return URL;
    }

    @Override
    public URI parse(String address) {
      return URI.create(address);
    }

    @Override
    public CompletableFuture<FetchedResource> fetch(URI url) {
      String text = url.toString();
      boolean data = text.startsWith("data:");
      byte[] body =
          data
              ? Base64.getDecoder().decode(text.substring(text.indexOf(',') + 1))
              : server.get(url.getPath());
      return CompletableFuture.completedFuture(
          body == null
              ? new FetchedResource(url, 404, Map.of(), new byte[0])
              : new FetchedResource(url, 200, Map.of(), body));
    }

    @Override
    public void answered(FetchedResource answer) {}

    @Override
    public void failed(URI url, Throwable cause) {}

    @Override
    public void console(ConsoleMessage message) {
      console.add(message);
    }

    @Override
    public Optional<ScriptPlace> placeOf(PolyglotException error) {
      return Optional.empty();
    }

    @Override
    public void uncaught(UncaughtError error) {
      uncaught.add(error.describe());
    }
  }
}
