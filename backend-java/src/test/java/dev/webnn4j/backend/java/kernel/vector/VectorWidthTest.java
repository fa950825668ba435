package dev.webnn4j.backend.java.kernel.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import jdk.incubator.vector.VectorShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class VectorWidthTest {
  @Test
  void isWhatTheMachinePrefersUnlessSomebodyWantsLess() {
    assertEquals(VectorShape.preferredShape(), VectorWidth.shape(Optional.empty()));
    assertEquals(VectorShape.S_128_BIT, VectorWidth.shape(Optional.of("128")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "64", "100", "wide", "4096"})
  void mustBeOneThatTheMachineHas(String bits) {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> VectorWidth.shape(Optional.of(bits)));
    assertTrue(
        refused
            .getMessage()
            .startsWith("webnn.vectorBits is '" + bits + "'; on this machine it can be [128"),
        refused.getMessage());
  }

  @Test
  void vectorsWorkHere() {
    assertEquals(Optional.empty(), VectorCheck.failure());
  }
}
