package dev.webnn4j.examples.segmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.webnn4j.ML;
import dev.webnn4j.MLContext;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the example against class maps that another runtime made of the same weights. */
class ReferenceTest {
  @ParameterizedTest
  @ValueSource(ints = {257, 513})
  void agreesWithTheReference(int size) throws IOException {
    ReferenceData.assumePresent();
    List<String> names = ReferenceData.names(size);
    assertTrue(names.size() >= 2, () -> "only " + names + " of size " + size);
    try (MLContext context = ML.createContext();
        DeepLab network =
            DeepLab.load(context, ReferenceData.FOLDER.resolve("npy_nhwc/weights"), size)) {
      for (String name : names) {
        double agreement = agreement(network, name, size);
        System.out.printf("%s: %.4f %% of the pixels agree%n", name, 100 * agreement);
        assertTrue(agreement >= ReferenceData.LEAST_AGREEMENT, () -> name + ": " + agreement);
      }
    }
  }

  private static double agreement(DeepLab network, String name, int size) throws IOException {
    Letterbox input = Letterbox.of(Photo.read(ReferenceData.photo(name)), size);
    assertEquals(size, input.width());
    assertEquals(size, input.height());
    network.run(input.pixels());
    return ReferenceData.agreement(name, size, network.classes());
  }
}
