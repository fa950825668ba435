package dev.webnn4j.js.page;

import dev.webnn4j.js.loop.EventLoop;
import dev.webnn4j.js.resource.ResourceFetcher;
import java.awt.image.BufferedImage;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;

/** The document of one page, as the page host sees it. JavaScript thread only. */
public interface DocumentHost {
  /** The target of {@link #fire} that stands for the window. */
  String WINDOW = "window";

  /** The target of {@link #fire} that stands for the document. */
  String DOCUMENT = "document";

  /** Defines {@code document} and the DOM interfaces in a context that has the web globals. */
  @FunctionalInterface
  interface Installer {
    /**
     * Installs a document.
     *
     * @param context the page's context
     * @param globals its global object
     * @param loop its event loop
     * @param fetcher where images and the like come from
     */
    DocumentHost install(Context context, Value globals, EventLoop loop, ResourceFetcher fetcher);
  }

  /** Parses a document; its scripts do not run, they are listed by {@link #scripts}. */
  void load(String html, URI url);

  /** The script elements in document order, without those that modern browsers skip (nomodule). */
  List<ScriptElement> scripts();

  /** Sets {@code document.readyState} and fires {@code readystatechange}. */
  void setReadyState(String state);

  /** Sets {@code document.currentScript}. */
  void currentScript(Optional<Object> handle);

  /**
   * Fires an event.
   *
   * @param target {@link #WINDOW}, {@link #DOCUMENT} or the handle of an element
   * @param eventType for instance {@code load}
   */
  void fire(Object target, String eventType);

  /**
   * Clicks as a user would: on a label, its control is activated too.
   *
   * @throws IllegalArgumentException if nothing matches
   */
  void click(String selector);

  /** Whether images and the like, which the load event waits for, are still being loaded. */
  default boolean isLoading() {
    return false;
  }

  /** The document as HTML. */
  String serialize();

  /**
   * The picture of a canvas.
   *
   * @param selector which one; the largest of the document when empty
   * @throws IllegalArgumentException if there is none
   */
  BufferedImage canvas(Optional<String> selector);

  /** Calls back for every script element that a script puts into the document. */
  void onScriptInserted(Consumer<ScriptElement> listener);
}
