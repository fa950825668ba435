package dev.webnn4j.backend.harness;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.Shape;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** The dice of a case: everything random about it comes from one seed. */
public final class Draw {
  /** Around the lengths of vectors, where the code for a remainder begins and ends. */
  private static final List<Integer> AWKWARD = List.of(8, 15, 16, 17, 31, 32, 33, 65);

  private final RandomGenerator random;

  public Draw(long seed) {
    random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  /** From {@code low} to {@code high}, both included. */
  public int between(int low, int high) {
    return random.nextInt(low, high + 1);
  }

  public double uniform(double low, double high) {
    return random.nextDouble(low, high);
  }

  public long bits() {
    return random.nextLong();
  }

  /** True once in {@code n} times. */
  public boolean oneIn(int n) {
    return random.nextInt(n) == 0;
  }

  @SafeVarargs
  public final <T> T of(T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  public <T> T from(Collection<T> choices) {
    return List.copyOf(choices).get(random.nextInt(choices.size()));
  }

  /** A small size, once in a while one around the length of a vector. */
  public int size() {
    return oneIn(4) ? from(AWKWARD) : between(1, 9);
  }

  /** A shape of at most {@code maxElements}. */
  public Shape shape(int minRank, int maxRank, int maxElements) {
    int[] dims = new int[between(minRank, maxRank)];
    long count = 1;
    for (int i = dims.length - 1; i >= 0; i--) {
      dims[i] = Math.max(1, (int) Math.min(size(), maxElements / count));
      count *= dims[i];
    }
    return Shape.of(dims);
  }

  /** A shape that can be broadcast to another one: some sizes 1, leading axes left out. */
  public Shape broadcastable(Shape to) {
    int[] dims = to.dims();
    for (int i = 0; i < dims.length; i++) {
      dims[i] = oneIn(3) ? 1 : dims[i];
    }
    return Shape.of(Arrays.copyOfRange(dims, oneIn(3) ? between(0, dims.length) : 0, dims.length));
  }

  public MLOperandDescriptor type(MLOperandDataType dataType, Shape shape) {
    return new MLOperandDescriptor(dataType, shape);
  }

  /** The axes of a tensor in any order. */
  public List<Long> permutation(int rank) {
    Long[] axes = new Long[rank];
    for (int i = 0; i < rank; i++) {
      int j = between(0, i);
      axes[i] = i == j ? i : axes[j];
      axes[j] = (long) i;
    }
    return List.of(axes);
  }
}
