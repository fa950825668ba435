package dev.webnn4j.backend.harness;

import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.backend.reference.Tensor;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What the reference expects of a case. */
final class Verdict {
  private final OperatorCase test;
  private final List<Tensor> accepted = new ArrayList<>();
  private final Optional<Tensor> magnitudes;

  private Verdict(OperatorCase test) {
    this.test = test;
    accepted.add(test.expected());
    accepted.addAll(test.alsoAccepted());
    magnitudes =
        test.tolerance().needsMagnitude() ? Optional.of(test.magnitudes()) : Optional.empty();
  }

  static Verdict of(OperatorCase test) {
    return new Verdict(test);
  }

  /** Throws an AssertionError that shows the first element that is wrong. */
  void require(String what, MemorySegment result) {
    MLOperandDescriptor type = test.node().result().type();
    Tensor actual = Tensor.read(type, result);
    for (int i = 0; i < actual.count(); i++) {
      if (!accepts(actual, i)) {
        int at = i;
        throw new AssertionError(
            what
                + ": element "
                + i
                + " is "
                + show(actual, i)
                + ", not "
                + show(accepted.getFirst(), i)
                + " ("
                + test.tolerance()
                + magnitudes.map(m -> ", magnitude " + m.real(at)).orElse("")
                + ")"
                + operandsAround(i));
      }
    }
  }

  /** Whether every element is right. */
  boolean accepts(MemorySegment result) {
    Tensor actual = Tensor.read(test.node().result().type(), result);
    return IntStream.range(0, actual.count()).allMatch(i -> accepts(actual, i));
  }

  private boolean accepts(Tensor actual, int i) {
    double magnitude = magnitudes.map(m -> m.real(i)).orElse(0.0);
    return accepted.stream()
        .anyMatch(
            expected ->
                actual.isFloat()
                    ? test.tolerance()
                        .accepts(
                            actual.type().dataType(), expected.real(i), actual.real(i), magnitude)
                    : Math.abs(actual.integer(i) - expected.integer(i))
                        <= (long) test.tolerance().ulps());
  }

  private static String show(Tensor tensor, int i) {
    return tensor.isFloat() ? Double.toString(tensor.real(i)) : Long.toString(tensor.integer(i));
  }

  /** The operands of an element-wise function at the same place. */
  private String operandsAround(int i) {
    List<String> here =
        test.operands().flat().stream()
            .filter(tensor -> tensor.shape().equals(test.node().result().shape()))
            .map(tensor -> show(tensor, i))
            .toList();
    return here.isEmpty() ? "" : "; operands there: " + Arrays.toString(here.toArray());
  }
}
