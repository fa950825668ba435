package dev.webnn4j.backend.java.kernel.x64;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.webnn4j.backend.harness.Draw;
import dev.webnn4j.backend.harness.GuardedContext;
import dev.webnn4j.op.Window2d;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;

final class PhasePartsTest {
  private static final int BATCH = 2;

  /** Each pixel of output is in one part, and each part knows which rows of input it has. */
  @Property(tries = 500, shrinking = ShrinkingMode.OFF)
  void partsCoverTheImages(@ForAll long seed) {
    Draw draw = new Draw(seed);
    Window2d image = new Window2d(SmallAxes.any(draw, 5), SmallAxes.any(draw, 5));
    PhaseParts parts = new PhaseParts(BATCH, image, 8, 12, draw.between(1, 4), draw.between(1, 5));
    int height = image.height().output();
    int width = image.width().output();
    int[] covered = new int[BATCH * height * width];
    String what = "seed " + seed + ", " + parts;
    try (GuardedContext context = GuardedContext.of(Isa.AVX2, true)) {
      Map<CallList, PhaseParts.Shape> shapes = new HashMap<>();
      for (RecordedKernel.Part part : record(parts, context, shapes)) {
        PhaseParts.Shape shape = shapes.get(part.calls());
        Phase columns = Phase.of(image.width()).get(shape.column());
        int step = Phase.of(image.height()).getFirst().step();
        long pixel = part.result() / 12;
        int number = (int) (pixel / width / height);
        for (int row = 0; row < shape.rows(); row++) {
          for (int column = 0; column < columns.outputCount(); column++) {
            covered[(int) pixel + row * step * width + column * columns.step()]++;
          }
        }
        long from = part.input() / 8 - columns.inputFirst();
        long top = from / image.width().input() - (long) number * image.height().input();
        long under = DepthwiseWindow.of(image.height(), image.width()).inputSpan(shape.rows());
        for (long row = 0; row < under; row++) {
          long y = top + row * step;
          assertEquals(y >= 0 && y < image.height().input(), shape.hasInput(row), what);
        }
      }
    }
    assertTrue(Arrays.stream(covered).allMatch(times -> times == 1), what);
  }

  private static List<RecordedKernel.Part> record(
      PhaseParts parts, GuardedContext context, Map<CallList, PhaseParts.Shape> shapes) {
    return parts.record(
        shape -> {
          CallList calls = new CallList.Recorder(context).finish();
          shapes.put(calls, shape);
          return calls;
        });
  }

  @Test
  void largeImagesHaveFewCalls() {
    Window2d image = new Window2d(axis(1_000_000, 1), axis(100, 9));
    try (GuardedContext context = GuardedContext.of(Isa.AVX2, true)) {
      Map<CallList, PhaseParts.Shape> shapes = new HashMap<>();
      int parts = record(new PhaseParts(3, image, 4, 4, 3, 4), context, shapes).size();
      assertTrue(parts > 3 * 9 * 1000, () -> parts + " parts");
      assertTrue(shapes.size() <= 9 * 6, () -> shapes.size() + " lists of calls");
      assertTrue(
          shapes.values().stream().allMatch(shape -> shape.rows() <= 3 * 128),
          "no part is too long");
    }
  }

  /** A window of three that leaves the size as it is. */
  private static Window2d.Axis axis(int size, int dilation) {
    return new Window2d.Axis(size, size, 3, 1, dilation, dilation, dilation);
  }
}
