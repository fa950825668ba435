package dev.webnn4j.backend.java.report;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The engine's account of what it does: lines of comma-separated values that begin with {@code
 * webnn} and their topic. {@code -Dwebnn.verbose} names the topics, as {@code ONEDNN_VERBOSE} does:
 * {@code dispatch}, {@code compile}, {@code exec}, several with commas, {@code all} or {@code
 * none}.
 */
public final class VerboseLog {
  private static final String PROPERTY = "webnn.verbose";

  private final Set<VerboseTopic> topics;
  private final PrintStream out;

  /**
   * @param topics as the property has them
   * @throws IllegalArgumentException naming a word that is no topic, and the topics
   */
  public VerboseLog(String topics, PrintStream out) {
    this.topics = parse(topics);
    this.out = out;
  }

  /** What the property asks for, on the standard error stream. */
  public static VerboseLog ofProperty() {
    return new VerboseLog(System.getProperty(PROPERTY, "none"), System.err);
  }

  private static Set<VerboseTopic> parse(String words) {
    Set<VerboseTopic> topics = EnumSet.noneOf(VerboseTopic.class);
    for (String word : words.split(",", -1)) {
      topics.addAll(topicsOf(word.strip(), words));
    }
    return Collections.unmodifiableSet(topics);
  }

  private static Set<VerboseTopic> topicsOf(String word, String words) {
    return switch (word) {
      case "none" -> Set.of();
      case "all" -> EnumSet.allOf(VerboseTopic.class);
      default ->
          Set.of(
              Arrays.stream(VerboseTopic.values())
                  .filter(topic -> topic.toString().equals(word))
                  .findFirst()
                  .orElseThrow(
                      () ->
                          new IllegalArgumentException(
                              PROPERTY
                                  + " is '"
                                  + words
                                  + "'; it can be none, all, or some of "
                                  + Arrays.toString(VerboseTopic.values())
                                  + " with commas between them")));
    };
  }

  /** Whether nothing is asked for. */
  public boolean isSilent() {
    return topics.isEmpty();
  }

  public boolean tells(VerboseTopic topic) {
    return topics.contains(topic);
  }

  /** A line of a topic; nothing if it is not asked for. */
  void line(VerboseTopic topic, Object... columns) {
    if (tells(topic)) {
      print(topic.toString(), columns);
    }
  }

  /** A line of the header; nothing if no topic is asked for. */
  void info(Object... columns) {
    if (!isSilent()) {
      print("info", columns);
    }
  }

  private void print(String topic, Object... columns) {
    List<String> cells = new ArrayList<>(List.of("webnn", topic));
    for (Object column : columns) {
      cells.add(quoted(column.toString()));
    }
    // One call a line, so that lines of several contexts do not mix.
    out.println(String.join(",", cells));
  }

  private static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? cell : '"' + cell.replace("\"", "\"\"").replaceAll("\\R", " ") + '"';
  }
}
