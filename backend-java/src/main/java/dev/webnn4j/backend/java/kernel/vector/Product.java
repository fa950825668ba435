package dev.webnn4j.backend.java.kernel.vector;

import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.op.Conv2d;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/** The product of some rows of a matrix with a {@link PackedMatrix}, and its epilogue. */
final class Product {
  /** Rows of A are reused for every panel while they are in the second-level cache. */
  private static final int CACHE_BYTES = 256 * 1024;

  private static final long TILE_STEP = Lanes.TILE_VECTORS * Lanes.BYTES;
  private static final long SCRATCH_BYTES =
      Math.max(Tiles.ROWS * TILE_STEP, Transposition.SCRATCH_BYTES);

  private final PackedMatrix matrix;
  private final Epilogue epilogue;

  /** For each worker a tile for sums that are not the result yet, or what packing needs. */
  private final MemorySegment scratch;

  Product(PackedMatrix matrix, Epilogue epilogue, KernelContext context) {
    this.matrix = matrix;
    this.epilogue = epilogue;
    this.scratch = context.allocate(SCRATCH_BYTES * context.workers());
  }

  /**
   * The products of a convolution, one for each group.
   *
   * @param filter as [O, kH, kW, I / groups], dense
   */
  static Product[] ofGroups(
      Conv2d.Geometry geometry,
      MemorySegment filter,
      Optional<MemorySegment> bias,
      Epilogue epilogue,
      KernelContext context) {
    Product[] products = new Product[geometry.groups()];
    int columns = geometry.outputChannelsPerGroup();
    int depth = geometry.window().taps() * geometry.inputChannelsPerGroup();
    for (int group = 0; group < products.length; group++) {
      PackedMatrix matrix = PackedMatrix.allocate(context, depth, columns);
      Product product = new Product(matrix, epilogue, context);
      products[group] = product;
      long first = filter.address() + 4L * group * columns * depth;
      for (int panel = 0; panel < matrix.panels(); panel++) {
        product.pack(0, panel, first, 4, 4L * depth, 1);
      }
      for (int column = 0; bias.isPresent() && column < columns; column++) {
        long place = bias.get().address() + 4L * (group * columns + column);
        matrix.setBias(column, Lanes.get(place));
      }
    }
    return products;
  }

  PackedMatrix matrix() {
    return matrix;
  }

  /** Packs a panel; see {@link PackedMatrix#pack}. */
  void pack(int worker, int panel, long from, long rowStep, long columnStep, float scale) {
    long own = scratch.address() + worker * SCRATCH_BYTES;
    matrix.pack(panel, from, rowStep, columnStep, scale, own);
  }

  /** How many rows one call should get at most: whole tiles that fit the cache. */
  static int rowsAtOnce(int depth) {
    int rows = CACHE_BYTES / Math.max(4 * depth, 1);
    return Tiles.ROWS * Math.clamp(rows / Tiles.ROWS, 1, 60);
  }

  /** All panels; see the other method. */
  void multiply(int worker, int rows, long a, long aStep, long c, long cStep, long residual) {
    for (int panel = 0; panel < matrix.panels(); panel++) {
      multiply(worker, panel, rows, a, aStep, c, cStep, residual);
    }
  }

  /**
   * Multiplies rows of A with one panel.
   *
   * @param worker who does it
   * @param a the first row, whose floats lie side by side
   * @param aStep bytes from a row of A to the next
   * @param c the first row of the result
   * @param cStep bytes from a row of the result to the next
   * @param residual like {@code c}, in the tensor that the epilogue adds
   */
  void multiply(
      int worker, int panel, int rows, long a, long aStep, long c, long cStep, long residual) {
    long column = 4L * matrix.firstColumn(panel);
    int width = matrix.width(panel);
    // Whole vectors with nothing to come after are the result.
    boolean direct = epilogue.isNothing() && width % Lanes.LENGTH == 0;
    long tile = scratch.address() + worker * SCRATCH_BYTES;
    int row = 0;
    while (row < rows) {
      boolean tall = rows >= Tiles.ROWS;
      // The last tall tile goes back a little rather than doing fewer rows.
      int start = tall ? Math.min(row, rows - Tiles.ROWS) : row;
      long from = a + start * aStep;
      long to = c + start * cStep + column;
      long target = direct ? to : tile;
      long step = direct ? cStep : TILE_STEP;
      if (tall) {
        Tiles.multiplyRows(matrix, panel, from, aStep, target, step);
      } else {
        Tiles.multiplyRow(matrix, panel, from, target);
      }
      int done = tall ? Tiles.ROWS : 1;
      if (!direct) {
        // Rows that the tile before has finished are not touched again: the residual may lie where
        // the result does.
        int again = row - start;
        long own = again * cStep;
        long other = residual + start * cStep + column + own;
        long sums = tile + again * TILE_STEP;
        epilogue.apply(done - again, width, sums, TILE_STEP, to + own, cStep, other);
      }
      row = start + done;
    }
  }
}
