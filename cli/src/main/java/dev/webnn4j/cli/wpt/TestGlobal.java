package dev.webnn4j.cli.wpt;

import dev.webnn4j.js.web.GlobalScope;
import java.util.EnumSet;
import java.util.Set;

/** The kind of global object that a test runs under, and how its page is called. */
enum TestGlobal {
  WINDOW("any.html", GlobalScope.WINDOW),
  DEDICATED_WORKER("any.worker.html", GlobalScope.DEDICATED_WORKER),
  SHARED_WORKER("any.sharedworker.html", GlobalScope.SHARED_WORKER),
  SERVICE_WORKER("any.serviceworker.html", GlobalScope.SERVICE_WORKER);

  private final String pageSuffix;
  private final GlobalScope scope;

  TestGlobal(String pageSuffix, GlobalScope scope) {
    this.pageSuffix = pageSuffix;
    this.scope = scope;
  }

  GlobalScope scope() {
    return scope;
  }

  /** What stands in the page's URL for the {@code any.js} of the file's name. */
  String pageSuffix() {
    return pageSuffix;
  }

  /** Reads the value of {@code META: global}; shells and other globals are not ours. */
  static Set<TestGlobal> parse(String list) {
    Set<TestGlobal> globals = EnumSet.noneOf(TestGlobal.class);
    for (String name : list.split(",", -1)) {
      switch (name.strip()) {
        case "window" -> globals.add(WINDOW);
        case "worker" ->
            globals.addAll(EnumSet.of(DEDICATED_WORKER, SHARED_WORKER, SERVICE_WORKER));
        case "dedicatedworker" -> globals.add(DEDICATED_WORKER);
        case "sharedworker" -> globals.add(SHARED_WORKER);
        case "serviceworker" -> globals.add(SERVICE_WORKER);
        default -> {}
      }
    }
    return globals;
  }
}
