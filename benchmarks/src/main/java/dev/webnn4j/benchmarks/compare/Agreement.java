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

/** Whether two engines give the same: to measure a wrong answer is worth nothing. */
final class Agreement {
  /** Of the greatest number of the output: both sum up in float32, in orders of their own. */
  static final double MOST_DIFFERENCE = 1e-3;

  /** Labels of pixels where two classes are as good as each other may differ. */
  static final double LEAST_EQUAL_LABELS = 0.999;

  private Agreement() {}

  /**
   * Compares the outputs in two folders.
   *
   * @return a sentence on how well they agree
   * @throws DisagreementException if they do not
   */
  static String of(List<OnnxValue> outputs, Path ours, Path others, String other)
      throws IOException {
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
                case FLOAT32 -> numbers(a, b, output, other);
                case INT32 -> labels(a, b, output, other);
                default ->
                    throw new IllegalArgumentException(
                        "outputs of " + output.type().dataType() + " are not compared");
              });
    }
    return String.join("; ", sentences);
  }

  private static String numbers(MemorySegment a, MemorySegment b, OnnxValue output, String other) {
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
    if (!(difference <= MOST_DIFFERENCE * greatest)) {
      throw new DisagreementException(
          "'" + output.name() + "' " + sentence + "; allowed is a part of " + MOST_DIFFERENCE);
    }
    return sentence;
  }

  private static String labels(MemorySegment a, MemorySegment b, OnnxValue output, String other) {
    long count = output.type().elementCount();
    long equal = 0;
    for (long i = 0; i < count; i++) {
      if (a.getAtIndex(JAVA_INT_UNALIGNED, i) == b.getAtIndex(JAVA_INT_UNALIGNED, i)) {
        equal++;
      }
    }
    String sentence =
        String.format(Locale.ROOT, "equals %s in %d of %d elements", other, equal, count);
    if (equal < LEAST_EQUAL_LABELS * count) {
      throw new DisagreementException(
          "'" + output.name() + "' " + sentence + "; needed is a part of " + LEAST_EQUAL_LABELS);
    }
    return sentence;
  }
}
