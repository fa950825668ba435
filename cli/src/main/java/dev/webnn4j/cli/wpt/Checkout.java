package dev.webnn4j.cli.wpt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A checkout of web-platform-tests. */
record Checkout(Path root) {
  private static final String TESTS = "webnn";

  /**
   * @throws IOException if the folder is not a checkout
   */
  static Checkout of(Path folder) throws IOException {
    for (String needed : List.of("resources/testharness.js", TESTS)) {
      if (!Files.exists(folder.resolve(needed))) {
        throw new IOException(
            folder
                + " is no checkout of web-platform-tests: it has no "
                + needed
                + "; clone https://github.com/web-platform-tests/wpt and name its folder");
      }
    }
    return new Checkout(folder.toRealPath());
  }

  /** Whether a file is there and contains a text. */
  boolean has(String file, String text) throws IOException {
    Path path = root.resolve(file);
    return Files.isRegularFile(path) && Files.readString(path).contains(text);
  }

  /**
   * The runs of all files whose path contains one of the filters; of all files if there is none.
   *
   * @param device which of a file's variants: those whose query names it
   */
  List<TestPage> pages(List<String> filters, String device, Set<TestGlobal> globals)
      throws IOException {
    List<TestPage> pages = new ArrayList<>();
    for (Path file : scripts()) {
      String path = "/" + root.relativize(file).toString().replace('\\', '/');
      if (filters.isEmpty() || filters.stream().anyMatch(path::contains)) {
        addPages(pages, path, TestMeta.of(Files.readString(file)), device, globals);
      }
    }
    return pages;
  }

  private List<Path> scripts() throws IOException {
    try (Stream<Path> files = Files.walk(root.resolve(TESTS))) {
      return files
          .filter(file -> file.toString().matches(".*\\.(any|window)\\.js"))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    }
  }

  private static void addPages(
      List<TestPage> pages, String path, TestMeta meta, String device, Set<TestGlobal> globals) {
    Set<TestGlobal> declared =
        path.endsWith(".window.js") ? Set.of(TestGlobal.WINDOW) : meta.globals();
    List<String> queries =
        meta.variants().isEmpty()
            ? List.of("")
            : meta.variants().stream().filter(query -> names(query, device)).toList();
    for (TestGlobal global : TestGlobal.values()) {
      if (declared.contains(global) && globals.contains(global)) {
        queries.forEach(query -> pages.add(new TestPage(path, meta, global, query)));
      }
    }
  }

  /** Whether a query such as {@code ?cpu} or {@code ?op=add&device=cpu} names a device. */
  private static boolean names(String query, String device) {
    String text = query.startsWith("?") ? query.substring(1) : query;
    return Stream.of(text.split("&", -1))
        .anyMatch(part -> part.equals(device) || part.equals("device=" + device));
  }
}
