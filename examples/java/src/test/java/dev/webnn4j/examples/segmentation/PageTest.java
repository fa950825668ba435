package dev.webnn4j.examples.segmentation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.webnn4j.ML;
import dev.webnn4j.MLContext;
import dev.webnn4j.MLContextOptions;
import dev.webnn4j.js.WebNN;
import dev.webnn4j.js.dom.HeadlessDocument;
import dev.webnn4j.js.page.Page;
import dev.webnn4j.js.page.PageOptions;
import dev.webnn4j.js.page.PageResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of this example and the program give the same map, pixel by pixel. */
class PageTest {
  private static final Path WEIGHTS = ReferenceData.FOLDER.resolve("npy_nhwc/weights");

  @ParameterizedTest
  @ValueSource(ints = {257, 513})
  void drawsWhatTheProgramDraws(int size) throws IOException {
    ReferenceData.assumePresent();
    try (MLContext context = ML.createContext();
        DeepLab network = DeepLab.load(context, WEIGHTS, size)) {
      for (String name : ReferenceData.names(size)) {
        Path photo = ReferenceData.photo(name);
        network.run(Letterbox.of(Photo.read(photo), size).pixels());
        int[] drawn = page(photo, size);
        assertArrayEquals(network.classes(), drawn, name);
        double agreement = ReferenceData.agreement(name, size, drawn);
        System.out.printf("page, %s: %.4f %% of the pixels agree%n", name, 100 * agreement);
        assertTrue(agreement >= ReferenceData.LEAST_AGREEMENT, () -> name + ": " + agreement);
      }
    }
  }

  private static int[] page(Path photo, int size) throws IOException {
    List<String> console = new ArrayList<>();
    PageOptions options =
        PageOptions.builder("../js/segmentation", HeadlessDocument::install)
            .query("size=" + size)
            .mount("/weights", WEIGHTS)
            .mount("/photo.jpg", photo)
            .console(message -> console.add(message.text()))
            .extension(page -> WebNN.install(page.loop(), MLContextOptions.DEFAULT))
            .build();
    try (Page page = new Page(options)) {
      PageResult result = page.run();
      assertEquals(List.of(), result.errors());
      assertTrue(console.getLast().startsWith("inference: "), console::toString);
      return page.document()
          .canvas(Optional.of("#classes"))
          .getRaster()
          .getSamples(0, 0, size, size, 0, (int[]) null);
    }
  }
}
