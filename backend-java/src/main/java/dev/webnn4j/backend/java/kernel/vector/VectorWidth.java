package dev.webnn4j.backend.java.kernel.vector;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jdk.incubator.vector.VectorShape;

/**
 * How wide this process's vectors are: what {@code -Dwebnn.vectorBits} says, else what the JVM
 * prefers on this machine.
 */
public final class VectorWidth {
  private static final String PROPERTY = "webnn.vectorBits";

  private VectorWidth() {}

  /**
   * Makes sure that the property, if it is set, names a width that this machine has.
   *
   * @throws IllegalArgumentException if it does not
   */
  public static void require() {
    shape();
  }

  /** The shape of all vectors. */
  static VectorShape shape() {
    return shape(Optional.ofNullable(System.getProperty(PROPERTY)));
  }

  static VectorShape shape(Optional<String> wanted) {
    VectorShape preferred = VectorShape.preferredShape();
    return wanted.map(bits -> parse(bits, preferred)).orElse(preferred);
  }

  private static VectorShape parse(String bits, VectorShape preferred) {
    List<VectorShape> possible =
        Stream.of(VectorShape.S_128_BIT, VectorShape.S_256_BIT, VectorShape.S_512_BIT)
            .filter(shape -> shape.vectorBitSize() <= preferred.vectorBitSize())
            .toList();
    return possible.stream()
        .filter(shape -> Integer.toString(shape.vectorBitSize()).equals(bits))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    PROPERTY
                        + " is '"
                        + bits
                        + "'; on this machine it can be "
                        + possible.stream().map(VectorShape::vectorBitSize).toList()));
  }

  /** What is used, for the log; the multiply-add has been checked by then. */
  public static String describe() {
    return "vectors of "
        + shape().vectorBitSize()
        + " bits, preferred "
        + VectorShape.preferredShape().vectorBitSize()
        + ", with fused multiply-add";
  }
}
