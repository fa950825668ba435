package dev.webnn4j.examples.segmentation;

import dev.webnn4j.ML;
import dev.webnn4j.MLContext;
import java.io.IOException;
import java.util.Locale;

/** Finds what is where on a photo: photo in, picture of the classes out. */
public final class Segmentation {
  private Segmentation() {}

  /** See {@link Arguments#USAGE}. Exits with 1 and one sentence if it cannot. */
  public static void main(String[] words) {
    try {
      run(Arguments.parse(words));
    } catch (IOException | IllegalArgumentException | UnsupportedOperationException failed) {
      fail(failed.getMessage());
    }
  }

  private static void fail(String sentence) {
    System.err.println("segmentation: " + sentence);
    System.exit(1);
  }

  private static void run(Arguments arguments) throws IOException {
    Photo photo = Photo.read(arguments.photo());
    Letterbox input = Letterbox.of(photo, arguments.size());
    ClassMap map;
    double milliseconds;
    try (MLContext context = ML.createContext();
        DeepLab network = DeepLab.load(context, arguments.weights(), arguments.size())) {
      System.out.printf(Locale.ROOT, "warm-up: %.1f ms%n", measure(network, input));
      milliseconds = measure(network, input);
      map = new ClassMap(network.classes(), arguments.size(), input.width(), input.height());
    }
    new Picture(photo, map, arguments.mapOnly(), milliseconds).write(arguments.picture());
    if (arguments.classes().isPresent()) {
      map.write(arguments.classes().get());
    }
    for (ClassMap.Share share : map.shares()) {
      System.out.printf(
          Locale.ROOT, "class %s %.2f%%%n", share.vocClass().label(), 100 * share.part());
    }
    System.out.printf(Locale.ROOT, "inference: %.1f ms%n", milliseconds);
  }

  private static double measure(DeepLab network, Letterbox input) {
    long start = System.nanoTime();
    network.run(input.pixels());
    return (System.nanoTime() - start) / 1e6;
  }
}
