package train;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;

/**
 * Trains the network and writes its weights and the sheet of held-out digits: {@code java
 * examples/js/digits/train/Train.java [epochs [font directory [example directory]]]}, from the root
 * of the repository.
 */
final class Train {
  private static final long SEED_OF_WEIGHTS = 1;
  private static final long SEED_OF_SAMPLES = 2;
  private static final long SEED_OF_SHEET = 3;

  private Train() {}

  static void main(String[] arguments)
      throws IOException, InterruptedException, ExecutionException {
    System.setProperty("java.awt.headless", "true");
    int epochs = Integer.parseInt(argument(arguments, 0, "30"));
    Path fonts = Path.of(argument(arguments, 1, "/usr/share/fonts"));
    Path example = Path.of(argument(arguments, 2, "examples/js/digits"));

    FontFamilies families = FontFamilies.read(example.resolve("train/families.txt"), fonts);
    families.missing().forEach(family -> IO.println("not installed: " + family));
    var trained = families.side("train");
    var heldOut = families.side("heldout");
    IO.println(trained.size() + " families to train on, " + heldOut.size() + " held out");

    HeldOutSheet.write(
        heldOut, SEED_OF_SHEET, example.resolve("heldout.png"), example.resolve("heldout.json"));

    LeNet network = LeNet.random(new SplittableRandom(SEED_OF_WEIGHTS));
    SampleSource source = new SampleSource(trained, SEED_OF_SAMPLES);
    Instant begin = Instant.now();
    new Trainer(network, source).run(epochs, Runtime.getRuntime().availableProcessors());
    IO.println("trained for " + Duration.between(begin, Instant.now()).toSeconds() + " s");

    WeightsFile.write(network, example.resolve("lenet.bin"), example.resolve("lenet.json"));
    Check.check(example);
  }

  private static String argument(String[] arguments, int index, String fallback) {
    return index < arguments.length ? arguments[index] : fallback;
  }
}
