package dev.webnn4j.examples.segmentation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * The command line.
 *
 * @param picture where the picture for people goes
 * @param size the side of the network's square input
 * @param mapOnly whether the picture shows the classes without the photo
 * @param classes where the picture for programs goes, each pixel's grey level its class
 */
record Arguments(
    Path weights, Path photo, Path picture, int size, boolean mapOnly, Optional<Path> classes) {
  static final String USAGE =
      "usage: Segmentation WEIGHTS_DIR PHOTO OUT.png [--size 257|513] [--view photo|map]"
          + " [--classes MAP.png]";

  static Arguments parse(String... words) {
    List<Path> paths = new ArrayList<>();
    int size = 513;
    boolean mapOnly = false;
    Optional<Path> classes = Optional.empty();
    Iterator<String> rest = List.of(words).iterator();
    while (rest.hasNext()) {
      String word = rest.next();
      switch (word) {
        case "--size" ->
            size = oneOf(word, value(word, rest), "257", "513").equals("257") ? 257 : 513;
        case "--view" -> mapOnly = oneOf(word, value(word, rest), "photo", "map").equals("map");
        case "--classes" -> classes = Optional.of(Path.of(value(word, rest)));
        default -> {
          if (word.startsWith("--")) {
            throw new IllegalArgumentException("there is no option " + word + "; " + USAGE);
          }
          paths.add(Path.of(word));
        }
      }
    }
    if (paths.size() != 3) {
      throw new IllegalArgumentException(USAGE);
    }
    return new Arguments(paths.get(0), paths.get(1), paths.get(2), size, mapOnly, classes);
  }

  private static String value(String option, Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new IllegalArgumentException(option + " needs a value; " + USAGE);
    }
    return rest.next();
  }

  private static String oneOf(String option, String value, String first, String second) {
    if (!value.equals(first) && !value.equals(second)) {
      throw new IllegalArgumentException(
          option + " is " + first + " or " + second + ", not " + value);
    }
    return value;
  }
}
