package dev.webnn4j.backend.java;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.webnn4j.MLContextOptions;
import dev.webnn4j.backend.java.kernel.Tier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which tier is taken, and what is said about those that are not. */
final class TiersTest {
  private static final String NO_CODE = "the system refuses to make memory executable";

  private final List<String> said = new ArrayList<>();

  private Tiers.Host host(Optional<String> missingOption, Optional<String> obstacle) {
    return new Tiers.Host(
        () -> missingOption,
        Optional::empty,
        () -> obstacle,
        (level, message) -> said.add(level + ": " + message));
  }

  private Tiers.Host complete() {
    return host(Optional.empty(), Optional.empty());
  }

  @Test
  void theFastestIsTakenWithoutAWord() {
    assertEquals(Tier.X64, Tiers.choose("", complete()));
    assertEquals(List.of(), said);
  }

  @Test
  void whereMachineCodeIsRefusedTheVectorTierSaysSo() {
    assertEquals(Tier.VECTOR, Tiers.choose("", host(Optional.empty(), Optional.of(NO_CODE))));
    assertEquals(
        List.of("INFO: WebNN4J runs on its vector tier, not in machine code: " + NO_CODE), said);
  }

  @Test
  void withoutTheVectorTiersOptionsTheScalarTierSaysWhatToDo() {
    Optional<String> option = Optional.of("--add-modules jdk.incubator.vector");
    assertEquals(Tier.SCALAR, Tiers.choose("", host(option, Optional.empty())));
    assertEquals(
        List.of(
            "WARNING: WebNN4J runs on its scalar tier, which is slow, and not on the vector tier:"
                + " start Java with --add-modules jdk.incubator.vector"),
        said);
  }

  @Test
  void aForcedTierIsTakenWithoutAWord() {
    for (Tier tier : Tier.values()) {
      assertEquals(tier, Tiers.choose(tier.toString(), complete()));
    }
    Optional<String> nothing = Optional.of("not asked");
    assertEquals(Tier.SCALAR, Tiers.choose("scalar", host(nothing, nothing)));
    assertEquals(Tier.VECTOR, Tiers.choose("vector", host(Optional.empty(), nothing)));
    assertEquals(List.of(), said);
  }

  private void refuses(String message, String forced, Tiers.Host host) {
    assertEquals(
        message,
        assertThrows(IllegalArgumentException.class, () -> Tiers.choose(forced, host))
            .getMessage());
  }

  @Test
  void aForcedTierThatCannotBeUsedIsAnError() {
    refuses(
        "webnn.tier is 'x64', which cannot run: " + NO_CODE,
        "x64",
        host(Optional.empty(), Optional.of(NO_CODE)));
    refuses(
        "webnn.tier is 'vector', which cannot run: start Java with --enable-native-access=dev.webnn4j.backend",
        "vector",
        host(Optional.of("--enable-native-access=dev.webnn4j.backend"), Optional.empty()));
    refuses("webnn.tier is 'fast'; it can be [scalar, vector, x64]", "fast", complete());
  }

  @Test
  void anUnknownInstructionSetIsAnErrorEachTime() {
    System.setProperty("webnn.isa", "sse2");
    try {
      for (int i = 0; i < 2; i++) {
        assertEquals(
            "webnn.isa is 'sse2'; it can be [avx2, avx512]",
            assertThrows(
                    IllegalArgumentException.class,
                    () -> JavaBackend.open(MLContextOptions.DEFAULT))
                .getMessage());
      }
    } finally {
      System.clearProperty("webnn.isa");
    }
  }
}
