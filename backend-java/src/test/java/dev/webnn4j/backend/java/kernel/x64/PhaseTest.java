package dev.webnn4j.backend.java.kernel.x64;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.webnn4j.op.Window2d;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class PhaseTest {
  @Test
  void everyTapOfEveryPixelIsWhereTheDefinitionSays() {
    SmallAxes.forEach(PhaseTest::check);
  }

  private static void check(Window2d.Axis axis) {
    List<Integer> outputs = new ArrayList<>();
    for (Phase phase : Phase.of(axis)) {
      for (int i = 0; i < phase.outputCount(); i++) {
        int output = phase.outputFirst() + i * phase.step();
        outputs.add(output);
        for (int tap = 0; tap < axis.window(); tap++) {
          int expected = SmallAxes.pixel(axis, output, tap);
          int local = i * axis.stride() - phase.begin() + tap * Phase.dilationWithin(axis);
          boolean exists = phase.hasInput(local);
          assertEquals(SmallAxes.isInside(axis, expected), exists, () -> axis + ", " + phase);
          if (exists) {
            assertEquals(
                expected, phase.inputFirst() + local * phase.step(), () -> axis + ", " + phase);
          }
        }
      }
    }
    assertEquals(
        IntStream.range(0, axis.output()).boxed().toList(), outputs.stream().sorted().toList());
  }

  /** Kernels size their memory by it. */
  @Test
  void noPhaseHasMoreResultsThanTheFirst() {
    SmallAxes.forEach(
        axis -> {
          List<Phase> phases = Phase.of(axis);
          assertTrue(
              phases.stream()
                  .allMatch(phase -> phase.outputCount() <= phases.getFirst().outputCount()),
              () -> phases.toString());
        });
  }

  @Test
  void windowsOfOneStepAreDenseWithinAPhase() {
    SmallAxes.forEach(
        axis ->
            assertEquals(
                axis.stride() == 1 ? 1 : axis.dilation(),
                Phase.dilationWithin(axis),
                axis::toString));
  }
}
