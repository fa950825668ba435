package dev.webnn4j.benchmarks.compare;

import dev.webnn4j.benchmarks.child.Contender;
import dev.webnn4j.benchmarks.network.Network;
import java.util.List;

/**
 * Who is compared on what.
 *
 * @param network whose inputs all get, and whose outputs all must give
 */
public record Contest(Network network, Contender ours, List<Contender> peers) {
  public Contest {
    peers = List.copyOf(peers);
  }
}
