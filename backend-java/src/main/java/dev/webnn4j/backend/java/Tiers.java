package dev.webnn4j.backend.java;

import dev.webnn4j.backend.java.kernel.Tier;
import dev.webnn4j.backend.java.kernel.x64.X64;
import java.lang.foreign.MemorySegment;
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
   * @param missingOption what Java was started without and the vector tier needs, if anything
   * @param obstacle why machine code cannot be used, if it cannot
   * @param log told why a faster tier is not used
   */
  record Host(
      Supplier<Optional<String>> missingOption,
      Supplier<Optional<String>> obstacle,
      BiConsumer<System.Logger.Level, String> log) {}

  /**
   * The tier that {@code -Dwebnn.tier} forces, else the fastest this JVM can run; a tier it cannot
   * run is named once, with the reason.
   */
  static Tier fastest() {
    Host host = new Host(Tiers::missingOption, X64::obstacle, Tiers::logOnce);
    return choose(System.getProperty("webnn.tier", ""), host);
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
    Optional<String> missing = tier == Tier.SCALAR ? Optional.empty() : host.missingOption().get();
    if (missing.isPresent()) {
      throw new IllegalArgumentException(
          "webnn.tier is '" + name + "', which needs " + missing.get());
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
    Optional<String> missing = host.missingOption().get();
    if (missing.isPresent()) {
      host.log()
          .accept(
              System.Logger.Level.WARNING,
              "WebNN4J runs on its scalar tier, which is slow: start Java with "
                  + missing.get()
                  + " for the vector tier");
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
