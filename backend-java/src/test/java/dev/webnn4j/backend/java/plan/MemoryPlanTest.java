package dev.webnn4j.backend.java.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.backend.harness.Draw;
import dev.webnn4j.graph.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;

final class MemoryPlanTest {
  private static MemoryPlan.Lifetime life(int bytes, int from, int to) {
    MLOperandDescriptor type = MLOperandDescriptor.of(MLOperandDataType.UINT8, bytes);
    return new MemoryPlan.Lifetime(new Value(type, "v"), from, to);
  }

  @Test
  void aResultInPlaceTakesItsOperandsMemoryForBothTheirLives() {
    MemoryPlan.Lifetime first = life(100, 0, 1);
    MemoryPlan.Lifetime second = life(100, 1, 2);
    MemoryPlan.Lifetime third = life(100, 2, 4);
    MemoryPlan.Lifetime other = life(100, 3, 4);
    MemoryPlan plan =
        MemoryPlan.of(
            List.of(first, second, third, other),
            Map.of(second.value(), first.value(), third.value(), first.value()));
    long place = plan.offsets().get(first.value());
    assertEquals(place, plan.offsets().get(second.value()));
    assertEquals(place, plan.offsets().get(third.value()));
    assertNotEquals(place, plan.offsets().get(other.value()));
    assertEquals(256, plan.size());
    assertEquals(512, plan.unshared());
  }

  @Test
  void valuesThatFollowEachOtherShareMemory() {
    MemoryPlan plan = MemoryPlan.of(List.of(life(100, 0, 1), life(100, 1, 2), life(100, 2, 3)));
    assertEquals(256, plan.size());
    assertEquals(384, plan.unshared());
  }

  @Property(tries = 300, shrinking = ShrinkingMode.OFF)
  void whatLivesAtOnceDoesNotOverlap(@ForAll long seed) {
    Draw draw = new Draw(seed);
    List<MemoryPlan.Lifetime> lives = new ArrayList<>();
    for (int i = draw.between(1, 20); i > 0; i--) {
      int from = draw.between(0, 15);
      lives.add(life(draw.between(1, 1000), from, from + draw.between(0, 6)));
    }
    MemoryPlan plan = MemoryPlan.of(lives);
    for (MemoryPlan.Lifetime a : lives) {
      long start = plan.offsets().get(a.value());
      long end = start + a.value().type().byteLength();
      assertTrue(start % 64 == 0 && end <= plan.size());
      for (MemoryPlan.Lifetime b : lives) {
        long other = plan.offsets().get(b.value());
        boolean together = !a.equals(b) && a.from() <= b.to() && b.from() <= a.to();
        assertTrue(
            !together || other >= end || other + b.value().type().byteLength() <= start,
            () -> a + " and " + b + " overlap in " + plan);
      }
    }
  }
}
