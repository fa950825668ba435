package dev.webnn4j.backend.java.kernel.vector;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.Shape;
import dev.webnn4j.backend.java.exec.Workers;
import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.Kernel;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.graph.Node;
import dev.webnn4j.graph.Value;
import dev.webnn4j.op.Gemm;
import dev.webnn4j.op.Matmul;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/**
 * Products of matrices. A constant right-hand side is packed once, another one at the start of each
 * run.
 */
final class MatrixKernel implements Kernel {
  private static final int PARTS_PER_WORKER = 4;

  private final int rows;
  private final int depth;
  private final Product product;
  private final float scale;
  private final boolean packsEachRun;
  private final long rightRowStep;
  private final long rightColumnStep;
  private final int blockRows;
  private final int blocks;
  private final Workers.Task pack = this::pack;
  private final Workers.Task multiply = this::multiply;

  static Candidate offerGemm(Node node, KernelContext context) {
    if (node.result().type().dataType() != MLOperandDataType.FLOAT32) {
      return Candidate.refuse("only float32");
    }
    if (node.get(Gemm.A_TRANSPOSE)) {
      return Candidate.refuse("a is transposed");
    }
    Optional<Value> c = node.findOperand(Gemm.C);
    if (c.isPresent() && (context.constant(c.get()).isEmpty() || !isRow(c.get(), node))) {
      return Candidate.refuse("c is not a constant row");
    }
    Shape b = node.operand(Gemm.B).shape();
    boolean transposed = node.get(Gemm.B_TRANSPOSE);
    MatrixKernel kernel =
        new MatrixKernel(
            node.result().shape(),
            node.operand(Gemm.A).shape().dim(1),
            context.constant(node.operand(Gemm.B)),
            transposed ? 4 : 4L * b.dim(1),
            transposed ? 4L * b.dim(1) : 4,
            node.get(Gemm.ALPHA).floatValue(),
            context);
    c.ifPresent(value -> kernel.setBias(context.constant(value).orElseThrow(), value, node));
    return Candidate.accept("gemm", kernel);
  }

  static Candidate offerMatmul(Node node, KernelContext context) {
    if (node.result().type().dataType() != MLOperandDataType.FLOAT32) {
      return Candidate.refuse("only float32");
    }
    Shape a = node.operand(Matmul.A).shape();
    Shape b = node.operand(Matmul.B).shape();
    if (b.rank() != 2) {
      return Candidate.refuse("b is a batch of matrices");
    }
    // One matrix for all of a's: their rows are rows of a single, tall matrix.
    Shape flat = Shape.of(Math.toIntExact(a.elementCount(0, a.rank() - 1)), b.dim(1));
    return Candidate.accept(
        "gemm",
        new MatrixKernel(
            flat,
            a.dim(-1),
            context.constant(node.operand(Matmul.B)),
            4L * b.dim(1),
            4,
            1,
            context));
  }

  private static boolean isRow(Value c, Node node) {
    long columns = node.result().shape().dim(1);
    boolean fits = c.shape().rank() >= 1 && c.shape().dim(-1) == columns;
    return c.shape().elementCount() == 1 || (fits && c.shape().elementCount() == columns);
  }

  private MatrixKernel(
      Shape result,
      int depth,
      Optional<MemorySegment> right,
      long rightRowStep,
      long rightColumnStep,
      float scale,
      KernelContext context) {
    this.rows = result.dim(0);
    this.depth = depth;
    this.scale = scale;
    this.rightRowStep = rightRowStep;
    this.rightColumnStep = rightColumnStep;
    this.packsEachRun = right.isEmpty();
    this.product =
        new Product(PackedMatrix.allocate(context, depth, result.dim(1)), Epilogue.NONE, context);
    if (right.isPresent()) {
      for (int panel = 0; panel < product.matrix().panels(); panel++) {
        packPanel(panel, right.get().address());
      }
    }
    int share = Math.ceilDiv(rows, context.workers() * PARTS_PER_WORKER);
    int wholeTiles = Math.ceilDiv(share, Tiles.ROWS) * Tiles.ROWS;
    blockRows = Math.min(Product.rowsAtOnce(depth), wholeTiles);
    blocks = Math.ceilDiv(rows, blockRows);
  }

  private void setBias(MemorySegment c, Value value, Node node) {
    float beta = node.get(Gemm.BETA).floatValue();
    boolean single = value.shape().elementCount() == 1;
    for (int column = 0; column < product.matrix().columns(); column++) {
      float bias = Lanes.get(c.address() + (single ? 0 : 4L * column));
      product.matrix().setBias(column, beta * bias);
    }
  }

  @Override
  public void run(Buffers buffers, Workers workers) {
    if (packsEachRun) {
      workers.run(product.matrix().panels(), pack, buffers);
    }
    workers.run(blocks * product.matrix().panels(), multiply, buffers);
  }

  private void pack(Buffers buffers, int panel, int worker) {
    packPanel(panel, buffers.input(1).address());
  }

  private void packPanel(int panel, long right) {
    product.matrix().pack(panel, right, rightRowStep, rightColumnStep, scale);
  }

  private void multiply(Buffers buffers, int part, int worker) {
    int panel = part % product.matrix().panels();
    int first = part / product.matrix().panels() * blockRows;
    int count = Math.min(blockRows, rows - first);
    long resultStep = 4L * product.matrix().columns();
    product.multiply(
        worker,
        panel,
        count,
        buffers.input(0).address() + 4L * first * depth,
        4L * depth,
        buffers.output().address() + first * resultStep,
        resultStep,
        0);
  }
}
