package dev.webnn4j.js.dom;

import dev.webnn4j.js.dom.canvas.Bitmap;
import dev.webnn4j.js.dom.canvas.CanvasFunctions;
import dev.webnn4j.js.dom.tree.HtmlReader;
import dev.webnn4j.js.dom.tree.XmlReader;
import dev.webnn4j.js.loop.EventLoop;
import dev.webnn4j.js.loop.Prelude;
import dev.webnn4j.js.page.DocumentHost;
import dev.webnn4j.js.page.ScriptElement;
import dev.webnn4j.js.resource.ResourceFetcher;
import java.awt.image.BufferedImage;
import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.graalvm.polyglot.proxy.ProxyObject;

/**
 * A document without a screen: the DOM, images and 2D canvases.
 *
 * <p>The tree is JavaScript (see tree.js for the reason); Java parses, decodes and draws. There is
 * no layout and no style sheet: boxes are as large as their attributes say.
 */
public final class HeadlessDocument implements DocumentHost {
  private static final String[] PRELUDES = {
    "tree",
    "node",
    "collections",
    "character-data",
    "attributes",
    "token-list",
    "selectors",
    "pseudo-classes",
    "element",
    "markup",
    "ui-events",
    "css-properties",
    "geometry",
    "style",
    "html-element",
    "html-elements",
    "form-input",
    "form-controls",
    "form-validity",
    "tables",
    "lookup",
    "mutation-observer",
    "traversal",
    "svg",
    "image-element",
    "media-elements",
    "image-data",
    "path2d",
    "dom-matrix",
    "canvas-context",
    "canvas-element",
    "document",
    "host"
  };

  private final Value bridge;
  private final ImageLoader images;

  private HeadlessDocument(Value bridge, ImageLoader images) {
    this.bridge = bridge;
    this.images = images;
  }

  /** Defines the document and all its interfaces; an {@link DocumentHost.Installer}. */
  public static HeadlessDocument install(
      Context context, Value globals, EventLoop loop, ResourceFetcher fetcher) {
    ImageLoader images = new ImageLoader(loop, fetcher);
    ProxyObject services =
        ProxyObject.fromMap(
            Map.of(
                "parseHtml", (ProxyExecutable) a -> HtmlReader.document(a[0].asString()),
                "parseHtmlFragment",
                    (ProxyExecutable) a -> HtmlReader.fragment(a[0].asString(), a[1].asString()),
                "parseXml", (ProxyExecutable) a -> XmlReader.document(a[0].asString()),
                "loadImage", (ProxyExecutable) a -> images.load(a[0].asString()),
                "decodeImage", (ProxyExecutable) a -> images.decode(bytes(a[0])),
                "base64", (ProxyExecutable) a -> Base64.getEncoder().encodeToString(bytes(a[0])),
                "canvas", ProxyObject.fromMap(CanvasFunctions.table())));
    String[] resources = new String[PRELUDES.length];
    for (int i = 0; i < resources.length; i++) {
      resources[i] = "dom/" + PRELUDES[i] + ".js";
    }
    return new HeadlessDocument(Prelude.run(context, services, resources), images);
  }

  private static byte[] bytes(Value buffer) {
    byte[] bytes = new byte[(int) buffer.getBufferSize()];
    buffer.readBuffer(0, bytes, 0, bytes.length);
    return bytes;
  }

  @Override
  public void load(String html, URI url) {
    bridge.invokeMember("load", html, url.toString());
  }

  @Override
  public List<ScriptElement> scripts() {
    Value scripts = bridge.invokeMember("scripts");
    List<ScriptElement> list = new ArrayList<>();
    for (long i = 0; i < scripts.getArraySize(); i++) {
      list.add(script(scripts.getArrayElement(i)));
    }
    return List.copyOf(list);
  }

  private static ScriptElement script(Value script) {
    return new ScriptElement(
        script.getMember("src").asString(),
        script.getMember("type").asString(),
        script.getMember("async").asBoolean(),
        script.getMember("defer").asBoolean(),
        script.getMember("inlineText").asString(),
        script.getMember("line").asInt(),
        script.getMember("handle"));
  }

  @Override
  public void setReadyState(String state) {
    bridge.invokeMember("setReadyState", state);
  }

  @Override
  public void currentScript(Optional<Object> handle) {
    bridge.invokeMember("currentScript", handle.orElse(null));
  }

  @Override
  public void fire(Object target, String eventType) {
    bridge.invokeMember("fire", target, eventType);
  }

  @Override
  public void click(String selector) {
    asked(() -> bridge.invokeMember("click", selector));
  }

  @Override
  public boolean isLoading() {
    return images.isLoading();
  }

  @Override
  public String serialize() {
    return bridge.invokeMember("serialize").asString();
  }

  /** The picture of a canvas or an image; without a selector, of the page's largest canvas. */
  @Override
  public BufferedImage canvas(Optional<String> selector) {
    Value picture = asked(() -> bridge.invokeMember("picture", selector.orElse(null)));
    if (picture.isString()) {
      throw new IllegalArgumentException(picture.asString());
    }
    Bitmap bitmap = picture.asHostObject();
    return bitmap.crop(0, 0, bitmap.width(), bitmap.height()).image();
  }

  @Override
  public void onScriptInserted(Consumer<ScriptElement> listener) {
    ProxyExecutable listening =
        a -> {
          listener.accept(script(a[0]));
          return true;
        };
    bridge.invokeMember("onScriptInserted", listening);
  }

  private interface Question {
    Value ask();
  }

  /** Without the name of the error's class, which says nothing to who named a selector. */
  private static String message(PolyglotException error) {
    Value thrown = error.getGuestObject();
    return thrown != null && thrown.hasMember("message")
        ? thrown.getMember("message").asString()
        : error.getMessage();
  }

  // A selector that is wrong or matches nothing is the caller's mistake, not a page's.
  private static Value asked(Question question) {
    try {
      return question.ask();
    } catch (PolyglotException e) {
      if (e.isGuestException() && !e.isInterrupted() && !e.isCancelled()) {
        throw new IllegalArgumentException(message(e), e);
      }
      throw e;
    }
  }
}
