package dev.webnn4j.benchmarks.child;

import java.util.Arrays;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Prints how many thousand million float32 operations a second so many threads reach, if they do
 * nothing but multiply and add in registers: the best of some rounds.
 */
public final class PeakMain {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

  /** Sums that do not wait for each other: more than two units times a latency of four or five. */
  private static final int SUMS = 12;

  private static final int TURNS = 200_000;
  private static final int ROUNDS = 60;

  private PeakMain() {}

  /** Takes the number of threads. */
  public static void main(String[] args) throws InterruptedException, ExecutionException {
    int threads = Integer.parseInt(args[0]);
    try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
      CyclicBarrier start = new CyclicBarrier(threads);
      long[][] nanoseconds = new long[threads][];
      for (Future<?> future :
          IntStream.range(0, threads)
              .mapToObj(
                  t ->
                      executor.submit(
                          () -> {
                            nanoseconds[t] = measure(start);
                            return true;
                          }))
              .toList()) {
        future.get();
      }
      double operations = 2.0 * SUMS * SPECIES.length() * TURNS * threads;
      System.out.println(operations / best(nanoseconds));
    }
  }

  /** Of the rounds, each as long as its slowest thread. */
  private static long best(long[][] nanoseconds) {
    return IntStream.range(0, ROUNDS)
        .mapToLong(
            round ->
                Arrays.stream(nanoseconds).mapToLong(thread -> thread[round]).max().orElseThrow())
        .min()
        .orElseThrow();
  }

  private static long[] measure(CyclicBarrier start) throws Exception {
    long[] nanoseconds = new long[ROUNDS];
    float check = 0;
    for (int round = 0; round < ROUNDS; round++) {
      start.await();
      long before = System.nanoTime();
      check += multiplyAndAdd(TURNS);
      nanoseconds[round] = System.nanoTime() - before;
    }
    if (!(check > 0)) {
      throw new IllegalStateException("the sums came to " + check);
    }
    return nanoseconds;
  }

  /** Each sum goes towards 2: half of itself and 1. */
  private static float multiplyAndAdd(int turns) {
    FloatVector half = FloatVector.broadcast(SPECIES, 0.5f);
    FloatVector one = FloatVector.broadcast(SPECIES, 1);
    FloatVector a = one;
    FloatVector b = one;
    FloatVector c = one;
    FloatVector d = one;
    FloatVector e = one;
    FloatVector f = one;
    FloatVector g = one;
    FloatVector h = one;
    FloatVector i = one;
    FloatVector j = one;
    FloatVector k = one;
    FloatVector l = one;
    for (int turn = 0; turn < turns; turn++) {
      a = a.fma(half, one);
      b = b.fma(half, one);
      c = c.fma(half, one);
      d = d.fma(half, one);
      e = e.fma(half, one);
      f = f.fma(half, one);
      g = g.fma(half, one);
      h = h.fma(half, one);
      i = i.fma(half, one);
      j = j.fma(half, one);
      k = k.fma(half, one);
      l = l.fma(half, one);
    }
    FloatVector sum =
        a.add(b).add(c).add(d).add(e).add(f).add(g).add(h).add(i).add(j).add(k).add(l);
    return sum.lane(0);
  }
}
