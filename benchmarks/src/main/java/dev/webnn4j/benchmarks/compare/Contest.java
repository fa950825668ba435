package dev.webnn4j.benchmarks.compare;

import dev.webnn4j.benchmarks.child.Contender;
import dev.webnn4j.benchmarks.network.Network;
import java.util.List;

/**
 * Who is compared on what.
 *
 * @param network whose inputs all get, and whose outputs all must give
 * @param tolerance how well they must agree with each other, and with the network's examples
 */
public record Contest(Network network, Contender ours, List<Contender> peers, Tolerance tolerance) {
  public Contest {
    peers = List.copyOf(peers);
  }

  /**
   * @param other who gave the outputs that others are held against
   */
  Agreement agreementWith(String other) {
    return new Agreement(network.outputs(), tolerance, other);
  }
}
