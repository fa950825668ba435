package dev.webnn4j.js.page;

import dev.webnn4j.js.web.GlobalScope;
import java.io.IOException;
import org.graalvm.polyglot.Context;

/**
 * A script in the global scope of a worker, without the page that would have started it: what it
 * posts goes nowhere. All methods belong to one thread, the JavaScript thread.
 */
public final class Worker implements AutoCloseable {
  private final PageOptions options;
  private final PageLocation location;
  private final GlobalScope scope;
  private final Realm realm;

  /**
   * Prepares a worker.
   *
   * @param options of which {@code page} is the script's http(s) URL; there is no document, and
   *     nothing to click on
   * @param scope the kind of worker
   * @throws IOException if there is no such root
   */
  public Worker(PageOptions options, GlobalScope scope) throws IOException {
    this.options = options;
    this.scope = scope;
    location = PageLocation.find(options.page(), options.root(), options.query());
    realm = new Realm(options, location, scope);
    realm.extend(options);
  }

  /** Runs the script until it is quiet. */
  public PageResult run() {
    return realm.run(
        options.timeout(),
        () -> {
          var source = ScriptRunner.source(realm.text(location.url()), location.url());
          realm.loop().runTask(() -> realm.context().eval(source));
          if (scope == GlobalScope.SERVICE_WORKER) {
            // Its script is evaluated, so that it would be installed now.
            realm
                .loop()
                .runTask(() -> realm.context().eval("js", "dispatchEvent(new Event('install'))"));
          }
          realm.loop().run();
        });
  }

  /** The worker's context. */
  public Context context() {
    return realm.context();
  }

  /** Ends the worker; the WebNN contexts that its scripts made are destroyed. */
  @Override
  public void close() {
    realm.close();
  }
}
