package dev.webnn4j.benchmarks.report;

import dev.webnn4j.benchmarks.compare.ColdStart;
import dev.webnn4j.benchmarks.compare.Measurement;
import dev.webnn4j.benchmarks.compare.Outcome;
import dev.webnn4j.benchmarks.compare.Ratio;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * An outcome in words.
 *
 * @param peakGigaflops what the machine's arithmetic can do with as many threads
 */
public record Summary(Outcome outcome, double peakGigaflops) {
  /** For a terminal. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        line(
            "%.3f GFLOP a dispatch at %.1f GFLOP/s, %.0f %% of the peak of %.0f",
            outcome.gigaflop(), outcome.gigaflops(), 100 * share(), peakGigaflops));
    lines.addAll(engine(outcome.ours()));
    for (Measurement peer : outcome.peers()) {
      lines.addAll(engine(peer));
      Ratio ratio = outcome.ratio(peer);
      lines.add(
          line(
              "%s / %s: %.3f (rounds %.3f to %.3f)",
              peer.contender(),
              outcome.ours().contender(),
              ratio.ofMedians(),
              ratio.least(),
              ratio.greatest()));
    }
    return lines;
  }

  /** Of the peak. */
  double share() {
    return outcome.gigaflops() / peakGigaflops;
  }

  private static List<String> engine(Measurement one) {
    ColdStart cold = one.coldStart();
    return List.of(
        line(
            "%-14s best %s, median %s ms; peak memory %s MB (%s)",
            one.contender(),
            milliseconds(one.bestNanoseconds()),
            milliseconds(one.medianNanoseconds()),
            megabytes(one.peakMemoryBytes()),
            one.version()),
        line(
            "%-14s fresh process, median of %d: build %s, first dispatch %s, tenth %s ms, which is"
                + " %.2f of the median",
            "",
            cold.starts(),
            milliseconds(cold.build()),
            milliseconds(cold.firstDispatch()),
            milliseconds(cold.tenthDispatch()),
            one.tenthToMedian()),
        line(
            "%-14s heap a dispatch: %.0f bytes in the blocks, after warm-up; dispatches 101 to 200"
                + " of the process: %s",
            "",
            one.heapBytesPerDispatch(),
            cold.earlyHeapBytes().isPresent()
                ? line("%.0f bytes", cold.earlyHeapBytes().getAsDouble())
                : "not counted, since they take longer than the warm-up"));
  }

  /** Four digits, more or less. */
  static String milliseconds(double nanoseconds) {
    double milliseconds = nanoseconds / 1e6;
    return line(milliseconds < 10 ? "%.3f" : milliseconds < 100 ? "%.2f" : "%.1f", milliseconds);
  }

  static String megabytes(OptionalLong bytes) {
    return bytes.isPresent() ? Long.toString(Math.round(bytes.getAsLong() / 1e6)) : "?";
  }

  private static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
