package dev.webnn4j.backend.java.kernel.vector;

import dev.webnn4j.backend.java.exec.Workers;
import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.KernelContext;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Optional;

/**
 * The right-hand matrices of products, packed: constant ones once, others at the start of each run.
 */
final class RightMatrices {
  /** Which operand of a product they are. */
  static final int OPERAND = 1;

  private final Product[] products;
  private final long matrixBytes;
  private final long rowStep;
  private final long columnStep;
  private final float scale;
  private final boolean packsEachRun;
  private final Ranges ranges;
  private final Workers.Task pack = this::pack;

  /**
   * @param count how many matrices there are, one after the other
   * @param transposed whether each column lies in one piece, not each row
   * @param scale by which all elements are multiplied
   * @param constant their bytes, if they are known
   */
  RightMatrices(
      int count,
      int rows,
      int columns,
      boolean transposed,
      float scale,
      Optional<MemorySegment> constant,
      KernelContext context) {
    products = new Product[count];
    Arrays.setAll(
        products,
        _ -> new Product(PackedMatrix.allocate(context, rows, columns), Epilogue.NONE, context));
    matrixBytes = 4L * rows * columns;
    rowStep = transposed ? 4 : 4L * columns;
    columnStep = transposed ? 4L * rows : 4;
    this.scale = scale;
    packsEachRun = constant.isEmpty();
    long cost = (long) rows * Lanes.TILE_VECTORS * Lanes.LENGTH;
    ranges = Ranges.of((long) count * panels(), cost, context.workers());
    for (int i = 0; constant.isPresent() && i < count; i++) {
      long matrix = constant.get().address() + i * matrixBytes;
      products[i].matrix().packOnce(matrix, rowStep, columnStep, scale);
    }
  }

  Product get(int index) {
    return products[index];
  }

  int columns() {
    return products[0].matrix().columns();
  }

  /** The panels of each matrix. */
  int panels() {
    return products[0].matrix().panels();
  }

  /** Whether they are packed anew for each run. */
  boolean isReadByRuns() {
    return packsEachRun;
  }

  /** Packs what is not constant. */
  void prepare(Buffers buffers, Workers workers) {
    if (packsEachRun) {
      workers.run(ranges.parts(), pack, buffers);
    }
  }

  private void pack(Buffers buffers, int part, int worker) {
    for (long panel = ranges.from(part); panel < ranges.to(part); panel++) {
      pack((int) panel, buffers.input(OPERAND).address(), worker);
    }
  }

  private void pack(int panel, long matrices, int worker) {
    int index = panel / panels();
    long matrix = matrices + index * matrixBytes;
    products[index].pack(worker, panel % panels(), matrix, rowStep, columnStep, scale);
  }
}
