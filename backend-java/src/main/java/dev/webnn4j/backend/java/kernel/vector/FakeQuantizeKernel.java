package dev.webnn4j.backend.java.kernel.vector;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.graph.Node;
import dev.webnn4j.op.FakeQuantize;
import java.lang.foreign.MemorySegment;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * Fake quantisation, rounded as its formula is. A limit that stands still within a run becomes a
 * vector in scratch, and what is left behind the last whole vector is computed there.
 */
final class FakeQuantizeKernel extends BroadcastKernel {
  private static final int OPERANDS = 5;

  /** A vector of each limit, then one of each operand's rest and one of the result's. */
  private static final int SCRATCH_VECTORS = 2 * OPERANDS + 1;

  private static final long SCRATCH_BYTES = SCRATCH_VECTORS * Lanes.BYTES;

  private final float steps;

  /** For each operand all bits, or none if it stands still within a run. */
  private final long[] moves = new long[OPERANDS];

  private final MemorySegment scratch;

  /** For each worker where the operands begin, and where their rests do. */
  private final long[][] places;

  static Candidate offer(Node node, KernelContext context) {
    return node.result().type().dataType() == MLOperandDataType.FLOAT32
        ? Candidate.accept("fakeQuantize", new FakeQuantizeKernel(node, context))
        : Candidate.refuse("only float32");
  }

  private FakeQuantizeKernel(Node node, KernelContext context) {
    super(node, context);
    steps = node.get(FakeQuantize.LEVELS) - 1;
    for (int i = 0; i < OPERANDS; i++) {
      moves[i] = moves(i) ? -1 : 0;
    }
    scratch = context.allocate(SCRATCH_BYTES * context.workers());
    places = new long[context.workers()][OPERANDS];
  }

  @Override
  void stretch(Buffers buffers, long run, long from, long count, int worker) {
    long own = scratch.address() + SCRATCH_BYTES * worker;
    long[] operands = places[worker];
    for (int i = 0; i < OPERANDS; i++) {
      long operand = operand(buffers, i, run, from);
      operands[i] = moves[i] == 0 ? repeat(operand, own + i * Lanes.BYTES) : operand;
    }
    long result = result(buffers, run, from);
    long bytes = 4 * count;
    long whole = bytes - bytes % Lanes.BYTES;
    quantize(operands, result, whole);
    if (whole < bytes) {
      VectorMask<Float> rest = Lanes.first((int) (bytes - whole) / 4);
      for (int i = 0; i < OPERANDS; i++) {
        long copy = own + (OPERANDS + i) * Lanes.BYTES;
        Lanes.store(Lanes.load(operands[i] + (whole & moves[i]), rest), copy);
        operands[i] = copy;
      }
      long last = own + 2 * OPERANDS * Lanes.BYTES;
      quantize(operands, last, Lanes.BYTES);
      Lanes.store(Lanes.load(last), result + whole, rest);
    }
  }

  private static long repeat(long element, long to) {
    Lanes.store(Lanes.broadcast(element), to);
    return to;
  }

  private void quantize(long[] operands, long to, long bytes) {
    long input = operands[0];
    long inputLow = operands[1];
    long inputHigh = operands[2];
    long outputLow = operands[3];
    long outputHigh = operands[4];
    long movesInputLow = moves[1];
    long movesInputHigh = moves[2];
    long movesOutputLow = moves[3];
    long movesOutputHigh = moves[4];
    for (long at = 0; at < bytes; at += Lanes.BYTES) {
      FloatVector x = Lanes.load(input + at);
      FloatVector low = Lanes.load(inputLow + (at & movesInputLow));
      FloatVector high = Lanes.load(inputHigh + (at & movesInputHigh));
      FloatVector least = Lanes.load(outputLow + (at & movesOutputLow));
      FloatVector greatest = Lanes.load(outputHigh + (at & movesOutputHigh));
      FloatVector level = Rounding.roundEven(x.sub(low).div(high.sub(low)).mul(steps));
      FloatVector quantized = level.div(steps).mul(greatest.sub(least)).add(least);
      // Both limits are asked, since low and high may have changed places, and of NaN neither is
      // true, as of their least and greatest.
      VectorMask<Float> below =
          x.compare(VectorOperators.LE, low).and(x.compare(VectorOperators.LE, high));
      VectorMask<Float> above =
          x.compare(VectorOperators.GT, low).and(x.compare(VectorOperators.GT, high));
      Lanes.store(quantized.blend(least, below).blend(greatest, above), to + at);
    }
  }
}
