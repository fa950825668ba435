package dev.webnn4j.backend.java;

import dev.webnn4j.backend.java.kernel.Tier;
import dev.webnn4j.backend.java.kernel.vector.VectorCheck;
import dev.webnn4j.backend.java.kernel.vector.VectorWidth;
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
    if (hasVectors()) {
      VectorWidth.require();
    }
    if (forced.isEmpty()) {
      return Detected.FASTEST;
    }
    Tier tier = parse(forced);
    obstacle(tier)
        .ifPresent(
            reason -> {
              throw new IllegalArgumentException(
                  "webnn.tier is '" + forced + "', which cannot run: " + reason);
            });
    return tier;
  }

  /** Why the tiers above this one are not used. */
  static Map<Tier, String> unused(Tier fastest) {
    Map<Tier, String> reasons = new EnumMap<>(Tier.class);
    for (Tier tier : Tier.values()) {
      if (tier.compareTo(fastest) > 0) {
        String asked = "the context was asked for tier " + fastest.name().toLowerCase(Locale.ROOT);
        reasons.put(tier, obstacle(tier).orElse(asked));
      }
    }
    return reasons;
  }

  /** Why a tier cannot run here, or nothing. */
  private static Optional<String> obstacle(Tier tier) {
    return switch (tier) {
      case SCALAR -> Optional.empty();
      case VECTOR -> Vectors.FAILURE;
      // Beside machine code this tier has the vector tier's kernels.
      case X64 -> Vectors.FAILURE.or(X64::obstacle);
    };
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

  /** Found out once a process, when a context first asks. */
  private static final class Vectors {
    /** Why the vector tier cannot run. */
    static final Optional<String> FAILURE = check();

    private static Optional<String> check() {
      if (!hasVectors()) {
        return Optional.of("start Java with --add-modules jdk.incubator.vector");
      }
      Optional<String> failure = VectorCheck.failure();
      if (failure.isEmpty()) {
        LOG.log(System.Logger.Level.DEBUG, VectorWidth::describe);
      }
      return failure;
    }
  }

  private static final class Detected {
    static final Tier FASTEST = detect();

    private static Tier detect() {
      Vectors.FAILURE.ifPresent(
          reason ->
              LOG.log(
                  System.Logger.Level.WARNING,
                  "WebNN4J runs on its scalar tier, which is slow, and not on the vector tier: "
                      + reason));
      if (Vectors.FAILURE.isPresent()) {
        return Tier.SCALAR;
      }
      Optional<String> obstacle = obstacle(Tier.X64);
      obstacle.ifPresent(
          reason ->
              LOG.log(
                  System.Logger.Level.INFO,
                  "WebNN4J runs on its vector tier and not in machine code: " + reason));
      return obstacle.isPresent() ? Tier.VECTOR : Tier.X64;
    }
  }
}
