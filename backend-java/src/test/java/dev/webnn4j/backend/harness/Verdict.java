package dev.webnn4j.backend.harness;

import dev.webnn4j.backend.reference.Tensor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the reference expects of a case. */
public final class Verdict {
  private final OperatorCase test;

  /** The right results: one list for each choice of operands that is as good as the case's own. */
  private final List<List<Tensor>> accepted = new ArrayList<>();

  private final Optional<List<Tensor>> magnitudes;

  private Verdict(OperatorCase test) {
    this.test = test;
    accepted.add(test.expected());
    accepted.addAll(test.alsoAccepted());
    magnitudes =
        test.tolerance().needsMagnitude() ? Optional.of(test.magnitudes()) : Optional.empty();
  }

  public static Verdict of(OperatorCase test) {
    return new Verdict(test);
  }

  /** Throws an AssertionError that shows the first element that is wrong. */
  public void require(String what, List<MemorySegment> results) {
    for (int k = 0; k < results.size(); k++) {
      Tensor actual = read(results, k);
      if (!paddingIsZero(actual, results.get(k))) {
        throw new AssertionError(what + ": result " + k + " is padded with something else than 0");
      }
      for (int i = 0; i < actual.count(); i++) {
        if (!accepts(actual, k, i)) {
          throw new AssertionError(what + ": " + describe(actual, k, i));
        }
      }
    }
  }

  /** Whether the half byte behind an odd number of 4-bit elements is zero. */
  private static boolean paddingIsZero(Tensor tensor, MemorySegment data) {
    boolean padded = tensor.type().dataType().bits() == 4 && tensor.count() % 2 == 1;
    return !padded || data.get(ValueLayout.JAVA_BYTE, data.byteSize() - 1) >> 4 == 0;
  }

  private String describe(Tensor actual, int result, int i) {
    return (result == 0 ? "" : "result " + result + ", ")
        + "element "
        + i
        + " is "
        + show(actual, i)
        + ", not "
        + show(accepted.getFirst().get(result), i)
        + " ("
        + test.tolerance()
        + magnitudes.map(m -> ", magnitude " + m.get(result).real(i)).orElse("")
        + ")"
        + operandsAround(actual, i);
  }

  private Tensor read(List<MemorySegment> results, int result) {
    return Tensor.read(test.node().results().get(result).type(), results.get(result));
  }

  private boolean accepts(Tensor actual, int result, int i) {
    double magnitude =
        actual.isFloat() ? magnitudes.map(m -> m.get(result).real(i)).orElse(0.0) : 0;
    return accepted.stream()
        .map(expected -> expected.get(result))
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
  private String operandsAround(Tensor result, int i) {
    List<String> here =
        test.operands().flat().stream()
            .filter(tensor -> tensor.shape().equals(result.shape()))
            .map(tensor -> show(tensor, i))
            .toList();
    return here.isEmpty() ? "" : "; operands there: " + here;
  }
}
