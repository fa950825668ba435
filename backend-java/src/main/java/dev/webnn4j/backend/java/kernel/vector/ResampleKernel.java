package dev.webnn4j.backend.java.kernel.vector;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.Shape;
import dev.webnn4j.backend.java.exec.Workers;
import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.Kernel;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.backend.java.kernel.PixelResize;
import dev.webnn4j.backend.java.kernel.SamplePoints;
import dev.webnn4j.graph.Node;
import dev.webnn4j.op.Resample2d;
import java.util.Arrays;

/** Resizing of channels-last images, a row of output pixels at a time. */
final class ResampleKernel implements Kernel {
  private final SamplePoints rows;
  private final Shape input;
  private final Shape output;
  private final PixelResize resize;
  private final Workers.Task task = this::row;

  static Candidate offer(Node node, KernelContext context) {
    if (node.result().type().dataType() != MLOperandDataType.FLOAT32) {
      return Candidate.refuse("only float32");
    }
    int[] axes = axes(node);
    if (axes[0] == 2 && axes[1] == 3) {
      return PlanarResampleKernel.offer(node, context);
    }
    return offer(node, context, (shape, _) -> new PixelMix(shape));
  }

  /** With rows of another tier. */
  static Candidate offer(Node node, KernelContext context, PixelResize.Factory rows) {
    if (node.result().type().dataType() != MLOperandDataType.FLOAT32) {
      return Candidate.refuse("only float32");
    }
    int[] axes = axes(node);
    return axes[0] == 1 && axes[1] == 2
        ? Candidate.accept("resample", new ResampleKernel(node, context, rows))
        : Candidate.refuse("channels are not last");
  }

  private static int[] axes(Node node) {
    int[] axes = Resample2d.axes(node.call());
    Arrays.sort(axes);
    return axes;
  }

  private ResampleKernel(Node node, KernelContext context, PixelResize.Factory factory) {
    input = node.operand(Resample2d.INPUT).shape();
    output = node.result().shape();
    rows = SamplePoints.of(node, input.dim(1), output.dim(1));
    SamplePoints columns = SamplePoints.of(node, input.dim(2), output.dim(2));
    resize = factory.of(new PixelResize.Shape(columns, output.dim(2), output.dim(3)), context);
  }

  @Override
  public void run(Buffers buffers, Workers workers) {
    workers.run(output.dim(0) * output.dim(1), task, buffers);
  }

  private void row(Buffers buffers, int part, int worker) {
    int image = part / output.dim(1);
    int y = part % output.dim(1);
    long pixelBytes = 4L * output.dim(3);
    long rowBytes = input.dim(2) * pixelBytes;
    long base = buffers.input(0).address() + (long) image * input.dim(1) * rowBytes;
    resize.row(
        base + rows.low(y) * rowBytes,
        base + rows.high(y) * rowBytes,
        rows.weight(y),
        buffers.output().address() + (long) part * output.dim(2) * pixelBytes,
        worker);
  }
}
