package dev.webnn4j.js.page;

import dev.webnn4j.js.loop.EventLoop;
import dev.webnn4j.js.loop.Prelude;
import dev.webnn4j.js.resource.ResourceFetcher;
import java.awt.image.BufferedImage;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.Value;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** Just enough of a document to test what surrounds it; elements have an id and events. */
public final class StubDocument implements DocumentHost {
  private final Value js;
  private final List<ScriptElement> scripts = new ArrayList<>();
  private Consumer<ScriptElement> inserted = script -> {};
  private String html = "";

  private StubDocument(Context context) {
    js = Prelude.run(context, this, "stub/document.js");
  }

  static DocumentHost install(
      Context context, Value globals, EventLoop loop, ResourceFetcher fetcher) {
    return new StubDocument(context);
  }

  @Override
  public void load(String text, URI url) {
    html = text;
    Parser parser = Parser.htmlParser().setTrackPosition(true);
    for (Element e : Jsoup.parse(text, url.toString(), parser).select("script, [id]")) {
      Value handle = js.invokeMember("add", e.id());
      if (e.nameIs("script")) {
        scripts.add(
            new ScriptElement(
                e.attr("src"),
                e.attr("type"),
                e.hasAttr("async"),
                e.hasAttr("defer"),
                e.data(),
                e.sourceRange().start().lineNumber(),
                handle));
      }
    }
  }

  /** Called by the stub's {@code insertScript}. */
  @HostAccess.Export
  public void insert(String src, Value handle) {
    inserted.accept(new ScriptElement(src, "", true, false, "", 1, handle));
  }

  @Override
  public List<ScriptElement> scripts() {
    return scripts;
  }

  @Override
  public void setReadyState(String state) {
    js.invokeMember("readyState", state);
  }

  @Override
  public void currentScript(Optional<Object> handle) {
    js.invokeMember("currentScript", handle.orElse(null));
  }

  @Override
  public void fire(Object target, String eventType) {
    js.invokeMember("fire", target, eventType);
  }

  @Override
  public void click(String selector) {
    if (!js.invokeMember("click", selector.substring(1)).asBoolean()) {
      throw new IllegalArgumentException("nothing matches");
    }
  }

  @Override
  public String serialize() {
    return html;
  }

  @Override
  public BufferedImage canvas(Optional<String> selector) {
    throw new IllegalArgumentException("there is no canvas");
  }

  @Override
  public void onScriptInserted(Consumer<ScriptElement> listener) {
    inserted = listener;
  }
}
