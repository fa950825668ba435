package dev.webnn4j.benchmarks.compare;

import java.util.List;

/**
 * What a comparison came to.
 *
 * @param multiplyAdds of the network's convolutions and matrix products
 * @param refusals a sentence for each peer that cannot run the network
 */
public record Outcome(
    String model,
    int threads,
    long multiplyAdds,
    Measurement ours,
    List<Measurement> peers,
    List<String> refusals) {
  public Outcome {
    peers = List.copyOf(peers);
    refusals = List.copyOf(refusals);
  }

  public Ratio ratio(Measurement peer) {
    return Ratio.of(peer.times(), ours.times());
  }

  /** How fast we compute, by our median: a multiply-add is two operations. */
  public double gigaflops() {
    return 2.0 * multiplyAdds / ours.medianNanoseconds();
  }

  /** Operations of a dispatch, in thousands of millions. */
  public double gigaflop() {
    return 2e-9 * multiplyAdds;
  }
}
