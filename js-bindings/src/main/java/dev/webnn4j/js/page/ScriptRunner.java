package dev.webnn4j.js.page;

import dev.webnn4j.js.loop.EventLoop;
import dev.webnn4j.js.loop.Prelude;
import dev.webnn4j.js.loop.UncaughtError;
import dev.webnn4j.js.resource.FetchedResource;
import dev.webnn4j.js.resource.ResourceFetcher;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;

/** Runs script elements. */
final class ScriptRunner {
  /** What the type of a script element makes of it. */
  enum Kind {
    CLASSIC,
    MODULE,
    IMPORT_MAP,
    /** Data for scripts to read, or a language the page brings its own interpreter for. */
    DATA
  }

  private static final Set<String> JAVASCRIPT_TYPES =
      Set.of(
          "",
          "text/javascript",
          "application/javascript",
          "application/x-javascript",
          "text/ecmascript",
          "application/ecmascript",
          "text/jscript",
          "text/x-javascript");

  private final EventLoop loop;
  private final Context context;
  private final ResourceFetcher fetcher;
  private final ModuleFileSystem modules;
  private final DocumentHost document;
  private final PageErrors errors;
  private final ResourceLog log;
  private final Value importModule;
  private final URI base;

  ScriptRunner(Realm realm, DocumentHost document, URI base) {
    loop = realm.loop();
    context = realm.context();
    fetcher = realm.fetcher();
    modules = realm.modules();
    errors = realm.errors();
    log = realm.log();
    this.document = document;
    this.base = base;
    importModule = Prelude.run(context, "", "web/import-module.js");
  }

  static Kind kindOf(ScriptElement script) {
    String type = script.type().strip().toLowerCase(Locale.ROOT);
    return switch (type) {
      case "module" -> Kind.MODULE;
      case "importmap" -> Kind.IMPORT_MAP;
      default -> JAVASCRIPT_TYPES.contains(type) ? Kind.CLASSIC : Kind.DATA;
    };
  }

  /** Runs a script element to its end, as far as it is not asynchronous by itself. */
  void run(ScriptElement script) {
    switch (kindOf(script)) {
      case CLASSIC -> classic(script);
      case MODULE -> module(script);
      case IMPORT_MAP -> importMap(script);
      case DATA -> {}
    }
  }

  private void classic(ScriptElement script) {
    if (script.src().isEmpty()) {
      // Line numbers are the document's.
      String text = "\n".repeat(Math.max(0, script.line() - 1)) + script.inlineText();
      evaluate(script, text, base);
      return;
    }
    URI url = WebUrls.resolve(base, script.src());
    Optional<FetchedResource> answer = fetch(url);
    if (answer.isEmpty()) {
      fire(script, "error");
      return;
    }
    evaluate(script, answer.get().text(), url);
    fire(script, "load");
  }

  private Optional<FetchedResource> fetch(URI url) {
    try {
      FetchedResource answer = fetcher.fetch(url).join();
      log.answered(answer);
      return Optional.of(answer).filter(FetchedResource::ok);
    } catch (CompletionException e) {
      log.failed(url, e.getCause());
      return Optional.empty();
    }
  }

  private void evaluate(ScriptElement script, String text, URI url) {
    Source source = source(text, WebUrls.withoutFragment(url));
    document.currentScript(Optional.of(script.handle()));
    try {
      loop.runTask(() -> context.eval(source));
    } finally {
      document.currentScript(Optional.empty());
    }
  }

  /** A source with a path, so that what it imports is looked for next to it. */
  static Source source(String text, URI url) {
    try {
      return Source.newBuilder("js", new File(WebPath.of(url).toString()))
          .content(text)
          .name(url.toString())
          .build();
    } catch (IOException e) {
      throw new UncheckedIOException("not read, since the content is given", e);
    }
  }

  private void module(ScriptElement script) {
    String specifier =
        script.src().isEmpty()
            ? modules.addInline("\n".repeat(Math.max(0, script.line() - 1)) + script.inlineText())
            : WebUrls.resolve(base, script.src()).toString();
    ProxyExecutable loaded =
        _ -> {
          fire(script, "load");
          return true;
        };
    ProxyExecutable failed =
        reason -> {
          report(reason[0]);
          fire(script, "error");
          return false;
        };
    loop.runTask(() -> importModule.executeVoid(specifier, loaded, failed));
  }

  private void report(Value reason) {
    try {
      throw reason.throwException();
    } catch (PolyglotException e) {
      if (JsStack.placeOf(e).isPresent()) {
        loop.reportUncaught(new UncaughtError(e, UncaughtError.Kind.EXCEPTION));
      } else {
        // Not found, so that there is no script to blame; the window hears nothing of these.
        errors.add(PageError.Kind.MODULE, e);
      }
    } catch (UnsupportedOperationException e) {
      errors.add(new PageError(PageError.Kind.MODULE, reason.toString(), List.of()));
    }
  }

  private void importMap(ScriptElement script) {
    loop.runTask(
        () -> {
          Value imports =
              context
                  .eval("js", "(text) => Object.entries(JSON.parse(text).imports ?? {})")
                  .execute(script.inlineText());
          Map<String, String> entries = new HashMap<>();
          for (long i = 0; i < imports.getArraySize(); i++) {
            Value entry = imports.getArrayElement(i);
            entries.put(entry.getArrayElement(0).asString(), entry.getArrayElement(1).asString());
          }
          modules.addImports(entries);
        });
  }

  private void fire(ScriptElement script, String event) {
    loop.runTask(() -> document.fire(script.handle(), event));
  }
}
