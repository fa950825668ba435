package dev.webnn4j.benchmarks.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.webnn4j.benchmarks.child.Block;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class StatisticsTest {
  private static Measurement measurement(Block... blocks) {
    return new Measurement(
        "engine",
        "1",
        List.of(blocks),
        new ColdStart(1, 3, 2, 60, OptionalDouble.empty()),
        OptionalLong.empty());
  }

  @Test
  void theMedianIsTheMiddleOne() {
    assertEquals(3, Statistics.median(List.of(9L, 1L, 3L)));
    assertEquals(2.5, Statistics.median(List.of(9L, 2L, 1L, 3L)));
    assertEquals(7, Statistics.median(List.of(7L)));
    assertThrows(IllegalArgumentException.class, () -> Statistics.median(List.of()));
  }

  @Test
  void aMeasurementLooksAtAllRounds() {
    Measurement one =
        measurement(new Block(900, List.of(10L, 30L, 20L)), new Block(400, List.of(50L, 40L)));
    assertEquals(30, one.medianNanoseconds());
    assertEquals(10, one.bestNanoseconds());
    assertEquals(2, one.tenthToMedian());
    assertEquals(200, one.heapBytesPerDispatch(), "of the round that allocated least");
  }

  @Test
  void theRatioIsOfAllMediansAndItsSpreadOfTheRounds() {
    Ratio ratio =
        Ratio.of(
            List.of(List.of(20L, 30L, 40L), List.of(10L, 10L, 10L)),
            List.of(List.of(10L, 10L, 10L), List.of(20L, 20L, 20L)));
    assertEquals(1, ratio.ofMedians(), "15 by 15");
    assertEquals(0.5, ratio.least());
    assertEquals(3, ratio.greatest());
  }

  @Test
  void aMultiplyAddIsTwoOperations() {
    Outcome outcome =
        new Outcome(
            "m",
            1,
            1_000_000,
            measurement(new Block(0, List.of(1_000_000L))),
            List.of(),
            List.of());
    assertEquals(2, outcome.gigaflops(), 1e-9);
    assertEquals(0.002, outcome.gigaflop(), 1e-9);
  }

  @Test
  void aWarmUpHasTimeForSoManyDispatches() {
    Effort effort = new Effort(1, 1, 1, 2);
    assertTrue(effort.warmsUpFor(200, 10_000_000));
    assertFalse(effort.warmsUpFor(201, 10_000_000));
  }

  @Test
  void aBlockHasARun() {
    assertThrows(IllegalArgumentException.class, () -> new Block(0, List.of()));
  }

  @Test
  void theBeginningIsTheMedianOfProcesses() {
    List<ColdStart.Start> starts =
        List.of(
            new ColdStart.Start(7, List.of(30L, 5L)),
            new ColdStart.Start(9, List.of(10L, 8L)),
            new ColdStart.Start(8, List.of(20L, 2L)));
    assertEquals(
        new ColdStart(3, 8, 20, 5, OptionalDouble.empty()),
        ColdStart.of(starts, OptionalDouble.empty()));
  }
}
