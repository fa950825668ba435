package dev.webnn4j.backend.java.kernel.vector;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.Shape;
import dev.webnn4j.backend.java.exec.Workers;
import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.Kernel;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.backend.java.kernel.PanelProduct;
import dev.webnn4j.graph.Node;
import dev.webnn4j.graph.Value;
import dev.webnn4j.op.Broadcasting;
import dev.webnn4j.op.Gemm;
import dev.webnn4j.op.Matmul;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Optional;

/** Products of matrices, one or a batch of them. */
final class MatrixKernel implements Kernel {
  private static final int PARTS_PER_WORKER = 4;
  private static final int ADDEND = 2;

  /** With fewer rows, packing a matrix takes longer than multiplying with it. */
  private static final int LEAST_ROWS = Tiles.ROWS;

  /** A factor beyond this might make an element of b infinite, or below its inverse nothing. */
  private static final float EXTREME = 0x1p20f;

  private static final String TOO_FEW_ROWS =
      "b is not constant, and so few rows do not pay for packing it";

  private final LeftMatrix left;
  private final RightMatrices right;
  private final Optional<Addend> addend;

  /** For each product, which of the left-hand and of the right-hand matrices. */
  private final int[] leftPlaces;

  private final int[] rightPlaces;
  private final int blockRows;
  private final int blocks;
  private final Ranges ranges;

  /** What multiplies faster than vectors, if anything does. */
  private final Optional<PanelProduct> product;

  private final Workers.Task multiply = this::multiply;

  static Candidate offerGemm(
      Node node, KernelContext context, Optional<PanelProduct.Factory> products) {
    if (node.result().type().dataType() != MLOperandDataType.FLOAT32) {
      return Candidate.refuse("only float32");
    }
    Shape result = node.result().shape();
    boolean aTransposed = node.get(Gemm.A_TRANSPOSE);
    int depth = node.operand(Gemm.A).shape().dim(aTransposed ? 0 : 1);
    Optional<MemorySegment> b = context.constant(node.operand(Gemm.B));
    if (b.isEmpty() && result.dim(0) < LEAST_ROWS) {
      return Candidate.refuse(TOO_FEW_ROWS);
    }
    float alpha = node.get(Gemm.ALPHA).floatValue();
    boolean moderate = Math.abs(alpha) >= 1 / EXTREME && Math.abs(alpha) <= EXTREME;
    if (alpha != 0 && !moderate) {
      return Candidate.refuse("alpha is too large or too small to go into b");
    }
    RightMatrices right =
        new RightMatrices(1, depth, result.dim(1), node.get(Gemm.B_TRANSPOSE), alpha, b, context);
    Optional<Value> c = node.findOperand(Gemm.C);
    float beta = node.get(Gemm.BETA).floatValue();
    Optional<Addend> addend = c.map(value -> Addend.of(value.shape(), result, beta));
    Optional<MemorySegment> row =
        addend.filter(added -> added.rowStep() == 0).flatMap(_ -> context.constant(c.get()));
    row.ifPresent(numbers -> setBias(right, addend.get(), numbers.address()));
    return Candidate.accept(
        "gemm",
        new MatrixKernel(
            new LeftMatrix(result.dim(0), depth, aTransposed, context),
            right,
            row.isPresent() ? Optional.empty() : addend,
            new int[1],
            new int[1],
            products,
            context));
  }

  /** What is the same for all rows the sums begin with. */
  private static void setBias(RightMatrices right, Addend row, long numbers) {
    for (int column = 0; column < right.columns(); column++) {
      float bias = Lanes.get(row.address(numbers, 0, column));
      right.get(0).matrix().setBias(column, row.factor() * bias);
    }
  }

  static Candidate offerMatmul(
      Node node, KernelContext context, Optional<PanelProduct.Factory> products) {
    if (node.result().type().dataType() != MLOperandDataType.FLOAT32) {
      return Candidate.refuse("only float32");
    }
    Shape a = node.operand(Matmul.A).shape();
    Shape b = node.operand(Matmul.B).shape();
    Shape batch = Matmul.batch(node.result().shape());
    int matrices = Math.toIntExact(Matmul.batch(b).elementCount());
    // One matrix for all of a's: their rows are rows of a single, tall matrix.
    boolean tall = matrices == 1;
    int rows = tall ? Math.toIntExact(a.elementCount(0, a.rank() - 1)) : a.dim(-2);
    Optional<MemorySegment> constant = context.constant(node.operand(Matmul.B));
    if (constant.isEmpty() && rows < LEAST_ROWS) {
      return Candidate.refuse(TOO_FEW_ROWS);
    }
    return Candidate.accept(
        "gemm",
        new MatrixKernel(
            new LeftMatrix(rows, a.dim(-1), false, context),
            new RightMatrices(matrices, b.dim(-2), b.dim(-1), false, 1, constant, context),
            Optional.empty(),
            tall ? new int[1] : places(Matmul.batch(a), batch),
            tall ? new int[1] : places(Matmul.batch(b), batch),
            products,
            context));
  }

  /** For each element of a shape, which element of one that broadcasts to it. */
  private static int[] places(Shape from, Shape to) {
    long[] strides = Broadcasting.strides(from, to);
    int[] places = new int[Math.toIntExact(to.elementCount())];
    for (int i = 0; i < places.length; i++) {
      int rest = i;
      for (int axis = to.rank() - 1; axis >= 0; axis--) {
        places[i] += (int) (rest % to.dim(axis) * strides[axis]);
        rest /= to.dim(axis);
      }
    }
    return places;
  }

  private MatrixKernel(
      LeftMatrix left,
      RightMatrices right,
      Optional<Addend> addend,
      int[] leftPlaces,
      int[] rightPlaces,
      Optional<PanelProduct.Factory> products,
      KernelContext context) {
    this.left = left;
    this.right = right;
    this.addend = addend;
    this.leftPlaces = leftPlaces;
    this.rightPlaces = rightPlaces;
    long allRows = (long) left.rows() * leftPlaces.length;
    long share = Math.ceilDiv(allRows, (long) context.workers() * PARTS_PER_WORKER);
    long wholeTiles = Math.ceilDiv(Math.min(share, left.rows()), Tiles.ROWS) * Tiles.ROWS;
    blockRows = (int) Math.min(Product.rowsAtOnce(left.depth()), wholeTiles);
    blocks = Math.ceilDiv(left.rows(), blockRows);
    long items = (long) leftPlaces.length * blocks * right.panels();
    long cost = (long) blockRows * left.depth() * Lanes.TILE_VECTORS;
    ranges = Ranges.of(items, cost, context.workers());
    product = products.map(factory -> factory.of(shapeOfProduct(), context));
  }

  private PanelProduct.Shape shapeOfProduct() {
    PackedMatrix matrix = right.get(0).matrix();
    int rest = left.rows() % blockRows;
    int last = right.panels() - 1;
    return new PanelProduct.Shape(
        Lanes.LENGTH,
        left.depth(),
        4L * left.depth(),
        4L * right.columns(),
        rest == 0 ? List.of(blockRows) : List.of(Math.min(blockRows, left.rows()), rest),
        List.of(matrix.width(0), matrix.width(last)));
  }

  @Override
  public boolean reads(int operand) {
    return switch (operand) {
      case RightMatrices.OPERAND -> right.isReadByRuns();
      case ADDEND -> addend.isPresent();
      default -> true;
    };
  }

  @Override
  public void run(Buffers buffers, Workers workers) {
    left.prepare(buffers, workers);
    right.prepare(buffers, workers);
    workers.run(ranges.parts(), multiply, buffers);
  }

  private void multiply(Buffers buffers, int part, int worker) {
    for (long item = ranges.from(part); item < ranges.to(part); item++) {
      int panel = (int) (item % right.panels());
      int block = (int) (item / right.panels() % blocks);
      int place = (int) (item / right.panels() / blocks);
      multiply(buffers, place, block * blockRows, panel, worker);
    }
  }

  private void multiply(Buffers buffers, int place, int first, int panel, int worker) {
    int count = Math.min(blockRows, left.rows() - first);
    long aStep = 4L * left.depth();
    long step = 4L * right.columns();
    long row = (long) leftPlaces[place] * left.rows() + first;
    long a = left.address(buffers) + row * aStep;
    long result = buffers.output().address() + ((long) place * left.rows() + first) * step;
    Product vectors = right.get(rightPlaces[place]);
    PackedMatrix matrix = vectors.matrix();
    int column = matrix.firstColumn(panel);
    if (product.isPresent()) {
      long to = result + 4L * column;
      product.get().multiply(matrix.address(panel), matrix.width(panel), count, a, to);
    } else {
      vectors.multiply(worker, panel, count, a, aStep, result, step, 0);
    }
    if (addend.isPresent()) {
      long c = addend.get().address(buffers.input(ADDEND).address(), first, column);
      addend.get().add(c, result + 4L * column, step, count, matrix.width(panel));
    }
  }
}
