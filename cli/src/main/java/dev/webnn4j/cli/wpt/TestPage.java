package dev.webnn4j.cli.wpt;

/**
 * One run of a test file: under one global object, with one query.
 *
 * @param script the path of the file in the checkout, with a slash at the beginning
 * @param query empty, or with its question mark
 */
record TestPage(String script, TestMeta meta, TestGlobal global, String query) {

  /** The path of the page that a test server makes of the script. */
  String path() {
    return script.endsWith(".window.js")
        ? script.substring(0, script.length() - "js".length()) + "html"
        : script.substring(0, script.length() - "any.js".length()) + global.pageSuffix();
  }

  /** The path of the script that a test server has the page start as a worker. */
  String workerPath() {
    return script.substring(0, script.length() - "js".length()) + "worker.js";
  }

  /** How reports call it. */
  String id() {
    return path() + query;
  }

  @Override
  public String toString() {
    return id().substring(1);
  }
}
