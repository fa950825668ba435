package dev.webnn4j.models.json;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** What somebody may have meant who wrote a name that does not exist. */
final class Similar {
  private static final int MOST_LISTED = 12;
  private static final int MOST_CHANGES = 3;

  private Similar() {}

  /**
   * How a sentence about an unknown name ends: with the name that was meant, or with all there are
   * if these are few.
   */
  static String hint(String written, Collection<String> known) {
    if (known.isEmpty()) {
      return "; there are none";
    }
    return closest(written, known)
        .map(name -> "; did you mean '" + name + "'?")
        .orElse(known.size() > MOST_LISTED ? "" : "; there are: " + String.join(", ", known));
  }

  private static Optional<String> closest(String written, Collection<String> known) {
    int furthest = Math.min(MOST_CHANGES, written.length() / 2);
    return known.stream()
        .filter(name -> distance(written, name) <= furthest)
        .min(Comparator.comparingInt(name -> distance(written, name)));
  }

  /** How many characters must be inserted, deleted or exchanged to make one the other. */
  private static int distance(String written, String name) {
    String a = written.toLowerCase(Locale.ROOT);
    String b = name.toLowerCase(Locale.ROOT);
    int[] row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int exchanged = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(exchanged, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
