package dev.webnn4j.backend.java.kernel.vector;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Optional;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/**
 * Whether the Vector API does on this machine what our kernels rely on: a tiny product, and vectors
 * that are cut off, against plain Java. It takes a few milliseconds.
 */
public final class VectorCheck {
  private static final int TERMS = 5;
  private static final float GUARD = -77;

  /** A multiply-add in software takes at least ten times as long, in hardware a tenth of it. */
  private static final long LONGEST_FMA_NANOS = 1000;

  private VectorCheck() {}

  /** Why vectors cannot be used; empty if they can. */
  public static Optional<String> failure() {
    try (Arena arena = Arena.ofConfined()) {
      if (!hasFma()) {
        return Optional.of("this machine has no fused multiply-add");
      }
      MemorySegment scratch = arena.allocate((TERMS + 3) * Lanes.BYTES, 64);
      for (int count : new int[] {1, Lanes.LENGTH - 1, Lanes.LENGTH}) {
        if (!multiplies(scratch.address(), count)) {
          return Optional.of("a product of " + count + " columns came out wrong");
        }
      }
      return Optional.empty();
    } catch (RuntimeException | LinkageError failed) {
      return Optional.of(failed.toString());
    }
  }

  /**
   * Without the instruction the JVM computes with decimal numbers. The fastest of some tries
   * counts, since the machine may be busy.
   */
  private static boolean hasFma() {
    int calls = 100;
    long fastest = Long.MAX_VALUE;
    float sum = 1;
    for (int i = 0; i < 5; i++) {
      long start = System.nanoTime();
      for (int call = 0; call < calls; call++) {
        sum = Math.fma(sum, 0.5f, 0.5f);
      }
      fastest = Math.min(fastest, System.nanoTime() - start);
    }
    return sum == 1 && fastest < calls * LONGEST_FMA_NANOS;
  }

  /** A row times a matrix of some columns, the last of a larger one. */
  private static boolean multiplies(long matrix, int columns) {
    long result = matrix + TERMS * Lanes.BYTES;
    for (int i = 0; i < TERMS * Lanes.LENGTH; i++) {
      Lanes.put(matrix + 4L * i, i % 7 - 2.25f);
    }
    Lanes.fill(GUARD, result, 2 * Lanes.LENGTH);
    VectorMask<Float> mask = Lanes.first(columns);
    FloatVector sum = Lanes.zero();
    for (int k = 0; k < TERMS; k++) {
      sum = Lanes.load(matrix + k * Lanes.BYTES, mask).fma(Lanes.broadcast(k + 0.1f), sum);
    }
    Lanes.store(sum, result, mask);
    boolean right = true;
    for (int i = 0; i < 2 * Lanes.LENGTH; i++) {
      float expected = i < columns ? product(matrix, i) : GUARD;
      right &= Lanes.get(result + 4L * i) == expected;
    }
    return right;
  }

  private static float product(long matrix, int column) {
    float sum = 0;
    for (int k = 0; k < TERMS; k++) {
      sum = Math.fma(Lanes.get(matrix + k * Lanes.BYTES + 4L * column), k + 0.1f, sum);
    }
    return sum;
  }
}
