package dev.webnn4j.benchmarks.compare;

import dev.webnn4j.benchmarks.child.Contender;
import dev.webnn4j.benchmarks.engine.Engine;
import dev.webnn4j.benchmarks.network.Network;
import java.util.List;
import java.util.Optional;

/** Who is compared on a network. */
public final class Contests {
  private Contests() {}

  /**
   * Us against ONNX Runtime.
   *
   * @param tier the engine's tier that we are kept to, if any
   */
  public static Contest of(Network network, Optional<String> tier) {
    Contender ours =
        new Contender(
            Engine.WEBNN4J.id() + tier.map(name -> "-" + name).orElse(""),
            Engine.WEBNN4J,
            network.file(),
            tier.map(name -> List.of("-Dwebnn.tier=" + name)).orElse(List.of()));
    Contender peer =
        new Contender(Engine.ONNX_RUNTIME.id(), Engine.ONNX_RUNTIME, network.file(), List.of());
    return new Contest(network, ours, List.of(peer), Tolerance.FLOAT32);
  }
}
