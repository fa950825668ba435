package dev.webnn4j.backend.java;

import dev.webnn4j.backend.java.kernel.Tier;
import dev.webnn4j.backend.java.kernel.vector.VectorCheck;
import dev.webnn4j.backend.java.kernel.vector.VectorWidth;
import dev.webnn4j.backend.java.kernel.x64.X64;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
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
   * @param missingOption what Java was started without and the vector tier needs, if anything
   * @param failure what is wrong with the vectors of this JVM, if anything
   * @param obstacle why machine code cannot be used, if it cannot
   * @param log told why a faster tier is not used
   */
  record Host(
      Supplier<Optional<String>> missingOption,
      Supplier<Optional<String>> failure,
      Supplier<Optional<String>> obstacle,
      BiConsumer<System.Logger.Level, String> log) {

    /** Why a tier cannot run here, in words that say what to do where something can be done. */
    Optional<String> obstacleTo(Tier tier) {
      return switch (tier) {
        case SCALAR -> Optional.empty();
        case VECTOR -> missingOption.get().map(option -> "start Java with " + option).or(failure);
        // Beside machine code this tier has the vector tier's kernels.
        case X64 -> obstacleTo(Tier.VECTOR).or(obstacle);
      };
    }
  }

  private static final Host HOST =
      new Host(Tiers::missingOption, () -> Vectors.FAILURE, X64::obstacle, Tiers::logOnce);

  /** Found out once a process, when a context first asks. */
  private static final class Vectors {
    static final Optional<String> FAILURE = check();

    private static Optional<String> check() {
      Optional<String> failure = VectorCheck.failure();
      if (failure.isEmpty()) {
        LOG.log(System.Logger.Level.DEBUG, VectorWidth::describe);
      }
      return failure;
    }
  }

  /**
   * The tier that {@code -Dwebnn.tier} forces, else the fastest this JVM can run; a tier it cannot
   * run is named once, with the reason.
   */
  static Tier fastest() {
    if (missingOption().isEmpty()) {
      VectorWidth.require();
    }
    return choose(System.getProperty("webnn.tier", ""), HOST);
  }

  /** Why the tiers above this one are not used. */
  static Map<Tier, String> unused(Tier fastest) {
    Map<Tier, String> reasons = new EnumMap<>(Tier.class);
    for (Tier tier : Tier.values()) {
      if (tier.compareTo(fastest) > 0) {
        String asked = "the context was asked for tier " + fastest.name().toLowerCase(Locale.ROOT);
        reasons.put(tier, HOST.obstacleTo(tier).orElse(asked));
      }
    }
    return reasons;
  }

  private static Optional<String> missingOption() {
    if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
      return Optional.of("--add-modules jdk.incubator.vector");
    }
    try {
      MemorySegment _ = MemorySegment.NULL.reinterpret(1);
      return Optional.empty();
    } catch (IllegalCallerException noNativeAccess) {
      Module module = Tiers.class.getModule();
      return Optional.of(
          "--enable-native-access=" + (module.isNamed() ? module.getName() : "ALL-UNNAMED"));
    }
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
    host.obstacleTo(tier)
        .ifPresent(
            reason -> {
              throw new IllegalArgumentException(
                  "webnn.tier is '" + name + "', which cannot run: " + reason);
            });
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
    Optional<String> noVectors = host.obstacleTo(Tier.VECTOR);
    if (noVectors.isPresent()) {
      host.log()
          .accept(
              System.Logger.Level.WARNING,
              "WebNN4J runs on its scalar tier, which is slow, and not on the vector tier: "
                  + noVectors.get());
      return Tier.SCALAR;
    }
    Optional<String> noCode = host.obstacleTo(Tier.X64);
    noCode.ifPresent(
        reason ->
            host.log()
                .accept(
                    System.Logger.Level.INFO,
                    "WebNN4J runs on its vector tier, not in machine code: " + reason));
    return noCode.isPresent() ? Tier.VECTOR : Tier.X64;
  }
}
