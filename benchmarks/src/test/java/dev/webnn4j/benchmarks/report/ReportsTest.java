package dev.webnn4j.benchmarks.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.webnn4j.benchmarks.child.Block;
import dev.webnn4j.benchmarks.compare.ColdStart;
import dev.webnn4j.benchmarks.compare.Effort;
import dev.webnn4j.benchmarks.compare.Measurement;
import dev.webnn4j.benchmarks.compare.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told of made-up measurements. */
class ReportsTest {
  private static final Measurement OURS =
      new Measurement(
          "webnn4j",
          "0.1",
          List.of(
              new Block(300, List.of(2_000_000L, 1_000_000L, 3_000_000L)),
              new Block(600, List.of(2_000_000L))),
          new ColdStart(3, 800_000_000, 123_456_789, 2_500_000, OptionalDouble.of(5120)),
          OptionalLong.of(230_000_000));

  private static final Measurement PEER =
      new Measurement(
          "onnxruntime",
          "1.29.0",
          List.of(new Block(464, List.of(3_000_000L)), new Block(464, List.of(5_000_000L))),
          new ColdStart(3, 50_000_000, 41_000_000, 23_000_000, OptionalDouble.empty()),
          OptionalLong.empty());

  private static final Outcome BOTH =
      new Outcome("net", 2, 10_000_000, OURS, List.of(PEER), List.of());
  private static final Outcome ALONE =
      new Outcome("net_1025", 1, 10_000_000, OURS, List.of(), List.of("onnxruntime: too large"));

  @TempDir Path folder;

  @Test
  void jsonHasAnObjectForEachRatio() throws IOException {
    Path file = folder.resolve("out.json");
    JsonReport.write(List.of(BOTH, ALONE), file);
    assertEquals(
        """
        [ {
          "model" : "net",
          "ours" : "webnn4j",
          "peer" : "onnxruntime",
          "threads" : 2,
          "oursMedianMs" : 2.0,
          "peerMedianMs" : 4.0,
          "ratio" : 2.0
        } ]""",
        Files.readString(file).replace("\r\n", "\n"));
  }

  @Test
  void theTerminalShowsAll() {
    assertEquals(
        List.of(
            "0.020 GFLOP a dispatch at 10.0 GFLOP/s, 5 % of the peak of 200",
            "webnn4j        best 1.000, median 2.000 ms; peak memory 230 MB (0.1)",
            "               fresh process, median of 3: build 800.0, first dispatch 123.5, tenth 2.500 ms, which"
                + " is 1.25 of the median",
            "               heap a dispatch: 100 bytes in the blocks, after warm-up; dispatches 101"
                + " to 200 of the process: 5120 bytes",
            "onnxruntime    best 3.000, median 4.000 ms; peak memory ? MB (1.29.0)",
            "               fresh process, median of 3: build 50.00, first dispatch 41.00, tenth 23.00 ms, which"
                + " is 5.75 of the median",
            "               heap a dispatch: 464 bytes in the blocks, after warm-up; dispatches 101"
                + " to 200 of the process: not counted, since they take longer than the warm-up",
            "onnxruntime / webnn4j: 2.000 (rounds 1.500 to 2.500)"),
        new Summary(BOTH, 200).lines());
  }

  @Test
  void theTableSaysWhatTheNumbersDependOn() {
    Machine machine = new Machine("A CPU", 2, "A JVM 25", "-Xopt");
    String table =
        MarkdownTable.of(
            List.of(new Summary(BOTH, 200), new Summary(ALONE, 100)),
            machine,
            new Effort(3, 2, 1, 5),
            LocalDate.of(2026, 1, 31));
    assertEquals(
        """
        Measured on 2026-01-31: A CPU, 2 cores, A JVM 25; webnn4j 0.1, onnxruntime 1.29.0. Each process: `-Xopt`.
        2 rounds of a block of 1.0 s for each engine, after 5.0 s to warm up.

        | model | threads | engine | median ms | best ms | peer | median ms | best ms | peer / engine | rounds | GFLOP/s | of the peak |
        |---|---|---|---|---|---|---|---|---|---|---|---|
        | net | 2 | webnn4j | 2.000 | 1.000 | onnxruntime | 4.000 | 3.000 | 2.00 | 1.50 to 2.50 | 10.0 | 5 % |
        | net_1025 | 1 | webnn4j | 2.000 | 1.000 | - | - | - | - | - | 10.0 | 10 % |

        | model | threads | engine | build ms | first ms | tenth ms | tenth / median | peak memory MB | heap bytes a dispatch, in the blocks | heap bytes a dispatch, 101st to 200th |
        |---|---|---|---|---|---|---|---|---|---|
        | net | 2 | webnn4j | 800.0 | 123.5 | 2.500 | 1.25 | 230 | 100 | 5120 |
        | net | 2 | onnxruntime | 50.00 | 41.00 | 23.00 | 5.75 | ? | 464 | - |
        | net_1025 | 1 | webnn4j | 800.0 | 123.5 | 2.500 | 1.25 | 230 | 100 | 5120 |
        """,
        table);
  }
}
