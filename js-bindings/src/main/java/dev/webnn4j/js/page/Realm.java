package dev.webnn4j.js.page;

import dev.webnn4j.js.loop.EventLoop;
import dev.webnn4j.js.loop.JsContexts;
import dev.webnn4j.js.loop.LoopTimeoutException;
import dev.webnn4j.js.resource.FetchedResource;
import dev.webnn4j.js.resource.ResourceFetcher;
import dev.webnn4j.js.web.GlobalScope;
import dev.webnn4j.js.web.WebGlobals;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.io.IOAccess;

/** What pages and workers have in common: a context with the globals of the web, and its loop. */
final class Realm implements AutoCloseable {
  private final Resources resources;
  private final PageErrors errors;
  private final ResourceLog log;
  private final ModuleFileSystem modules;
  private final Context context;
  private final EventLoop loop;
  private final ResourceFetcher fetcher;

  Realm(PageOptions options, PageLocation location, GlobalScope scope) {
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
    log = new ResourceLog(options.console());
    PageServices services =
        new PageServices(
            scope, location.url(), resources, this::importScript, log, options.console(), errors);
    WebGlobals globals = WebGlobals.install(loop, services);
    loop.uncaught(globals::reportUncaught);
    fetcher = globals.fetcher();
  }

  /** Lets the extensions add to the globals. */
  void extend(PageOptions options) {
    PageContext extended = new PageContext(context, loop, fetcher);
    options.extensions().forEach(extension -> extension.accept(extended));
  }

  Context context() {
    return context;
  }

  EventLoop loop() {
    return loop;
  }

  ResourceFetcher fetcher() {
    return fetcher;
  }

  PageErrors errors() {
    return errors;
  }

  ResourceLog log() {
    return log;
  }

  ModuleFileSystem modules() {
    return modules;
  }

  /** Something that may take too long, or find that a resource is not there. */
  @FunctionalInterface
  interface Work {
    void run() throws IOException;
  }

  /** Does the work and says how it ended. */
  PageResult run(Duration timeout, Work work) {
    try (var _ = loop.deadline(timeout)) {
      work.run();
    } catch (LoopTimeoutException e) {
      errors.add(new PageError(PageError.Kind.TIMEOUT, e.getMessage(), List.of()));
    } catch (PolyglotException e) {
      // The deadline may pass between two tasks, in JavaScript of the host's own.
      if (!e.isInterrupted() && !e.isCancelled()) {
        throw e;
      }
      String message = new LoopTimeoutException(timeout).getMessage();
      errors.add(new PageError(PageError.Kind.TIMEOUT, message, List.of()));
    } catch (IOException e) {
      errors.add(new PageError(PageError.Kind.REQUEST, e.getMessage(), List.of()));
    }
    return PageResult.of(errors.all());
  }

  /**
   * The text of a resource.
   *
   * @throws IOException if it cannot be had
   */
  String text(URI url) throws IOException {
    try {
      FetchedResource answer = resources.fetch(url).join();
      if (!answer.ok()) {
        throw new IOException(url + " answered with status " + answer.status());
      }
      return answer.text();
    } catch (CompletionException e) {
      throw new IOException(e.getCause().getMessage(), e);
    }
  }

  /** Evaluates a script in the course of a call from JavaScript. */
  private Optional<String> importScript(URI url) {
    try {
      context.eval(ScriptRunner.source(text(url), WebUrls.withoutFragment(url)));
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(e.getMessage());
    }
  }

  @Override
  public void close() {
    loop.close();
    context.close(true);
  }
}
