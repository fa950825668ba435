package dev.webnn4j.js.page;

import dev.webnn4j.js.web.GlobalScope;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.graalvm.polyglot.Context;

/**
 * A web page without a window.
 *
 * <p>Scripts run in a browser's order, with one difference: the whole document is parsed before the
 * first of them. All methods belong to one thread, the JavaScript thread.
 */
public final class Page implements AutoCloseable {
  // Work started by DOMContentLoaded listeners gets this long before the load event.
  private static final Duration BEFORE_LOAD = Duration.ofSeconds(1);

  private final PageOptions options;
  private final PageLocation location;
  private final Realm realm;
  private final DocumentHost document;
  private final ScriptRunner scripts;

  /**
   * Prepares a page; nothing of it is loaded yet.
   *
   * @throws IOException if there is no such page
   */
  public Page(PageOptions options) throws IOException {
    this.options = options;
    location = PageLocation.find(options.page(), options.root(), options.query());
    realm = new Realm(options, location, GlobalScope.WINDOW);
    document =
        options
            .document()
            .install(
                realm.context(), realm.context().getBindings("js"), realm.loop(), realm.fetcher());
    scripts = new ScriptRunner(realm, document, location.url());
    realm.extend(options);
  }

  /** Loads the page, runs it until it is quiet, and clicks where it was asked to. */
  public PageResult run() {
    return realm.run(
        options.timeout(),
        () -> {
          String html =
              location.html().isPresent() ? location.html().get() : realm.text(location.url());
          document.load(html, location.url());
          new PageLoader(realm.loop(), document, scripts).load(BEFORE_LOAD);
          realm.loop().run();
          options.clicks().forEach(this::click);
        });
  }

  private void click(String selector) {
    realm
        .loop()
        .runTask(
            () -> {
              try {
                document.click(selector);
              } catch (IllegalArgumentException e) {
                String message = "cannot click on " + selector + ": " + e.getMessage();
                realm.errors().add(new PageError(PageError.Kind.REQUEST, message, List.of()));
              }
            });
    realm.loop().run();
  }

  /** The document, also after a timeout. */
  public DocumentHost document() {
    return document;
  }

  /** The page's context. */
  public Context context() {
    return realm.context();
  }

  /** Ends the page; the WebNN contexts that its scripts made are destroyed. */
  @Override
  public void close() {
    realm.close();
  }
}
