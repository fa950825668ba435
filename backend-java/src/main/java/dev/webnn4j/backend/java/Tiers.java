package dev.webnn4j.backend.java;

import dev.webnn4j.backend.java.kernel.Tier;
import dev.webnn4j.backend.java.kernel.x64.X64;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** Which tier this process may use at most. */
final class Tiers {
  private static final System.Logger LOG = System.getLogger("dev.webnn4j");

  /** A process says everything once. */
  private static final Set<String> SAID = ConcurrentHashMap.newKeySet();

  private Tiers() {}

  /**
   * What the choice depends on.
   *
   * @param hasVectors whether the JVM has the Vector API
   * @param obstacle why machine code cannot be used, if it cannot
   * @param log told why a faster tier is not used
   */
  record Host(
      boolean hasVectors,
      Supplier<Optional<String>> obstacle,
      BiConsumer<System.Logger.Level, String> log) {}

  /**
   * The tier that {@code -Dwebnn.tier} forces, else the fastest this JVM can run; a tier it cannot
   * run is named once, with the reason.
   */
  static Tier fastest() {
    boolean hasVectors = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    Host host = new Host(hasVectors, X64::obstacle, Tiers::logOnce);
    return choose(System.getProperty("webnn.tier", ""), host);
  }

  private static void logOnce(System.Logger.Level level, String message) {
    if (SAID.add(message)) {
      LOG.log(level, message);
    }
  }

  /**
   * @param forced the name of a tier, or nothing for the fastest
   * @throws IllegalArgumentException if the forced tier cannot be run
   */
  static Tier choose(String forced, Host host) {
    return forced.isEmpty() ? fastest(host) : forced(forced, host);
  }

  private static Tier forced(String name, Host host) {
    Tier tier = parse(name);
    if (tier.compareTo(Tier.VECTOR) >= 0 && !host.hasVectors()) {
      throw new IllegalArgumentException(
          "webnn.tier is '" + name + "', which needs --add-modules jdk.incubator.vector");
    }
    if (tier == Tier.X64) {
      host.obstacle()
          .get()
          .ifPresent(
              reason -> {
                throw new IllegalArgumentException(
                    "webnn.tier is '" + name + "', which cannot be used here: " + reason);
              });
    }
    return tier;
  }

  private static Tier parse(String name) {
    return Arrays.stream(Tier.values())
        .filter(tier -> tier.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "webnn.tier is '"
                        + name
                        + "'; it can be "
                        + Arrays.toString(Tier.values()).toLowerCase(Locale.ROOT)));
  }

  private static Tier fastest(Host host) {
    if (!host.hasVectors()) {
      host.log()
          .accept(
              System.Logger.Level.WARNING,
              "WebNN4J runs on its scalar tier, which is slow: start Java with"
                  + " --add-modules jdk.incubator.vector for the vector tier");
      return Tier.SCALAR;
    }
    Optional<String> obstacle = host.obstacle().get();
    obstacle.ifPresent(
        reason ->
            host.log()
                .accept(
                    System.Logger.Level.INFO,
                    "WebNN4J runs on its vector tier, not in machine code: " + reason));
    return obstacle.isPresent() ? Tier.VECTOR : Tier.X64;
  }
}
