package dev.webnn4j.examples.segmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.webnn4j.ML;
import dev.webnn4j.MLContext;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the example against class maps that another runtime made of the same weights. */
class ReferenceTest {
  private static final Path DATA =
      Path.of(System.getProperty("webnn.testData", "../shared/data"), "deeplab");
  private static final double LEAST_AGREEMENT = 0.995;

  @ParameterizedTest
  @ValueSource(ints = {257, 513})
  void agreesWithTheReference(int size) throws IOException {
    assumeTrue(Files.isDirectory(DATA), () -> "there is no reference data at " + DATA);
    List<String> names = names(size);
    assertTrue(names.size() >= 2, () -> "only " + names + " of size " + size);
    try (MLContext context = ML.createContext();
        DeepLab network = DeepLab.load(context, DATA.resolve("npy_nhwc/weights"), size)) {
      for (String name : names) {
        double agreement = agreement(network, name, size);
        System.out.printf("%s: %.4f %% of the pixels agree%n", name, 100 * agreement);
        assertTrue(agreement >= LEAST_AGREEMENT, () -> name + ": " + agreement);
      }
    }
  }

  private static List<String> names(int size) throws IOException {
    try (Stream<Path> files = Files.list(DATA.resolve("reference"))) {
      String ending = "_" + size + "_in.png";
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(ending))
          .map(name -> name.substring(0, name.length() - "_in.png".length()))
          .sorted()
          .toList();
    }
  }

  private static double agreement(DeepLab network, String name, int size) throws IOException {
    Letterbox input = Letterbox.of(Photo.read(DATA.resolve("reference/" + name + "_in.png")), size);
    assertEquals(size, input.width());
    assertEquals(size, input.height());
    network.run(input.pixels());
    int[] classes = network.classes();

    BufferedImage expected =
        ImageIO.read(DATA.resolve("reference/" + name + "_fp32_argmax.png").toFile());
    int[] expectedClasses = expected.getRaster().getSamples(0, 0, size, size, 0, (int[]) null);
    int equal = 0;
    for (int i = 0; i < classes.length; i++) {
      equal += classes[i] == expectedClasses[i] ? 1 : 0;
    }
    return (double) equal / classes.length;
  }
}
