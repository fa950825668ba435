package dev.webnn4j.backend.fuzz;

import dev.webnn4j.backend.java.kernel.Tier;
import dev.webnn4j.backend.java.kernel.x64.Isa;
import dev.webnn4j.backend.java.kernel.x64.X64;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * Engines of one kind that must agree to the bit.
 *
 * @param one the one that is judged
 * @param others with other numbers of threads
 */
record Engines(Engine one, List<Engine> others) implements AutoCloseable {
  /** Every tier, and the x64 tier with every instruction set that this process can run. */
  static List<Engines> open() {
    List<Engines> all = new ArrayList<>();
    for (Tier tier : List.of(Tier.SCALAR, Tier.VECTOR)) {
      all.add(of(threads -> new Engine(tier, threads)));
    }
    for (Isa isa : X64.available()) {
      all.add(of(threads -> new Engine(isa, threads)));
    }
    if (X64.available().isEmpty()) {
      System.out.println("random graphs: without the x64 tier: " + X64.obstacle().orElse(""));
    }
    return List.copyOf(all);
  }

  private static Engines of(IntFunction<Engine> withThreads) {
    return new Engines(withThreads.apply(2), List.of(withThreads.apply(1), withThreads.apply(3)));
  }

  Stream<Engine> all() {
    return Stream.concat(Stream.of(one), others.stream());
  }

  @Override
  public void close() {
    all().forEach(Engine::close);
  }
}
