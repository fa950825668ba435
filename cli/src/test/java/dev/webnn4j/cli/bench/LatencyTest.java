package dev.webnn4j.cli.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatencyTest {
  @Test
  void percentilesOfAHundred() {
    List<Long> times = new ArrayList<>(LongStream.rangeClosed(1, 100).boxed().toList());
    Collections.reverse(times);
    Latency latency = Latency.of(times);
    assertEquals(new Latency(1, 51, 50, 90, 95, 99, 100), latency);
  }

  @Test
  void oneTimeIsEverything() {
    assertEquals(new Latency(7, 7, 7, 7, 7, 7, 7), Latency.of(List.of(7L)));
  }

  @Test
  void theMedianOfAnOddNumberIsTheOneInTheMiddle() {
    assertEquals(5, Latency.of(List.of(9L, 1L, 5L)).median());
  }

  @Test
  void timesVaryIfTheSlowestTenthIsAQuarterAboveTheMedian() {
    assertFalse(Latency.of(List.of(100L, 100L, 100L, 125L)).varies());
    assertTrue(Latency.of(List.of(100L, 100L, 100L, 126L)).varies());
  }
}
