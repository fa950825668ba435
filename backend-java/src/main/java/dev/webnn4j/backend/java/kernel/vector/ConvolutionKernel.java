package dev.webnn4j.backend.java.kernel.vector;

import dev.webnn4j.MLInputOperandLayout;
import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.backend.java.exec.Workers;
import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.Kernel;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.backend.java.op.Convolution;
import dev.webnn4j.graph.Node;
import dev.webnn4j.graph.Value;
import dev.webnn4j.op.Conv2d;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/**
 * Convolution as a matrix product: pixels times taps, times taps times output channels. Where a
 * pixel's taps lie side by side in the input, as those of a 1x1 convolution do, the rows are read
 * in place; otherwise a block of rows is gathered first.
 */
final class ConvolutionKernel implements Kernel {
  /** The work is cut finer than the threads are many, so that a slow thread holds up nobody. */
  private static final int PARTS_PER_WORKER = 4;

  private final Conv2d.Geometry geometry;
  private final Product[] groups;
  private final boolean direct;
  private final WindowRows rows;
  private final MemorySegment scratch;
  private final long scratchStep;
  private final int residualIndex;
  private final int blockRows;
  private final int blocks;
  private final Workers.Task task = this::block;

  /** Offers a kernel for a {@link Convolution}. */
  static Candidate offer(Node node, KernelContext context) {
    if (node.result().type().dataType() != MLOperandDataType.FLOAT32) {
      return Candidate.refuse("only float32");
    }
    Optional<MemorySegment> filter = context.constant(node.operand(Convolution.FILTER));
    Optional<Value> biasOperand = node.findOperand(Convolution.BIAS);
    Optional<MemorySegment> bias = biasOperand.flatMap(context::constant);
    if (filter.isEmpty() || bias.isPresent() != biasOperand.isPresent()) {
      return Candidate.refuse("filter or bias are not constant");
    }
    Conv2d.Geometry geometry = Convolution.geometry(node);
    Epilogue epilogue =
        Epilogue.of(
            node.operands().has(Convolution.RESIDUAL),
            node.get(Convolution.MIN).floatValue(),
            node.get(Convolution.MAX).floatValue());
    boolean planar = node.get(Convolution.INPUT_LAYOUT) == MLInputOperandLayout.NCHW;
    if (geometry.isDepthwise() && !planar) {
      return Candidate.accept(
          "depthwise",
          new DepthwiseKernel(
              geometry, epilogue, node.indexOf(Convolution.RESIDUAL), filter.get(), bias, context));
    }
    ConvolutionKernel kernel =
        new ConvolutionKernel(node, geometry, planar, epilogue, filter.get(), bias, context);
    return Candidate.accept(kernel.direct ? "gemm" : "gemm over gathered rows", kernel);
  }

  private ConvolutionKernel(
      Node node,
      Conv2d.Geometry geometry,
      boolean planar,
      Epilogue epilogue,
      MemorySegment filter,
      Optional<MemorySegment> bias,
      KernelContext context) {
    this.geometry = geometry;
    this.residualIndex = node.indexOf(Convolution.RESIDUAL);
    this.rows = new WindowRows(geometry, planar);
    this.direct = rows.areInPlace();
    this.groups = Product.ofGroups(geometry, filter, bias, epilogue, context);
    int depth = rows.depth();
    int pixels = rows.count();
    int share = Math.ceilDiv(pixels, context.workers() * PARTS_PER_WORKER);
    int wholeTiles = Math.ceilDiv(share, Tiles.ROWS) * Tiles.ROWS;
    blockRows = Math.min(Product.rowsAtOnce(depth), wholeTiles);
    blocks = Math.ceilDiv(pixels, blockRows);
    scratchStep = direct ? 0 : 4L * blockRows * depth;
    scratch = context.allocate(Math.max(1, scratchStep * context.workers()));
  }

  /** Filter and bias are packed. */
  @Override
  public boolean reads(int operand) {
    return operand == 0 || operand == residualIndex;
  }

  @Override
  public void run(Buffers buffers, Workers workers) {
    workers.run(blocks * groups.length, task, buffers);
  }

  @Override
  public boolean worksInPlace(int operand) {
    return operand == residualIndex;
  }

  private void block(Buffers buffers, int part, int worker) {
    int group = part % groups.length;
    int first = part / groups.length * blockRows;
    int count = Math.min(blockRows, rows.count() - first);
    long input = buffers.input(0).address();
    long pixelBytes = 4L * geometry.outputChannels();
    long offset = first * pixelBytes + 4L * group * geometry.outputChannelsPerGroup();
    long output = buffers.output().address() + offset;
    long residual = residualIndex < 0 ? 0 : buffers.input(residualIndex).address() + offset;
    long a = scratch.address() + worker * scratchStep;
    long aStep = 4L * rows.depth();
    if (direct) {
      aStep = 4L * geometry.inputChannels();
      a = input + first * aStep + 4L * group * geometry.inputChannelsPerGroup();
    } else {
      rows.gather(input, group, first, count, a);
    }
    groups[group].multiply(worker, count, a, aStep, output, pixelBytes, residual);
  }
}
