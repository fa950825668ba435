package train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Reads the weights and the sheet as the page does and prints how many digits they get right. It
 * needs no font: {@code java examples/js/digits/train/Check.java}.
 */
final class Check {
  private Check() {}

  static void main(String[] arguments) throws IOException {
    check(Path.of(arguments.length > 0 ? arguments[0] : "examples/js/digits"));
  }

  static void check(Path example) throws IOException {
    LeNet network = WeightsFile.read(example.resolve("lenet.bin"));
    List<Sample> samples = HeldOutSheet.read(example.resolve("heldout.png"));
    int[][] taken = new int[LeNet.DIGITS][LeNet.DIGITS];
    int right = 0;
    for (Sample sample : samples) {
      int guess = network.classify(sample.pixels());
      taken[sample.digit()][guess]++;
      right += guess == sample.digit() ? 1 : 0;
    }
    IO.println(
        String.format(
            Locale.ROOT,
            "held-out fonts: %d of %d right, %.2f %%",
            right,
            samples.size(),
            100.0 * right / samples.size()));
    for (int digit = 0; digit < LeNet.DIGITS; digit++) {
      for (int guess = 0; guess < LeNet.DIGITS; guess++) {
        if (guess != digit && taken[digit][guess] > 0) {
          IO.println("  " + digit + " taken for " + guess + ": " + taken[digit][guess]);
        }
      }
    }
  }
}
