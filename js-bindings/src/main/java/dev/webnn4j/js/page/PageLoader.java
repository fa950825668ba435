package dev.webnn4j.js.page;

import dev.webnn4j.js.loop.EventLoop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Takes a parsed document through its life until the load event. */
final class PageLoader {
  private final EventLoop loop;
  private final DocumentHost document;
  private final ScriptRunner runner;

  PageLoader(EventLoop loop, DocumentHost document, ScriptRunner runner) {
    this.loop = loop;
    this.document = document;
    this.runner = runner;
  }

  void load(Duration beforeLoad) {
    document.onScriptInserted(this::inserted);
    List<ScriptElement> asynchronous = new ArrayList<>();
    List<ScriptElement> deferred = new ArrayList<>();
    for (ScriptElement script : document.scripts()) {
      boolean module = ScriptRunner.kindOf(script) == ScriptRunner.Kind.MODULE;
      boolean external = !script.src().isEmpty();
      if (script.async() && (external || module)) {
        asynchronous.add(script);
      } else if (module || (script.defer() && external)) {
        deferred.add(script);
      } else {
        runner.run(script);
      }
    }
    // A browser runs these whenever they arrive; here that is before the deferred ones, so that
    // listeners for DOMContentLoaded are in time.
    asynchronous.forEach(runner::run);
    readyState("interactive");
    deferred.forEach(runner::run);
    fire(DocumentHost.DOCUMENT, "DOMContentLoaded");
    // What listeners leave to timers (jQuery's ready callbacks, for one) comes before the load
    // event.
    loop.settle(beforeLoad);
    loop.runWhile(document::isLoading);
    readyState("complete");
    fire(DocumentHost.WINDOW, "load");
    fire(DocumentHost.WINDOW, "pageshow");
  }

  private void readyState(String state) {
    loop.runTask(() -> document.setReadyState(state));
  }

  private void fire(String target, String event) {
    loop.runTask(() -> document.fire(target, event));
  }

  /** A script that a script inserted: inline ones run at once, others are asynchronous. */
  private void inserted(ScriptElement script) {
    if (script.src().isEmpty() && ScriptRunner.kindOf(script) != ScriptRunner.Kind.MODULE) {
      runner.run(script);
    } else {
      loop.post(() -> runner.run(script));
    }
  }
}
