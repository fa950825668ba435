package dev.webnn4j.backend.java.kernel.x64;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.webnn4j.backend.harness.Draw;
import dev.webnn4j.backend.harness.GuardedContext;
import dev.webnn4j.backend.harness.TestTiers;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import org.junit.jupiter.api.Test;

/** Products to the bit: sums begin with the bias and grow in the matrix's order, rounded once. */
final class TiledProductTest {
  private static final float UNTOUCHED = 12345;

  /** The sizes of a product; there may be gaps between rows. */
  private record Sizes(int rows, int columns, int depth, int leftGap, int resultGap) {
    static Sizes of(Draw draw) {
      return new Sizes(
          draw.between(1, 40),
          draw.oneIn(2) ? draw.between(1, 200) : draw.size(),
          draw.between(1, 70),
          draw.oneIn(2) ? 0 : draw.between(1, 9),
          draw.oneIn(2) ? 0 : draw.between(1, 9));
    }

    int leftStep() {
      return depth + leftGap;
    }

    int resultStep() {
      return columns + resultGap;
    }

    /** Floats of rows without the gap behind the last. */
    long resultCount() {
      return (rows - 1L) * resultStep() + columns;
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

  /** More than the JVM should wait for. */
  @Test
  void longProductsTakeSeveralCalls() {
    for (Isa isa : TestTiers.isas()) {
      try (GuardedContext context = GuardedContext.of(isa, true)) {
        Sizes sizes = new Sizes(2501, 50, 1000, 0, 0);
        new Product(isa.toString(), new Draw(1), context, sizes).checkRows();
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
      left = floats((sizes.rows - 1L) * sizes.leftStep() + sizes.depth);
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
              sizes.depth,
              (row, column) -> Floats.get(right, (long) row * sizes.columns + column),
              column -> Floats.get(bias, column),
              new Panel.Terms(leftStep, 4L * sizes.resultStep(), epilogue.min, epilogue.max, zeros),
              new TiledProduct.Epilogue(epilogue.residual, epilogue.clamped),
              tiles,
              maxRows,
              context);
      product.prepare(sizes.rows);
      context.seal();
      return product;
    }

    void checkRows() {
      long leftStep = 4L * sizes.leftStep();
      TiledProduct product = product(leftStep, 0, GemmTiles::new, Integer.MAX_VALUE);
      for (int panel = 0; panel < product.panels(); panel++) {
        product.multiply(
            panel,
            sizes.rows,
            left.address(),
            leftStep,
            result.address(),
            residual.address(),
            4L * sizes.resultStep());
      }
      check((row, k) -> Floats.get(left, (long) row * sizes.leftStep() + k));
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
      for (int panel = 0; panel < product.panels(); panel++) {
        product.multiplyByTable(
            panel,
            sizes.rows,
            left.address(),
            table.address(),
            (long) taps * Long.BYTES,
            result.address(),
            residual.address(),
            4L * sizes.resultStep());
      }
      check(
          (row, k) -> {
            int from = rowOfTap[row][k / channels];
            return from < 0 ? 0 : Floats.get(left, (long) from * sizes.leftStep() + k % channels);
          });
    }

    private int divisor(int number) {
      int divisor = draw.between(1, number);
      while (number % divisor != 0) {
        divisor--;
      }
      return divisor;
    }

    private void check(Panel.Elements leftElements) {
      for (long i = 0; i < sizes.resultCount(); i++) {
        int row = (int) (i / sizes.resultStep());
        int column = (int) (i % sizes.resultStep());
        float expected = column < sizes.columns ? expected(leftElements, row, column) : UNTOUCHED;
        assertEquals(expected, Floats.get(result, i), () -> what + ": " + row + ", " + column);
      }
      assertTrue(context.isIntact(), what);
    }

    private float expected(Panel.Elements leftElements, int row, int column) {
      float sum = Floats.get(bias, column);
      for (int k = 0; k < sizes.depth; k++) {
        float element = Floats.get(right, (long) k * sizes.columns + column);
        sum = Math.fma(leftElements.at(row, k), element, sum);
      }
      if (epilogue.residual) {
        sum += Floats.get(residual, (long) row * sizes.resultStep() + column);
      }
      return Floats.clamp(sum, epilogue.min, epilogue.max);
    }
  }
}
