package dev.webnn4j.cli.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Lines of text in columns as wide as their longest cell, two spaces apart. */
final class Columns {
  private final boolean[] toTheRight;
  private final List<List<String>> lines = new ArrayList<>();

  /**
   * @param titles of the columns; that of a column aligned to the right begins with {@code >}
   */
  Columns(String... titles) {
    toTheRight = new boolean[titles.length];
    List<String> heads = new ArrayList<>();
    for (int i = 0; i < titles.length; i++) {
      toTheRight[i] = titles[i].startsWith(">");
      heads.add(toTheRight[i] ? titles[i].substring(1) : titles[i]);
    }
    lines.add(heads);
  }

  void add(Object... cells) {
    if (cells.length != toTheRight.length) {
      throw new IllegalArgumentException(
          cells.length + " cells for " + toTheRight.length + " columns");
    }
    lines.add(Arrays.stream(cells).map(Object::toString).toList());
  }

  /** The lines, the titles first; each ends with a line feed and without spaces before it. */
  String text() {
    var text = new StringBuilder();
    for (List<String> line : lines) {
      var padded = new StringBuilder();
      for (int i = 0; i < line.size(); i++) {
        String space = " ".repeat(width(i) - line.get(i).length());
        padded.append(i == 0 ? "" : "  ");
        padded.append(toTheRight[i] ? space + line.get(i) : line.get(i) + space);
      }
      text.append(padded.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private int width(int column) {
    return lines.stream().mapToInt(line -> line.get(column).length()).max().orElse(0);
  }
}
