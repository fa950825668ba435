package dev.webnn4j.cli.wpt;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tests that fail and why, one a line: {@code webnn/x.https.any.js | name of the test |
 * reason}. A line holds for all variants and global objects of its file. Lines that begin with
 * {@code #} and empty ones mean nothing.
 */
final class Expectations {
  private static final String BUILT_IN = "expected-failures.txt";
  private static final Pattern SECTION = Pattern.compile("\\[(\\S+) (has|lacks) (.*)]");

  /** One test of a file. */
  record Key(String script, String subtest) {}

  private final Map<Key, String> reasons;

  private Expectations(Map<Key, String> reasons) {
    this.reasons = reasons;
  }

  /** The list that comes with the command. */
  static Expectations builtIn(Checkout checkout) throws IOException {
    try (InputStream in = Expectations.class.getResourceAsStream(BUILT_IN)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + BUILT_IN);
      }
      return parse(BUILT_IN, new String(in.readAllBytes(), StandardCharsets.UTF_8), checkout);
    }
  }

  static Expectations read(Path file, Checkout checkout) throws IOException {
    return parse(file.toString(), Files.readString(file), checkout);
  }

  /**
   * @throws IOException with a sentence about the first line that is wrong
   */
  private static Expectations parse(String name, String text, Checkout checkout)
      throws IOException {
    Map<Key, String> reasons = new LinkedHashMap<>();
    boolean holds = true;
    int number = 0;
    for (String line : (Iterable<String>) text.lines()::iterator) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      Matcher section = SECTION.matcher(line);
      if (section.matches()) {
        boolean has = checkout.has(section.group(1), section.group(3));
        holds = has == section.group(2).equals("has");
        continue;
      }
      String[] parts = line.split(Pattern.quote(" | "), 3);
      if (parts.length < 3 || parts[2].isBlank()) {
        throw new IOException(
            "line "
                + number
                + " of "
                + name
                + " is not 'file | test | reason'; every failure needs its reason");
      }
      if (holds) {
        reasons.put(new Key("/" + parts[0].strip(), parts[1].strip()), parts[2].strip());
      }
    }
    return new Expectations(reasons);
  }

  /** Why a test fails; empty if it should pass. */
  Optional<String> reason(TestPage page, String subtest) {
    return Optional.ofNullable(reasons.get(new Key(page.script(), subtest.strip())));
  }
}
