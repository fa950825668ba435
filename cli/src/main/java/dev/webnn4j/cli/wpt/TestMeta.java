package dev.webnn4j.cli.wpt;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a test file says about itself in the comments it begins with, such as {@code // META:
 * script=helpers.js}.
 *
 * @param scripts to run before the test, as written
 * @param variants queries to run it with; none means once, without
 * @param globals where it may run
 * @param isLong whether it may take a minute instead of ten seconds
 */
record TestMeta(
    String title,
    List<String> scripts,
    List<String> variants,
    Set<TestGlobal> globals,
    boolean isLong) {

  private static final Pattern META = Pattern.compile("//\\s*META:\\s*(\\w+)=(.*)");

  /** Reads the comments at the beginning of a script. */
  static TestMeta of(String script) {
    String title = "";
    List<String> scripts = new ArrayList<>();
    List<String> variants = new ArrayList<>();
    // What a file that says nothing means.
    Set<TestGlobal> globals = EnumSet.of(TestGlobal.WINDOW, TestGlobal.DEDICATED_WORKER);
    boolean isLong = false;
    for (String line : (Iterable<String>) script.lines()::iterator) {
      Matcher meta = META.matcher(line.strip());
      if (!meta.matches()) {
        break;
      }
      String value = meta.group(2).strip();
      switch (meta.group(1)) {
        case "title" -> title = value;
        case "script" -> scripts.add(value);
        case "variant" -> variants.add(value);
        case "global" -> globals = TestGlobal.parse(value);
        case "timeout" -> isLong = value.equals("long");
        default -> {} // Such as "spec", which is for readers.
      }
    }
    return new TestMeta(title, scripts, variants, globals, isLong);
  }
}
