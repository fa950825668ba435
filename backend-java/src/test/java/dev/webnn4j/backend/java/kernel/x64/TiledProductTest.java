package dev.webnn4j.backend.java.kernel.x64;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.webnn4j.backend.harness.Draw;
import dev.webnn4j.backend.harness.GuardedContext;
import dev.webnn4j.backend.harness.TestTiers;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import org.junit.jupiter.api.Test;

/** Products to the bit: sums begin with the bias and grow in the matrix's order, rounded once. */
final class TiledProductTest {
  private static final float UNTOUCHED = 12345;

  /** The sizes of a product; there may be gaps between rows, and between lines of rows. */
  private record Sizes(
      int rows, int lines, int columns, int depth, int leftGap, int resultGap, int lineGap) {
    static Sizes of(Draw draw) {
      return new Sizes(
          draw.between(1, 40),
          draw.oneIn(2) ? 1 : draw.between(2, 4),
          draw.oneIn(2) ? draw.between(1, 200) : draw.size(),
          draw.between(1, 70),
          draw.oneIn(2) ? 0 : draw.between(1, 9),
          draw.oneIn(2) ? 0 : draw.between(1, 9),
          draw.between(0, 3));
    }

    int leftLineStep() {
      return rows * leftStep() + lineGap;
    }

    int resultLineStep() {
      return rows * resultStep() + lineGap;
    }

    int leftStep() {
      return depth + leftGap;
    }

    int resultStep() {
      return columns + resultGap;
    }

    /** Floats without the gap behind the last row. */
    long leftCount() {
      return (lines - 1L) * leftLineStep() + (rows - 1L) * leftStep() + depth;
    }

    long resultCount() {
      return (lines - 1L) * resultLineStep() + (rows - 1L) * resultStep() + columns;
    }
  }

  private record Epilogue(boolean residual, boolean clamped, float min, float max) {
    static Epilogue of(Draw draw) {
      boolean clamped = draw.oneIn(2);
      float max = draw.oneIn(2) ? 3 : Float.POSITIVE_INFINITY;
      return clamped
          ? new Epilogue(draw.oneIn(2), true, draw.oneIn(2) ? 0 : -1, max)
          : new Epilogue(draw.oneIn(2), false, Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY);
    }
  }

  @AddLifecycleHook(OnlyWithMachineCode.class)
  @Property(tries = 400, shrinking = ShrinkingMode.OFF)
  void rowsAtEqualDistances(@ForAll long seed) {
    for (Isa isa : X64.available()) {
      Draw draw = new Draw(seed);
      try (GuardedContext context = GuardedContext.of(isa, draw.oneIn(2))) {
        new Product(isa + ", seed " + seed, draw, context).checkRows();
      }
    }
  }

  @AddLifecycleHook(OnlyWithMachineCode.class)
  @Property(tries = 400, shrinking = ShrinkingMode.OFF)
  void rowsThatATablePointsTo(@ForAll long seed) {
    for (Isa isa : X64.available()) {
      Draw draw = new Draw(seed);
      try (GuardedContext context = GuardedContext.of(isa, draw.oneIn(2))) {
        new Product(isa + ", seed " + seed, draw, context).checkTable();
      }
    }
  }

  /** More than the JVM should wait for, so that tiles, lines or panels are shared out to calls. */
  @Test
  void longProductsTakeSeveralCalls() {
    List<Sizes> all =
        List.of(
            new Sizes(2501, 1, 50, 1000, 0, 0, 0),
            new Sizes(300, 5, 200, 1000, 0, 0, 2),
            new Sizes(100, 2, 1000, 500, 0, 0, 2));
    for (Isa isa : TestTiers.isas()) {
      for (Sizes sizes : all) {
        try (GuardedContext context = GuardedContext.of(isa, true)) {
          new Product(isa.toString(), new Draw(1), context, sizes).checkRows();
        }
      }
    }
  }

  private static final class Product {
    private final String what;
    private final Draw draw;
    private final GuardedContext context;
    private final Sizes sizes;
    private final Epilogue epilogue;
    private final MemorySegment left;
    private final MemorySegment right;
    private final MemorySegment bias;
    private final MemorySegment residual;
    private final MemorySegment result;

    Product(String what, Draw draw, GuardedContext context) {
      this(what, draw, context, Sizes.of(draw));
    }

    Product(String what, Draw draw, GuardedContext context, Sizes sizes) {
      this.draw = draw;
      this.context = context;
      this.sizes = sizes;
      epilogue = Epilogue.of(draw);
      this.what = what + ", " + sizes + ", " + epilogue;
      left = floats(sizes.leftCount());
      right = floats((long) sizes.depth * sizes.columns);
      bias = floats(sizes.columns);
      residual = floats(sizes.resultCount());
      result = floats(sizes.resultCount());
      for (long i = 0; i < sizes.resultCount(); i++) {
        Floats.set(result, i, UNTOUCHED);
      }
    }

    private MemorySegment floats(long count) {
      MemorySegment memory = context.allocate(4 * count);
      Floats.fill(memory, draw);
      return memory;
    }

    private TiledProduct product(
        long leftStep, long zeros, Function<TileForm, Routine.Source> tiles, int maxRows) {
      TiledProduct product =
          TiledProduct.of(
              sizes.columns,
              new Panels.Matrix(right, Optional.of(bias), sizes.depth),
              new Panel.Terms(leftStep, 4L * sizes.resultStep(), epilogue.min, epilogue.max, zeros),
              new TiledProduct.Epilogue(epilogue.residual, epilogue.clamped),
              tiles,
              maxRows,
              context);
      return product;
    }

    void checkRows() {
      long leftStep = 4L * sizes.leftStep();
      TiledProduct product = product(leftStep, 0, GemmTiles::new, Integer.MAX_VALUE);
      Lines lines =
          new Lines(
              sizes.rows,
              leftStep,
              0,
              4L * sizes.resultStep(),
              sizes.lines,
              4L * sizes.leftLineStep(),
              4L * sizes.resultLineStep());
      run(
          product,
          lines,
          (block, recorder) -> block.record(recorder, Place.INPUT, Place.RESULT, Place.RESIDUAL));
      check(
          (row, k) ->
              Floats.get(
                  left,
                  (long) row / sizes.rows * sizes.leftLineStep()
                      + (long) row % sizes.rows * sizes.leftStep()
                      + k));
    }

    private void run(
        TiledProduct product,
        Lines lines,
        BiConsumer<TiledProduct.Block, CallList.Recorder> record) {
      int chunks = draw.between(1, product.panels());
      CallList.Recorder recorder = new CallList.Recorder(context);
      for (int chunk = 0; chunk < chunks; chunk++) {
        record.accept(product.block(chunk, chunks, lines), recorder);
      }
      CallList calls = recorder.finish();
      context.seal();
      calls.run(left.address(), result.address(), residual.address(), 0);
    }

    /** Windows of several taps, in any order, one or the other of which is padding. */
    void checkTable() {
      int taps = divisor(sizes.depth);
      int channels = sizes.depth / taps;
      int[][] rowOfTap = new int[sizes.rows][taps];
      MemorySegment table = context.allocate((long) sizes.rows * taps * Long.BYTES);
      for (int row = 0; row < sizes.rows; row++) {
        for (int tap = 0; tap < taps; tap++) {
          int from = draw.between(-1, sizes.rows - 1);
          rowOfTap[row][tap] = from;
          table.setAtIndex(
              ValueLayout.JAVA_LONG,
              (long) row * taps + tap,
              from < 0 ? -1 : 4L * from * sizes.leftStep());
        }
      }
      long zeros = context.allocate(4L * channels).address();
      TiledProduct product =
          product(
              0,
              zeros,
              form -> new WindowTiles(form, taps, channels, Float.BYTES),
              WindowTiles.MAX_ROWS);
      Lines lines =
          new Lines(
              sizes.rows,
              0,
              (long) taps * Long.BYTES,
              4L * sizes.resultStep(),
              sizes.lines,
              4L * sizes.leftLineStep(),
              4L * sizes.resultLineStep());
      run(
          product,
          lines,
          (block, recorder) ->
              block.record(recorder, Place.INPUT, table.address(), Place.RESULT, Place.RESIDUAL));
      check(
          (row, k) -> {
            int from = rowOfTap[row % sizes.rows][k / channels];
            long line = (long) row / sizes.rows * sizes.leftLineStep();
            return from < 0
                ? 0
                : Floats.get(left, line + (long) from * sizes.leftStep() + k % channels);
          });
    }

    private int divisor(int number) {
      int divisor = draw.between(1, number);
      while (number % divisor != 0) {
        divisor--;
      }
      return divisor;
    }

    /** An element of the left-hand matrix. */
    private interface Left {
      float at(int row, int column);
    }

    private void check(Left leftElements) {
      for (long i = 0; i < sizes.resultCount(); i++) {
        int line = (int) (i / sizes.resultLineStep());
        int inLine = (int) (i % sizes.resultLineStep());
        int row = inLine / sizes.resultStep();
        int column = inLine % sizes.resultStep();
        float expected =
            row < sizes.rows && column < sizes.columns
                ? expected(leftElements, line * sizes.rows + row, column, i)
                : UNTOUCHED;
        assertEquals(expected, Floats.get(result, i), () -> what + ": " + row + ", " + column);
      }
      assertTrue(context.isIntact(), what);
    }

    private float expected(Left leftElements, int row, int column, long index) {
      float sum = Floats.get(bias, column);
      for (int k = 0; k < sizes.depth; k++) {
        float element = Floats.get(right, (long) column * sizes.depth + k);
        sum = Math.fma(leftElements.at(row, k), element, sum);
      }
      if (epilogue.residual) {
        sum += Floats.get(residual, index);
      }
      return Floats.clamp(sum, epilogue.min, epilogue.max);
    }
  }
}
