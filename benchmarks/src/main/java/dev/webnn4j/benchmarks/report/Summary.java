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
            "%.3f GFLOP a dispatch at %.1f GFLOP/s, %.0f %% of the peak of %.0f; %.0f bytes of heap"
                + " a dispatch",
            outcome.gigaflop(),
            outcome.gigaflops(),
            100 * share(),
            peakGigaflops,
            outcome.ours().heapBytesPerDispatch()));
    lines.add(engine(outcome.ours()));
    for (Measurement peer : outcome.peers()) {
      lines.add(engine(peer));
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

  private static String engine(Measurement one) {
    ColdStart cold = one.coldStart();
    return line(
        "%-14s best %s, median %s ms; peak memory %s MB; build %s, first %s, tenth %s ms (%s)",
        one.contender(),
        milliseconds(one.bestNanoseconds()),
        milliseconds(one.medianNanoseconds()),
        megabytes(one.peakMemoryBytes()),
        milliseconds((double) cold.build()),
        milliseconds((double) cold.firstDispatch()),
        milliseconds((double) cold.tenthDispatch()),
        one.version());
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
