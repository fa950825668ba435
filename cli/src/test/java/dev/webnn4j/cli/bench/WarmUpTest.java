package dev.webnn4j.cli.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.LongSupplier;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

/** When times count as settled. The time is a number here; nothing waits. */
class WarmUpTest {
  private static final long MS = 1_000_000;
  private static final long LONGEST = 30_000 * MS;

  /** Runs of so many milliseconds, by their number from 0. */
  private static LongSupplier runs(LongUnaryOperator ms) {
    int[] run = {0};
    return () -> ms.applyAsLong(run[0]++) * MS;
  }

  private static long notCompiling() {
    return 0;
  }

  @Test
  void threeWindowsOfEqualTimesAreEnough() {
    WarmUp warmUp =
        WarmUp.of(runs(i -> i == 0 ? 400 : 40), WarmUpTest::notCompiling, LONGEST, () -> false);
    assertTrue(warmUp.settled());
    assertEquals("warm-up: 16 runs in 1.0 s until settled (first 400.0 ms)", warmUp.line());
  }

  @Test
  void aWindowIsLongEvenIfRunsAreShort() {
    WarmUp warmUp = WarmUp.of(runs(i -> 1), WarmUpTest::notCompiling, LONGEST, () -> false);
    assertEquals(1 + 3 * 200, warmUp.runs());
  }

  @Test
  void timesThatStillFallAreNotSettled() {
    // The first five windows have medians of 90 to 50 ms, all others 40 ms.
    WarmUp warmUp =
        WarmUp.of(
            runs(i -> Math.max(40, 100 - 10 * Math.ceilDiv(i, 5))),
            WarmUpTest::notCompiling,
            LONGEST,
            () -> false);
    assertTrue(warmUp.settled());
    assertEquals(1 + 8 * 5, warmUp.runs());
  }

  @Test
  void fewSlowRunsAmongManyDoNotMatter() {
    WarmUp warmUp =
        WarmUp.of(runs(i -> i % 5 == 0 ? 200 : 40), WarmUpTest::notCompiling, LONGEST, () -> false);
    assertTrue(warmUp.settled());
    assertEquals(16, warmUp.runs());
  }

  @Test
  void timesAreNotSettledWhileTheJvmCompiles() {
    long[] compiling = {0};
    int[] windows = {0};
    // Asked before and after each window: the compilers are busy in the first four.
    LongSupplier busy = () -> windows[0]++ < 8 ? compiling[0] += 100 : compiling[0];
    WarmUp warmUp = WarmUp.of(runs(i -> 40), busy, LONGEST, () -> false);
    assertTrue(warmUp.settled());
    assertEquals(1 + 7 * 5, warmUp.runs());
  }

  @Test
  void whatNeverSettlesEndsAndSaysSo() {
    WarmUp warmUp =
        WarmUp.of(
            runs(i -> Math.ceilDiv(i, 5) % 2 == 0 ? 400 : 500),
            WarmUpTest::notCompiling,
            LONGEST,
            () -> false);
    assertFalse(warmUp.settled());
    assertEquals(
        "warm-up: 67 runs in 30.3 s, not settled: the last medians are 500.0, 400.0, 500.0 ms"
            + " (first 400.0 ms)",
        warmUp.line());
  }

  @Test
  void thereIsOneRunHoweverShortTheTime() {
    WarmUp warmUp = WarmUp.of(runs(i -> 7), WarmUpTest::notCompiling, 0, () -> false);
    assertEquals("warm-up: 1 run in 0.0 s, not settled (first 7.000 ms)", warmUp.line());
  }

  @Test
  void itEndsWhenItIsTold() {
    int[] asked = {0};
    WarmUp warmUp =
        WarmUp.of(runs(i -> 40), WarmUpTest::notCompiling, LONGEST, () -> ++asked[0] > 3);
    assertFalse(warmUp.settled());
    assertEquals(3, warmUp.runs());
  }
}
