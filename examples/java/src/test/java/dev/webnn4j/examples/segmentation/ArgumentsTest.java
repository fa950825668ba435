package dev.webnn4j.examples.segmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
  @Test
  void takesThreePathsAndOptionsAnywhere() {
    Arguments arguments =
        Arguments.parse("weights", "--size", "257", "in.jpg", "out.png", "--classes", "map.png");
    assertEquals(
        new Arguments(
            Path.of("weights"),
            Path.of("in.jpg"),
            Path.of("out.png"),
            257,
            false,
            Optional.of(Path.of("map.png"))),
        arguments);
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    refuses(Arguments.USAGE, "weights", "in.jpg");
    refuses("there is no option --sise; " + Arguments.USAGE, "--sise", "257");
    refuses("--size is 257 or 513, not 300", "--size", "300");
    refuses("--view needs a value; " + Arguments.USAGE, "--view");
  }

  private static void refuses(String sentence, String... words) {
    Exception thrown = assertThrows(IllegalArgumentException.class, () -> Arguments.parse(words));
    assertEquals(sentence, thrown.getMessage());
  }
}
