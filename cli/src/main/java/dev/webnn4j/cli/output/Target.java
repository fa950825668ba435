package dev.webnn4j.cli.output;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A file that a command will write. */
public final class Target {
  private Target() {}

  /**
   * Checks that it can be: a command may run for minutes, and what would fail in the end should
   * fail now.
   *
   * @throws IllegalArgumentException with a sentence about what is in the way
   */
  public static void check(Path target) {
    Path folder = target.toAbsolutePath().getParent();
    Optional<String> obstacle = Optional.empty();
    if (folder == null || Files.isDirectory(target)) {
      obstacle = Optional.of("it is a folder; name a file in it");
    } else if (!Files.isDirectory(folder)) {
      obstacle = Optional.of("there is no folder " + folder + "; make it first");
    } else if (!Files.isWritable(Files.exists(target) ? target : folder)) {
      obstacle = Optional.of("permission is denied; choose another place");
    }
    if (obstacle.isPresent()) {
      throw new IllegalArgumentException("cannot write " + target + ": " + obstacle.get());
    }
  }
}
