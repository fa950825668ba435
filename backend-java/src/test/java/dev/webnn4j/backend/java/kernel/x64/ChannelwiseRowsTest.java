package dev.webnn4j.backend.java.kernel.x64;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.webnn4j.backend.harness.Draw;
import dev.webnn4j.backend.harness.GuardedContext;
import dev.webnn4j.op.Window2d;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import org.junit.jupiter.api.Test;

/** Rows of a depthwise convolution to the bit, whatever hangs over the edges. */
final class ChannelwiseRowsTest {
  private static final float UNTOUCHED = 12345;

  @AddLifecycleHook(OnlyWithMachineCode.class)
  @Property(tries = 600, shrinking = ShrinkingMode.OFF)
  void rowsOfOnePhase(@ForAll long seed) {
    for (Isa isa : X64.available()) {
      Draw draw = new Draw(seed);
      Window2d.Axis height = SmallAxes.any(draw, 5);
      Window2d.Axis width = SmallAxes.any(draw, 5);
      DepthwiseWindow window = DepthwiseWindow.of(height, width);
      int channels = draw.oneIn(2) ? draw.size() : draw.between(1, 40);
      Phase columns = draw.from(Phase.of(width));
      if (ChannelwiseRows.obstacle(isa, window, channels, 4L * channels * width.dilation())
          .isPresent()) {
        continue;
      }
      try (GuardedContext context = GuardedContext.of(isa, draw.oneIn(2))) {
        String what = isa + ", seed " + seed + ", " + window + ", " + columns;
        new Rows(what, draw, context, window, columns, channels).check();
      }
    }
  }

  private static final class Rows {
    private final String what;
    private final Draw draw;
    private final GuardedContext context;
    private final DepthwiseWindow window;
    private final Phase columns;
    private final int channels;
    private final int resultStep;
    private final int resultRowStep;
    private final boolean hasResidual;
    private final boolean clamped;
    private final float min;
    private final float max;
    private final MemorySegment filter;
    private final MemorySegment bias;

    Rows(
        String what,
        Draw draw,
        GuardedContext context,
        DepthwiseWindow window,
        Phase columns,
        int channels) {
      this.what = what;
      this.draw = draw;
      this.context = context;
      this.window = window;
      this.columns = columns;
      this.channels = channels;
      resultStep = channels * draw.between(1, 3);
      resultRowStep = columns.outputCount() * resultStep + draw.between(0, 5);
      hasResidual = draw.oneIn(2);
      clamped = draw.oneIn(2);
      min = clamped ? 0 : Float.NEGATIVE_INFINITY;
      max = clamped && draw.oneIn(2) ? 2 : Float.POSITIVE_INFINITY;
      filter = floats((long) channels * window.taps());
      bias = floats(channels);
    }

    private MemorySegment floats(long count) {
      MemorySegment memory = context.allocate(4 * count);
      Floats.fill(memory, draw);
      return memory;
    }

    void check() {
      ChannelwiseRows.Layout layout =
          new ChannelwiseRows.Layout(
              channels, 4L * columns.step() * channels, 4L * resultStep, 4L * resultRowStep);
      long packed =
          DepthwiseFilter.pack(
              channels, channels, window.taps(), filter, Optional.of(bias), min, max, context);
      TiledProduct.Epilogue epilogue = new TiledProduct.Epilogue(hasResidual, clamped);
      ChannelwiseRows rows =
          new ChannelwiseRows(window, columns, layout, epilogue, packed, context);
      List<CallList> calls = new ArrayList<>();
      for (int count = 1; count <= rows.tileRows(); count++) {
        calls.add(calls(rows, count));
      }
      context.seal();
      for (int count = 1; count <= rows.tileRows(); count++) {
        check(calls.get(count - 1), count);
      }
      assertTrue(context.isIntact(), what);
    }

    /** Rows of input that lie anywhere. */
    private final List<MemorySegment> inputs = new ArrayList<>();

    private CallList calls(ChannelwiseRows rows, int count) {
      long pixels =
          columns.inputCount() == 0 ? 0 : (columns.inputCount() - 1L) * columns.step() + 1;
      while (inputs.size() < window.inputRows(count)) {
        inputs.add(floats(pixels * channels));
      }
      CallList.Recorder recorder = new CallList.Recorder(context);
      List<Place> places =
          inputs.subList(0, window.inputRows(count)).stream()
              .map(row -> Place.of(row.address()))
              .toList();
      RowPointers.record(recorder, Place.OTHER, places);
      rows.record(recorder, count, Place.OTHER, Place.RESULT, Place.RESIDUAL);
      return recorder.finish();
    }

    private void check(CallList calls, int count) {
      long size =
          (count - 1L) * resultRowStep + (columns.outputCount() - 1L) * resultStep + channels;
      MemorySegment residual = floats(size);
      MemorySegment result = floats(size);
      for (long i = 0; i < size; i++) {
        Floats.set(result, i, UNTOUCHED);
      }
      long pointers = context.allocate(RowPointers.BYTES).address();
      calls.run(0, result.address(), residual.address(), pointers);
      for (long i = 0; i < size; i++) {
        int y = (int) (i / resultRowStep);
        int x = (int) (i % resultRowStep / resultStep);
        int channel = (int) (i % resultRowStep % resultStep);
        boolean isResult = x < columns.outputCount() && channel < channels;
        float expected = isResult ? expected(y, x, channel, Floats.get(residual, i)) : UNTOUCHED;
        assertEquals(expected, Floats.get(result, i), () -> what + ": " + y + ", " + x);
      }
    }

    private float expected(int y, int x, int channel, float residual) {
      float sum = Floats.get(bias, channel);
      for (int tap = 0; tap < window.taps(); tap++) {
        int row = y * window.rowStride() + tap / window.columnTaps() * window.rowDilation();
        int column =
            x * window.columnStride()
                - columns.begin()
                + tap % window.columnTaps() * window.columnDilation();
        if (columns.hasInput(column)) {
          float weight = Floats.get(filter, (long) channel * window.taps() + tap);
          long pixel = (long) column * columns.step() * channels + channel;
          sum = Math.fma(Floats.get(inputs.get(row), pixel), weight, sum);
        }
      }
      return Floats.clamp(hasResidual ? sum + residual : sum, min, max);
    }
  }

  private static Optional<String> obstacle(DepthwiseWindow window, int channels, long pixelStep) {
    return ChannelwiseRows.obstacle(Isa.AVX2, window, channels, pixelStep);
  }

  @Test
  void windowsThatTilesCannotReachAreRefused() {
    DepthwiseWindow usual = new DepthwiseWindow(3, 3, 1, 1, 1, 1);
    assertEquals(Optional.empty(), obstacle(usual, 8, 32));
    Optional<String> large = Optional.of("the window is larger than the registers");
    assertEquals(large, obstacle(new DepthwiseWindow(10, 3, 1, 1, 1, 1), 8, 32));
    assertEquals(large, obstacle(new DepthwiseWindow(3, 20, 1, 1, 1, 1), 8, 32));
    int far = Integer.MAX_VALUE;
    assertEquals(large, obstacle(new DepthwiseWindow(3, 3, 2, 2, far, 1), 8, 32));
    assertEquals(large, obstacle(new DepthwiseWindow(3, 3, 2, 2, 1, far), 8, 32));
    assertEquals(
        Optional.of("from one tile to the next there are more than 2 GB"),
        obstacle(new DepthwiseWindow(1, 1, 1, far, 1, 1), 8, 32));
    assertEquals(
        Optional.of("the filter has more than 2 GB"), obstacle(usual, Integer.MAX_VALUE / 8, 32));
  }

  private static ChannelwiseTiles tiles(int rows, int imageWidth) {
    return new ChannelwiseTiles(
        Isa.AVX2,
        new DepthwiseWindow(3, 3, 1, 1, 1, 1),
        new ChannelwiseRows.Layout(8, 32, 32, 32L * imageWidth),
        rows,
        2,
        0,
        0);
  }

  @Test
  void tilesOfOneRowAreTheSameForImagesOfAnyWidth() {
    assertEquals(tiles(1, 14), tiles(1, 28));
    assertNotEquals(tiles(2, 14), tiles(2, 28));
  }
}
