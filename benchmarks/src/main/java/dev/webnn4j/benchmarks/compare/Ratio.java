package dev.webnn4j.benchmarks.compare;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How many times as long a peer takes as we do.
 *
 * @param ofMedians the median of all its times by the median of all ours
 * @param least of the ratios of the rounds, each of the medians of the round's two blocks
 * @param greatest of them
 */
public record Ratio(double ofMedians, double least, double greatest) {
  static Ratio of(List<List<Long>> peer, List<List<Long>> ours) {
    double[] rounds =
        IntStream.range(0, ours.size())
            .mapToDouble(
                round -> Statistics.median(peer.get(round)) / Statistics.median(ours.get(round)))
            .sorted()
            .toArray();
    return new Ratio(
        Statistics.median(Statistics.all(peer)) / Statistics.median(Statistics.all(ours)),
        rounds[0],
        rounds[rounds.length - 1]);
  }
}
