package dev.webnn4j.cli.option;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * What the options of a command must be like. Each check throws a {@link ParameterException} with a
 * sentence that names the option, before the command does anything.
 */
public record Checks(CommandSpec command) {
  /** At least one. */
  public void count(String option, int given) {
    if (given < 1) {
      throw wrong(option + " must be at least 1, not " + given);
    }
  }

  /** More than none. */
  public void seconds(String option, double given) {
    if (!(given > 0)) {
      throw wrong(option + " must be more than 0 seconds, not " + given);
    }
  }

  /** Some, or none. */
  public void secondsIfAny(String option, double given) {
    if (!(given >= 0)) {
      throw wrong(option + " must be at least 0 seconds, not " + given);
    }
  }

  /** More than zero. */
  public void factor(String option, double given) {
    if (!(given > 0)) {
      throw wrong(option + " must be more than 0, not " + given);
    }
  }

  /** A file that can be written: a command may run for minutes, and is not to fail in the end. */
  public void writable(Path target) {
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
      throw wrong("cannot write " + target + ": " + obstacle.get());
    }
  }

  /** The error of a command line that a sentence tells what is wrong with. */
  public ParameterException wrong(String sentence) {
    return new ParameterException(command.commandLine(), sentence);
  }
}
