package dev.webnn4j.benchmarks.report;

import dev.webnn4j.benchmarks.compare.ColdStart;
import dev.webnn4j.benchmarks.compare.Effort;
import dev.webnn4j.benchmarks.compare.Measurement;
import dev.webnn4j.benchmarks.compare.Outcome;
import dev.webnn4j.benchmarks.compare.Ratio;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The tables of the documentation, with all that the numbers depend on. */
public final class MarkdownTable {
  private MarkdownTable() {}

  /**
   * @param date when it was measured
   */
  public static String of(List<Summary> summaries, Machine machine, Effort effort, LocalDate date) {
    List<String> lines = new ArrayList<>();
    lines.add(
        line(
            "Measured on %s: %s, %d cores, %s; %s. Each process: `%s`.",
            date,
            machine.cpu(),
            machine.cores(),
            machine.java(),
            String.join(", ", engines(summaries)),
            machine.jvmOptions()));
    lines.add(
        line(
            "%d rounds of a block of %.1f s for each engine, after %.1f s to warm up.",
            effort.rounds(), effort.blockSeconds(), effort.warmUpSeconds()));
    lines.add("");
    lines.addAll(speed(summaries));
    lines.add("");
    lines.addAll(costs(summaries));
    return String.join("\n", lines) + "\n";
  }

  private static Set<String> engines(List<Summary> summaries) {
    Set<String> engines = new LinkedHashSet<>();
    for (Summary summary : summaries) {
      measurements(summary.outcome())
          .forEach(one -> engines.add(one.contender() + " " + one.version()));
    }
    return engines;
  }

  private static Stream<Measurement> measurements(Outcome outcome) {
    return Stream.concat(Stream.of(outcome.ours()), outcome.peers().stream());
  }

  private static List<String> speed(List<Summary> summaries) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "| model | threads | engine | median ms | best ms | peer | median ms | best ms"
            + " | peer / engine | rounds | GFLOP/s | of the peak |");
    lines.add("|---|---|---|---|---|---|---|---|---|---|---|---|");
    for (Summary summary : summaries) {
      Outcome outcome = summary.outcome();
      String ours =
          line("| %s | %d | %s |", outcome.model(), outcome.threads(), times(outcome.ours()));
      String rate = line(" %.1f | %.0f %% |", outcome.gigaflops(), 100 * summary.share());
      for (Measurement peer : outcome.peers()) {
        Ratio ratio = outcome.ratio(peer);
        lines.add(
            ours
                + line(
                    " %s | %.2f | %.2f to %.2f |",
                    times(peer), ratio.ofMedians(), ratio.least(), ratio.greatest())
                + rate);
      }
      if (outcome.peers().isEmpty()) {
        lines.add(ours + " - | - | - | - | - |" + rate);
      }
    }
    return lines;
  }

  private static String times(Measurement one) {
    return line(
        "%s | %s | %s",
        one.contender(),
        Summary.milliseconds(one.medianNanoseconds()),
        Summary.milliseconds(one.bestNanoseconds()));
  }

  private static List<String> costs(List<Summary> summaries) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "| model | threads | engine | build ms | first ms | tenth ms | tenth / median"
            + " | peak memory MB | heap bytes a dispatch, in the blocks"
            + " | heap bytes a dispatch, 101st to 200th |");
    lines.add("|---|---|---|---|---|---|---|---|---|---|");
    for (Summary summary : summaries) {
      Outcome outcome = summary.outcome();
      measurements(outcome)
          .forEach(
              one -> {
                ColdStart cold = one.coldStart();
                lines.add(
                    line(
                        "| %s | %d | %s | %s | %s | %s | %.2f | %s | %.0f | %s |",
                        outcome.model(),
                        outcome.threads(),
                        one.contender(),
                        Summary.milliseconds(cold.build()),
                        Summary.milliseconds(cold.firstDispatch()),
                        Summary.milliseconds(cold.tenthDispatch()),
                        one.tenthToMedian(),
                        Summary.megabytes(one.peakMemoryBytes()),
                        one.heapBytesPerDispatch(),
                        cold.earlyHeapBytes().isPresent()
                            ? line("%.0f", cold.earlyHeapBytes().getAsDouble())
                            : "-"));
              });
    }
    return lines;
  }

  private static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
