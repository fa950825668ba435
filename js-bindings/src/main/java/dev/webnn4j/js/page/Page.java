package dev.webnn4j.js.page;

import dev.webnn4j.js.loop.Deadline;
import dev.webnn4j.js.loop.EventLoop;
import dev.webnn4j.js.loop.JsContexts;
import dev.webnn4j.js.loop.LoopTimeoutException;
import dev.webnn4j.js.resource.FetchedResource;
import dev.webnn4j.js.web.WebGlobals;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.io.IOAccess;

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
  private final Resources resources;
  private final PageErrors errors;
  private final ModuleFileSystem modules;
  private final Context context;
  private final EventLoop loop;
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
    resources =
        new Resources(
            new ResourceOptions(
                location.root(),
                options.mounts(),
                options.handler(),
                options.maps(),
                options.allowedHosts()));
    errors = new PageErrors(options.errors());
    modules = new ModuleFileSystem(resources);
    modules.setBase(location.url());
    IOAccess io = IOAccess.newBuilder().fileSystem(modules).build();
    context = JsContexts.newBuilder().allowIO(io).build();
    loop = new EventLoop(context);
    loop.installTimers();
    ResourceLog log = new ResourceLog(options.console());
    WebGlobals globals =
        WebGlobals.install(
            loop, new PageServices(location.url(), resources, log, options.console(), errors));
    loop.uncaught(globals::reportUncaught);
    document =
        options.document().install(context, context.getBindings("js"), loop, globals.fetcher());
    scripts =
        new ScriptRunner(loop, globals.fetcher(), modules, document, errors, log, location.url());
    PageContext extended = new PageContext(context, loop, globals.fetcher(), document);
    options.extensions().forEach(extension -> extension.accept(extended));
  }

  /** Loads the page, runs it until it is quiet, and clicks where it was asked to. */
  public PageResult run() {
    try (Deadline _ = loop.deadline(options.timeout())) {
      document.load(html(), location.url());
      new PageLoader(loop, document, scripts).load(BEFORE_LOAD);
      loop.run();
      options.clicks().forEach(this::click);
    } catch (LoopTimeoutException e) {
      errors.add(new PageError(PageError.Kind.TIMEOUT, e.getMessage(), List.of()));
    } catch (PolyglotException e) {
      // The deadline may pass between two tasks, in JavaScript of the document's own.
      if (!e.isInterrupted() && !e.isCancelled()) {
        throw e;
      }
      String message = new LoopTimeoutException(options.timeout()).getMessage();
      errors.add(new PageError(PageError.Kind.TIMEOUT, message, List.of()));
    } catch (IOException e) {
      errors.add(new PageError(PageError.Kind.REQUEST, e.getMessage(), List.of()));
    }
    return PageResult.of(errors.all());
  }

  private String html() throws IOException {
    if (location.html().isPresent()) {
      return location.html().get();
    }
    try {
      FetchedResource answer = resources.fetch(location.url()).join();
      if (!answer.ok()) {
        throw new IOException(location.url() + " answered with status " + answer.status());
      }
      return answer.text();
    } catch (CompletionException e) {
      throw new IOException(e.getCause().getMessage(), e);
    }
  }

  private void click(String selector) {
    loop.runTask(
        () -> {
          try {
            document.click(selector);
          } catch (IllegalArgumentException e) {
            String message = "cannot click on " + selector + ": " + e.getMessage();
            errors.add(new PageError(PageError.Kind.REQUEST, message, List.of()));
          }
        });
    loop.run();
  }

  /** The document, also after a timeout. */
  public DocumentHost document() {
    return document;
  }

  /** The page's context. */
  public Context context() {
    return context;
  }

  /** Ends the page; the WebNN contexts that its scripts made are destroyed. */
  @Override
  public void close() {
    loop.close();
    context.close(true);
  }
}
