package dev.webnn4j.backend.java.kernel.scalar;

import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.Shape;
import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.graph.Node;
import dev.webnn4j.graph.Value;
import dev.webnn4j.op.Gemm;
import dev.webnn4j.op.Matmul;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Optional;

/**
 * The product of matrices. Each part is a tile of the result, to which row after row of B is added,
 * multiplied by the elements of A.
 */
final class MatrixKernel extends PartsByShape {
  private static final int TILE_ROWS = 8;
  private static final int TILE_COLUMNS = 256;
  private static final int DEPTH = 64;

  /** A matrix in memory: the distances of neighbours in a column and in a row. */
  private record Strides(long row, long column) {
    static Strides of(Shape matrix, boolean transposed) {
      long width = matrix.dim(-1);
      return transposed ? new Strides(1, width) : new Strides(width, 1);
    }
  }

  private final Floats floats;
  private final int rows;
  private final int columns;
  private final int inner;
  private final Strides a;
  private final Strides b;
  private final StridedView aBatch;
  private final StridedView bBatch;
  private final float alpha;
  private final float beta;
  private final Optional<StridedView> c;
  private final float[][][] tiles;
  private final float[][] aTiles;
  private final float[][][] bTiles;

  private MatrixKernel(Builder builder, KernelContext context) {
    super(
        Matmul.batch(builder.result.shape()).elementCount()
            * Math.ceilDiv(builder.result.shape().dim(-2), TILE_ROWS)
            * Math.ceilDiv(builder.result.shape().dim(-1), TILE_COLUMNS));
    Shape result = builder.result.shape();
    floats = Floats.of(builder.result.dataType());
    rows = result.dim(-2);
    columns = result.dim(-1);
    inner = builder.a.dim(builder.aTransposed ? -2 : -1);
    a = Strides.of(builder.a, builder.aTransposed);
    b = Strides.of(builder.b, builder.bTransposed);
    Shape batch = Matmul.batch(result);
    aBatch = StridedView.broadcast(Matmul.batch(builder.a), batch);
    bBatch = StridedView.broadcast(Matmul.batch(builder.b), batch);
    alpha = builder.alpha;
    beta = builder.beta;
    c = builder.c.map(shape -> StridedView.broadcast(shape, result));
    tiles = new float[context.workers()][TILE_ROWS][TILE_COLUMNS];
    aTiles = new float[context.workers()][DEPTH];
    bTiles = new float[context.workers()][DEPTH][TILE_COLUMNS];
  }

  private record Builder(
      MLOperandDescriptor result,
      Shape a,
      boolean aTransposed,
      Shape b,
      boolean bTransposed,
      Optional<Shape> c,
      float alpha,
      float beta) {}

  static Candidate gemm(Node node, KernelContext context) {
    Builder builder =
        new Builder(
            node.result().type(),
            node.operand(Gemm.A).shape(),
            node.get(Gemm.A_TRANSPOSE),
            node.operand(Gemm.B).shape(),
            node.get(Gemm.B_TRANSPOSE),
            node.findOperand(Gemm.C).map(Value::shape),
            UnaryKernels.parameter(node, Gemm.ALPHA),
            UnaryKernels.parameter(node, Gemm.BETA));
    return Candidate.accept("matrix", new MatrixKernel(builder, context));
  }

  static Candidate matmul(Node node, KernelContext context) {
    Builder builder =
        new Builder(
            node.result().type(),
            node.operand(Matmul.A).shape(),
            false,
            node.operand(Matmul.B).shape(),
            false,
            Optional.empty(),
            1,
            0);
    return Candidate.accept("matrix", new MatrixKernel(builder, context));
  }

  @Override
  public void run(Buffers buffers, int part, int worker) {
    int across = Math.ceilDiv(columns, TILE_COLUMNS);
    int down = Math.ceilDiv(rows, TILE_ROWS);
    int column = part % across * TILE_COLUMNS;
    int row = part / across % down * TILE_ROWS;
    long matrix = part / across / down;
    int height = Math.min(TILE_ROWS, rows - row);
    int width = Math.min(TILE_COLUMNS, columns - column);
    long aStart = place(aBatch, matrix) * rows * inner + row * a.row();
    long bStart = place(bBatch, matrix) * inner * columns + column * b.column();
    float[][] tile = tiles[worker];
    float[] left = aTiles[worker];
    float[][] right = bTiles[worker];
    for (int i = 0; i < height; i++) {
      Arrays.fill(tile[i], 0);
    }
    for (int k = 0; k < inner; k += DEPTH) {
      int depth = Math.min(DEPTH, inner - k);
      for (int j = 0; j < depth; j++) {
        long from = bStart + (k + j) * b.row();
        load(buffers.input(1), from, b.column(), right[j], 0, width);
      }
      for (int i = 0; i < height; i++) {
        long from = aStart + i * a.row() + k * a.column();
        load(buffers.input(0), from, a.column(), left, 0, depth);
        Rows.addProducts(tile[i], left, 0, right, 0, depth, width);
      }
    }
    for (int i = 0; i < height; i++) {
      long to = (matrix * rows + row + i) * columns + column;
      finish(buffers, tile[i], to, width, worker);
    }
  }

  private static long place(StridedView view, long matrix) {
    return view.row(matrix / view.rowSize()) + matrix % view.rowSize() * view.rowStep();
  }

  private void load(MemorySegment source, long from, long step, float[] target, int at, int count) {
    if (step == 1) {
      floats.load(source, from, target, at, count);
    } else {
      floats.load(source, from, step, target, at, count);
    }
  }

  private void finish(Buffers buffers, float[] tile, long to, int width, int worker) {
    for (int j = 0; alpha != 1 && j < width; j++) {
      tile[j] *= alpha;
    }
    if (c.isPresent()) {
      float[] addend = bTiles[worker][0];
      c.orElseThrow().load(floats, buffers.input(2), to, addend, width);
      Rows.addProduct(tile, beta, addend, width);
    }
    floats.store(tile, 0, buffers.output(), to, width);
  }
}
