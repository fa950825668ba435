package dev.webnn4j.backend.java.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.webnn4j.op.ConvTranspose2d;
import dev.webnn4j.op.Window2d;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class TransposedPhaseTest {
  /** That a tap adds a pixel of the input to one of the result. */
  private record Meeting(int output, int tap, int input) {}

  private static ConvTranspose2d.Geometry image(ConvTranspose2d.Axis height) {
    ConvTranspose2d.Axis width = new ConvTranspose2d.Axis(1, 1, 1, 1, 1, 0);
    return new ConvTranspose2d.Geometry(1, 1, 1, 1, height, width);
  }

  /** By definition: the input is scattered. */
  private static Set<Meeting> scattered(ConvTranspose2d.Axis axis) {
    Set<Meeting> meetings = new HashSet<>();
    for (int input = 0; input < axis.input(); input++) {
      for (int tap = 0; tap < axis.window(); tap++) {
        int output = input * axis.stride() + tap * axis.dilation() - axis.begin();
        if (output >= 0 && output < axis.output()) {
          meetings.add(new Meeting(output, tap, input));
        }
      }
    }
    return meetings;
  }

  /** By the phases' convolutions: the input is gathered. */
  private static Set<Meeting> gathered(List<TransposedPhase> phases) {
    Set<Meeting> meetings = new HashSet<>();
    for (TransposedPhase phase : phases) {
      Window2d.Axis slid = phase.height().slid();
      for (int output = 0; output < slid.output(); output++) {
        for (int tap = 0; tap < slid.window(); tap++) {
          int input = output * slid.stride() + tap * slid.dilation() - slid.begin();
          if (input >= 0 && input < slid.input()) {
            meetings.add(new Meeting(phase.height().pixel(output), phase.height().tap(tap), input));
          }
        }
      }
    }
    return meetings;
  }

  @Test
  void phasesGatherWhatTheDefinitionScatters() {
    for (int code = 0; code < 4 * 4 * 4 * 4 * 5; code++) {
      int stride = code % 4 + 1;
      int dilation = code / 4 % 4 + 1;
      int window = code / 16 % 4 + 1;
      int input = code / 64 % 4 + 1;
      int begin = code / 256;
      for (int added = 0; added < stride; added++) {
        int output = (input - 1) * stride + (window - 1) * dilation + 1 - begin + added;
        if (output >= 1) {
          var axis = new ConvTranspose2d.Axis(input, output, window, stride, dilation, begin);
          List<TransposedPhase> phases = TransposedPhase.of(image(axis));
          assertEquals(scattered(axis), gathered(phases), axis.toString());
          assertEquals(
              phases.stream().mapToInt(phase -> phase.height().slid().output()).sum() == output,
              TransposedPhase.cover(phases, image(axis)),
              axis.toString());
        }
      }
    }
  }

  @Test
  void eachTapIsInOnePhase() {
    var axis = new ConvTranspose2d.Axis(5, 18, 4, 3, 2, 1);
    List<TransposedPhase> phases = TransposedPhase.of(image(axis));
    assertEquals(List.of(2, 1, 0), phases.stream().map(phase -> phase.height().origin()).toList());
    assertEquals(
        List.of(2, 1, 1), phases.stream().map(phase -> phase.height().slid().window()).toList());
  }

  /** Three taps, of which only the second meets the input, the others 2^31 pixels away. */
  @Test
  void tapsFarAwayAreInNoPhase() {
    int far = Integer.MAX_VALUE;
    var axis = new ConvTranspose2d.Axis(1, 1, 3, 1, far, far);
    TransposedPhase.Axis only = TransposedPhase.of(image(axis)).getFirst().height();
    assertEquals(1, only.lastTap());
    assertEquals(new Window2d.Axis(1, 1, 1, 1, far, 0, 0), only.slid());
  }
}
