package dev.webnn4j.js.web;

/**
 * A place in a script.
 *
 * @param url of the script, or of the document for inline ones
 * @param line from one
 * @param column from one
 */
public record ScriptPlace(String url, int line, int column) {
  @Override
  public String toString() {
    return url + ":" + line + ":" + column;
  }
}
