package dev.webnn4j.backend.java.kernel.vector;

import dev.webnn4j.MLInterpolationMode;
import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.Shape;
import dev.webnn4j.backend.java.exec.Workers;
import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.Kernel;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.backend.java.kernel.SamplePoints;
import dev.webnn4j.graph.Node;
import dev.webnn4j.op.Resample2d;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/** Resizing of channels-last images, a row of output pixels at a time. */
final class ResampleKernel implements Kernel {
  private final SamplePoints rows;
  private final SamplePoints columns;
  private final Shape input;
  private final Shape output;
  private final VectorMask<Float> lastVector;
  private final boolean linear;
  private final Workers.Task task = this::row;

  static Candidate offer(Node node, KernelContext context) {
    if (node.result().type().dataType() != MLOperandDataType.FLOAT32) {
      return Candidate.refuse("only float32");
    }
    int[] axes = Resample2d.axes(node.call());
    Arrays.sort(axes);
    if (axes[0] == 2 && axes[1] == 3) {
      return PlanarResampleKernel.offer(node, context);
    }
    if (axes[0] != 1 || axes[1] != 2) {
      return Candidate.refuse("channels are neither last nor planes");
    }
    return Candidate.accept("resample", new ResampleKernel(node));
  }

  private ResampleKernel(Node node) {
    input = node.operand(Resample2d.INPUT).shape();
    output = node.result().shape();
    linear = node.get(Resample2d.MODE) == MLInterpolationMode.LINEAR;
    rows = SamplePoints.of(node, input.dim(1), output.dim(1));
    columns = SamplePoints.of(node, input.dim(2), output.dim(2));
    int rest = output.dim(3) % Lanes.LENGTH;
    lastVector = Lanes.first(rest == 0 ? Lanes.LENGTH : rest);
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
    long upper = base + rows.low(y) * rowBytes;
    long lower = base + rows.high(y) * rowBytes;
    long target = buffers.output().address() + (long) part * output.dim(2) * pixelBytes;
    for (int x = 0; x < output.dim(2); x++) {
      long left = columns.low(x) * pixelBytes;
      long right = columns.high(x) * pixelBytes;
      if (linear) {
        blend(
            upper + left,
            upper + right,
            lower + left,
            lower + right,
            columns.weight(x),
            rows.weight(y),
            target);
      } else {
        Lanes.copy(upper + left, target, output.dim(3));
      }
      target += pixelBytes;
    }
  }

  /** One pixel between four. */
  private void blend(
      long upperLeft,
      long upperRight,
      long lowerLeft,
      long lowerRight,
      float right,
      float down,
      long target) {
    int channels = output.dim(3);
    int c = 0;
    for (; c <= channels - Lanes.LENGTH; c += Lanes.LENGTH) {
      long at = 4L * c;
      FloatVector upper = mix(Lanes.load(upperLeft + at), Lanes.load(upperRight + at), right);
      FloatVector lower = mix(Lanes.load(lowerLeft + at), Lanes.load(lowerRight + at), right);
      Lanes.store(mix(upper, lower, down), target + at);
    }
    if (c < channels) {
      long at = 4L * c;
      VectorMask<Float> m = lastVector;
      FloatVector upper = mix(Lanes.load(upperLeft + at, m), Lanes.load(upperRight + at, m), right);
      FloatVector lower = mix(Lanes.load(lowerLeft + at, m), Lanes.load(lowerRight + at, m), right);
      Lanes.store(mix(upper, lower, down), target + at, m);
    }
  }

  /** What lies between two. */
  static FloatVector mix(FloatVector from, FloatVector to, float weight) {
    // A weight of 0 must not make NaN of an infinity.
    return weight == 0 ? from : to.fma(Lanes.broadcast(weight), from.mul(1 - weight));
  }
}
