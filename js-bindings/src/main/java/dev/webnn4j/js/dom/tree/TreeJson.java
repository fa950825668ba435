package dev.webnn4j.js.dom.tree;

import dev.webnn4j.js.json.Json;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes a tree in the JSON that markup.js builds nodes from: a text is a string, an element the
 * array {@code [name, namespace, [attribute, value, …], [child, …], line]}, anything else an
 * object. One string crosses into JavaScript in one call, whatever the size of the tree.
 */
final class TreeJson {
  private final StringBuilder out = new StringBuilder("[");
  private final Deque<Boolean> begun = new ArrayDeque<>();
  private boolean first = true;

  /** Opens an element: its attributes follow, then {@link #children}, then {@link #end}. */
  void element(String name, String namespace) {
    separate();
    out.append('[');
    string(name);
    out.append(',');
    string(namespace);
    out.append(",[");
    begun.push(first);
    first = true;
  }

  void attribute(String name, String value) {
    separate();
    string(name);
    out.append(',');
    string(value);
  }

  void children() {
    out.append("],[");
    first = true;
  }

  /** Closes an element; a line of 0 is not written. */
  void end(int line) {
    out.append(']');
    if (line > 0) {
      out.append(',').append(line);
    }
    out.append(']');
    first = begun.pop();
  }

  void text(String text) {
    separate();
    string(text);
  }

  /** A node of another kind: names and values in turn. */
  void object(String... members) {
    separate();
    out.append('{');
    for (int i = 0; i < members.length; i += 2) {
      if (i > 0) {
        out.append(',');
      }
      string(members[i]);
      out.append(':');
      string(members[i + 1]);
    }
    out.append('}');
  }

  /** The whole list of nodes. */
  String finish() {
    return out.append(']').toString();
  }

  private void separate() {
    if (!first) {
      out.append(',');
    }
    first = false;
  }

  private void string(String text) {
    Json.quote(text, out);
  }
}
