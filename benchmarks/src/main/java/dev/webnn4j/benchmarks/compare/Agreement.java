package dev.webnn4j.benchmarks.compare;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;

import dev.webnn4j.benchmarks.child.TensorFiles;
import dev.webnn4j.benchmarks.onnx.OnnxValue;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Whether an engine gives the same as another one: to measure a wrong answer is worth nothing.
 *
 * @param outputs what both must give
 * @param other whom sentences name
 */
record Agreement(List<OnnxValue> outputs, Tolerance tolerance, String other) {
  /**
   * Compares the outputs in two folders.
   *
   * @return a sentence on how well they agree
   * @throws DisagreementException if they do not
   */
  String check(Path ours, Path others) throws IOException {
    List<String> sentences = new ArrayList<>();
    for (OnnxValue output : outputs) {
      MemorySegment a = TensorFiles.read(ours, output.name());
      MemorySegment b = TensorFiles.read(others, output.name());
      if (a.byteSize() != output.type().byteLength() || b.byteSize() != a.byteSize()) {
        throw new DisagreementException(
            "'"
                + output.name()
                + "' should be "
                + output.type()
                + "; we have "
                + a.byteSize()
                + " bytes and "
                + other
                + " has "
                + b.byteSize());
      }
      sentences.add(
          "'"
              + output.name()
              + "' "
              + switch (output.type().dataType()) {
                case FLOAT32 -> numbers(a, b, output);
                case INT32 -> labels(a, b, output);
                default ->
                    throw new IllegalArgumentException(
                        "outputs of " + output.type().dataType() + " are not compared");
              });
    }
    return String.join("; ", sentences);
  }

  private String numbers(MemorySegment a, MemorySegment b, OnnxValue output) {
    long count = output.type().elementCount();
    double difference = 0;
    double greatest = 0;
    for (long i = 0; i < count; i++) {
      double theirs = b.getAtIndex(JAVA_FLOAT_UNALIGNED, i);
      double apart = Math.abs(a.getAtIndex(JAVA_FLOAT_UNALIGNED, i) - theirs);
      // What is not a number differs by any measure.
      difference = Double.isNaN(apart) ? Double.POSITIVE_INFINITY : Math.max(difference, apart);
      greatest = Math.max(greatest, Math.abs(theirs));
    }
    String sentence =
        String.format(
            Locale.ROOT, "differs from %s by at most %.2g of %.3g", other, difference, greatest);
    if (!(difference <= tolerance.mostDifference() * greatest)) {
      throw new DisagreementException(
          "'"
              + output.name()
              + "' "
              + sentence
              + "; allowed is a part of "
              + tolerance.mostDifference());
    }
    return sentence;
  }

  private String labels(MemorySegment a, MemorySegment b, OnnxValue output) {
    long count = output.type().elementCount();
    long equal = 0;
    for (long i = 0; i < count; i++) {
      if (a.getAtIndex(JAVA_INT_UNALIGNED, i) == b.getAtIndex(JAVA_INT_UNALIGNED, i)) {
        equal++;
      }
    }
    String sentence =
        String.format(Locale.ROOT, "equals %s in %d of %d elements", other, equal, count);
    if (equal < tolerance.leastEqualLabels() * count) {
      throw new DisagreementException(
          "'"
              + output.name()
              + "' "
              + sentence
              + "; needed is a part of "
              + tolerance.leastEqualLabels());
    }
    return sentence;
  }
}
