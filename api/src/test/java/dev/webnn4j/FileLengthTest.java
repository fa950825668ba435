package dev.webnn4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds for all modules; it is here because this one is built first. */
class FileLengthTest {
  private static final int LONGEST = 500;
  private static final Set<String> KINDS = Set.of("java", "js", "mjs", "html", "css", "sh", "xml");
  private static final Set<String> NOT_OURS = Set.of("target", ".git", "node_modules");

  @Test
  void noSourceFileIsTooLongToRead() throws IOException {
    List<Path> sources = sources(root());
    assertTrue(sources.size() > 100, "found only " + sources);
    List<String> tooLong =
        sources.stream()
            .filter(file -> lines(file) > LONGEST)
            .map(file -> file + " has " + lines(file) + " lines")
            .toList();
    assertEquals(List.of(), tooLong);
  }

  /** The checkout: tests run in the folder of their module. */
  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("js-bindings"))) {
      folder = folder.getParent();
    }
    return folder;
  }

  private static List<Path> sources(Path root) throws IOException {
    List<Path> sources = new ArrayList<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return NOT_OURS.contains(folder.getFileName().toString())
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String name = file.getFileName().toString();
            if (KINDS.contains(name.substring(name.lastIndexOf('.') + 1))) {
              sources.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return sources;
  }

  private static long lines(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
