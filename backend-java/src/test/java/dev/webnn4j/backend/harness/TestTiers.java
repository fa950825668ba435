package dev.webnn4j.backend.harness;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.webnn4j.backend.java.kernel.Tier;
import dev.webnn4j.backend.java.kernel.x64.Isa;
import dev.webnn4j.backend.java.kernel.x64.X64;
import java.util.List;
import java.util.Optional;

/** What a tier needs beside its kernels. */
public final class TestTiers {
  private TestTiers() {}

  /** What a tier's machine code is written for; skips the test if this machine cannot run it. */
  public static Optional<Isa> isa(Tier tier) {
    if (tier != Tier.X64) {
      return Optional.empty();
    }
    requireMachineCode();
    return Optional.of(X64.isa());
  }

  /**
   * The instruction sets to test; skips the test, and says why, if this machine can run no machine
   * code: over none of them a test would pass.
   */
  public static List<Isa> isas() {
    requireMachineCode();
    return X64.available();
  }

  /** Skips the test if this machine can run no machine code. */
  public static void requireMachineCode() {
    assumeTrue(X64.obstacle().isEmpty(), () -> "no machine code: " + X64.obstacle().orElseThrow());
  }
}
