package dev.webnn4j.backend.java.kernel.scalar;

import dev.webnn4j.Shape;
import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.graph.Node;
import dev.webnn4j.op.FakeQuantize;

/** Fake quantisation, by its formula. */
final class FakeQuantizeKernel extends BlockKernel {
  private static final int OPERANDS = 5;

  private final Floats floats;
  private final float steps;
  private final StridedView[] views = new StridedView[OPERANDS];
  private final float[][][] rows;

  private FakeQuantizeKernel(Node node, KernelContext context) {
    super(node.result().type().elementCount());
    floats = Floats.of(node.result().type().dataType());
    steps = node.get(FakeQuantize.LEVELS) - 1;
    Shape shape = node.result().shape();
    for (int i = 0; i < OPERANDS; i++) {
      views[i] = StridedView.broadcast(node.operands().flat().get(i).shape(), shape);
    }
    rows = new float[context.workers()][OPERANDS][BLOCK];
  }

  static Candidate offer(Node node, KernelContext context) {
    return Candidate.accept("fakeQuantize", new FakeQuantizeKernel(node, context));
  }

  @Override
  void block(Buffers buffers, int worker, long at, int count) {
    float[][] own = rows[worker];
    for (int i = 0; i < OPERANDS; i++) {
      views[i].load(floats, buffers.input(i), at, own[i], count);
    }
    quantize(own[0], own[1], own[2], own[3], own[4], count);
    floats.store(own[0], 0, buffers.output(), at, count);
  }

  private void quantize(
      float[] x, float[] inLow, float[] inHigh, float[] outLow, float[] outHigh, int count) {
    for (int i = 0; i < count; i++) {
      float value = x[i];
      if (value <= Math.min(inLow[i], inHigh[i])) {
        x[i] = outLow[i];
      } else if (value > Math.max(inLow[i], inHigh[i])) {
        x[i] = outHigh[i];
      } else {
        float level = (float) Math.rint((value - inLow[i]) / (inHigh[i] - inLow[i]) * steps);
        x[i] = level / steps * (outHigh[i] - outLow[i]) + outLow[i];
      }
    }
  }
}
