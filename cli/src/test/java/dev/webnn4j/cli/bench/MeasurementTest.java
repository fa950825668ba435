package dev.webnn4j.cli.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.webnn4j.cli.bench.Measurement.Length;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How long is measured, and what memory is counted. */
class MeasurementTest {
  private static long tenthOfASecond() {
    return 100_000_000;
  }

  @Test
  void soManySecondsOfRuns() {
    Measurement measured =
        Measurement.of(MeasurementTest::tenthOfASecond, Length.ofSeconds(0.25), () -> false);
    assertEquals(3, measured.runs().size());
    assertEquals(10, measured.runsPerSecond());
  }

  @Test
  void soManyRuns() {
    assertEquals(
        4,
        Measurement.of(MeasurementTest::tenthOfASecond, Length.ofRuns(4), () -> false)
            .runs()
            .size());
  }

  @Test
  void anInterruptionLeavesWhatThereIs() {
    Measurement measured =
        Measurement.of(MeasurementTest::tenthOfASecond, Length.ofSeconds(1e30), () -> true);
    assertEquals(List.of(100_000_000L), measured.runs());
  }

  @Test
  void heapOfEveryThreadIsCounted() {
    long bytes =
        MemoryUse.heapBytes(
            () -> {
              Thread other = new Thread(() -> sink = new byte[1_000_000]);
              other.start();
              try {
                other.join();
              } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
              }
            },
            10);
    assertTrue(bytes >= 1_000_000 && bytes < 1_200_000, () -> "counted " + bytes);
  }

  private static volatile byte[] sink = {};
}
