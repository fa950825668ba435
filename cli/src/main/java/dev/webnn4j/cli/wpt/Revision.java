package dev.webnn4j.cli.wpt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Which commit a folder is a checkout of, as git keeps it. */
final class Revision {
  private static final String REFERENCE = "ref: ";

  private Revision() {}

  /** The commit's hash; empty if the folder is not git's, or not a plain clone. */
  static Optional<String> of(Path folder) throws IOException {
    Path git = folder.resolve(".git");
    Optional<String> head = line(git.resolve("HEAD"));
    if (head.filter(text -> text.startsWith(REFERENCE)).isEmpty()) {
      return head;
    }
    String branch = head.get().substring(REFERENCE.length());
    Optional<String> loose = line(git.resolve(branch));
    return loose.isPresent() ? loose : packed(git.resolve("packed-refs"), branch);
  }

  private static Optional<String> line(Path file) throws IOException {
    return Files.isRegularFile(file)
        ? Optional.of(Files.readString(file).strip())
        : Optional.empty();
  }

  private static Optional<String> packed(Path file, String branch) throws IOException {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .filter(line -> line.endsWith(" " + branch))
          .map(line -> line.substring(0, line.indexOf(' ')))
          .findFirst();
    }
  }
}
