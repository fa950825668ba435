package dev.webnn4j.examples.segmentation;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;

/** Photos, and the class maps that another runtime made of them with the same weights. */
final class ReferenceData {
  static final Path FOLDER =
      Path.of(System.getProperty("webnn.testData", "../shared/data"), "deeplab");
  static final double LEAST_AGREEMENT = 0.995;

  private ReferenceData() {}

  /** Skips a test, and says so, where the data is not. */
  static void assumePresent() {
    if (!Files.isDirectory(FOLDER)) {
      String reason =
          "skipped: there is no reference data at "
              + FOLDER
              + "; -Dwebnn.testData=DIR says where its parent folder is";
      // The report of a skipped test keeps its reason to itself.
      System.out.println(reason);
      Assumptions.abort(reason);
    }
  }

  /** The names of the photos of a size. */
  static List<String> names(int size) throws IOException {
    try (Stream<Path> files = Files.list(FOLDER.resolve("reference"))) {
      String ending = "_" + size + "_in.png";
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(ending))
          .map(name -> name.substring(0, name.length() - "_in.png".length()))
          .sorted()
          .toList();
    }
  }

  static Path photo(String name) {
    return FOLDER.resolve("reference/" + name + "_in.png");
  }

  /** The share of pixels in which a map is the reference's. */
  static double agreement(String name, int size, int[] classes) throws IOException {
    BufferedImage expected =
        ImageIO.read(FOLDER.resolve("reference/" + name + "_fp32_argmax.png").toFile());
    int[] expectedClasses = expected.getRaster().getSamples(0, 0, size, size, 0, (int[]) null);
    int equal = 0;
    for (int i = 0; i < classes.length; i++) {
      equal += classes[i] == expectedClasses[i] ? 1 : 0;
    }
    return (double) equal / classes.length;
  }
}
