package dev.webnn4j.backend.java;

import dev.webnn4j.backend.java.kernel.Tier;
import dev.webnn4j.backend.java.kernel.x64.X64;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which tier this process may use at most. */
final class Tiers {
  private static final System.Logger LOG = System.getLogger("dev.webnn4j");

  private Tiers() {}

  /**
   * The tier that {@code -Dwebnn.tier} forces, else the fastest this JVM can run; a tier it cannot
   * run is named once, with the reason.
   */
  static Tier fastest() {
    String forced = System.getProperty("webnn.tier", "");
    if (forced.isEmpty()) {
      return Detected.FASTEST;
    }
    Tier tier = parse(forced);
    if (tier.compareTo(Tier.VECTOR) >= 0 && !hasVectors()) {
      throw new IllegalArgumentException(
          "webnn.tier is '" + forced + "', which needs --add-modules jdk.incubator.vector");
    }
    if (tier == Tier.X64) {
      X64.obstacle()
          .ifPresent(
              reason -> {
                throw new IllegalArgumentException(
                    "webnn.tier is '" + forced + "', which cannot be used here: " + reason);
              });
    }
    return tier;
  }

  /** Why the tiers above this one are not used. */
  static Map<Tier, String> unused(Tier fastest) {
    Map<Tier, String> reasons = new EnumMap<>(Tier.class);
    for (Tier tier : Tier.values()) {
      if (tier.compareTo(fastest) > 0) {
        reasons.put(
            tier,
            hasVectors()
                ? "the context was asked for tier " + fastest.name().toLowerCase(Locale.ROOT)
                : "the module jdk.incubator.vector is missing; start Java with --add-modules"
                    + " jdk.incubator.vector");
      }
    }
    return reasons;
  }

  private static boolean hasVectors() {
    return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
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

  private static final class Detected {
    static final Tier FASTEST = detect();

    private static Tier detect() {
      if (hasVectors()) {
        Optional<String> obstacle = X64.obstacle();
        obstacle.ifPresent(
            reason ->
                LOG.log(
                    System.Logger.Level.INFO,
                    "WebNN4J runs on its vector tier, not in machine code: " + reason));
        return obstacle.isPresent() ? Tier.VECTOR : Tier.X64;
      }
      LOG.log(
          System.Logger.Level.WARNING,
          "WebNN4J runs on its scalar tier, which is slow: start Java with"
              + " --add-modules jdk.incubator.vector for the vector tier");
      return Tier.SCALAR;
    }
  }
}
