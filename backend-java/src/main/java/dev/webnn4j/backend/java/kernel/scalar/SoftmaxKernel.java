package dev.webnn4j.backend.java.kernel.scalar;

import dev.webnn4j.Shape;
import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.graph.Node;
import dev.webnn4j.op.Softmax;

/** Softmax, lane after lane; exponentials and their sum in double. */
final class SoftmaxKernel extends PartsByShape {
  private static final long ELEMENTS_OF_PART = 1 << 12;

  private final Floats floats;
  private final Lanes lanes;
  private final long lanesOfPart;
  private final float[][] rows;
  private final double[][] exponentials;

  private SoftmaxKernel(Node node, KernelContext context, Lanes lanes, long lanesOfPart) {
    super(Math.ceilDiv(lanes.count(), lanesOfPart));
    this.floats = Floats.of(node.result().type().dataType());
    this.lanes = lanes;
    this.lanesOfPart = lanesOfPart;
    rows = new float[context.workers()][lanes.size()];
    exponentials = new double[context.workers()][lanes.size()];
  }

  static Candidate offer(Node node, KernelContext context) {
    Shape shape = node.result().shape();
    Lanes lanes = Lanes.of(shape, node.call().axis(Softmax.AXIS, shape.rank()));
    long lanesOfPart = Math.ceilDiv(ELEMENTS_OF_PART, (long) lanes.size());
    return Candidate.accept("softmax", new SoftmaxKernel(node, context, lanes, lanesOfPart));
  }

  @Override
  public boolean worksInPlace(int operand) {
    return operand == 0;
  }

  @Override
  public void run(Buffers buffers, int part, int worker) {
    float[] row = rows[worker];
    long end = Math.min(lanes.count(), (part + 1) * lanesOfPart);
    for (long lane = part * lanesOfPart; lane < end; lane++) {
      long from = lanes.start(lane);
      floats.load(buffers.input(0), from, lanes.step(), row, 0, row.length);
      softmax(row, exponentials[worker]);
      floats.store(row, 0, buffers.output(), from, lanes.step(), row.length);
    }
  }

  private static void softmax(float[] row, double[] exponentials) {
    float max = Float.NEGATIVE_INFINITY;
    for (float x : row) {
      max = Math.max(max, x);
    }
    double sum = 0;
    for (int i = 0; i < row.length; i++) {
      exponentials[i] = Math.exp((double) row[i] - max);
      sum += exponentials[i];
    }
    for (int i = 0; i < row.length; i++) {
      row[i] = (float) (exponentials[i] / sum);
    }
  }
}
