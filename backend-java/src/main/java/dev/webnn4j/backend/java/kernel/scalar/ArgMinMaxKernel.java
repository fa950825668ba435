package dev.webnn4j.backend.java.kernel.scalar;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.Shape;
import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.graph.Node;
import dev.webnn4j.op.ArgMinMax;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/**
 * The index of the first least or greatest element. Lanes that lie side by side are searched
 * together, so that memory is read in its own order.
 */
final class ArgMinMaxKernel extends PartsByShape {
  private static final int SIDE_BY_SIDE = 256;
  private static final long ELEMENTS_OF_PART = 1 << 13;

  private final MLOperandDataType type;
  private final Integers results;
  private final Lanes lanes;
  private final long lanesOfPart;
  private final boolean max;
  private final float[][] floatRows;
  private final float[][] floatBests;
  private final long[][] longRows;
  private final long[][] longBests;
  private final long[][] places;

  private ArgMinMaxKernel(
      Node node, KernelContext context, boolean max, Lanes lanes, long lanesOfPart) {
    super(Math.ceilDiv(lanes.count(), lanesOfPart));
    this.type = node.operand(ArgMinMax.INPUT).type().dataType();
    this.results = Integers.of(node.result().type().dataType());
    this.lanes = lanes;
    this.lanesOfPart = lanesOfPart;
    this.max = max;
    int rowSize = lanes.step() == 1 ? lanes.size() : SIDE_BY_SIDE;
    int floats = type.isFloat() ? rowSize : 0;
    int longs = type.isFloat() ? 0 : rowSize;
    floatRows = new float[context.workers()][floats];
    floatBests = new float[context.workers()][Math.min(floats, SIDE_BY_SIDE)];
    longRows = new long[context.workers()][longs];
    longBests = new long[context.workers()][Math.min(longs, SIDE_BY_SIDE)];
    places = new long[context.workers()][SIDE_BY_SIDE];
  }

  static Candidate offer(Node node, KernelContext context) {
    boolean max = ArgMinMax.of(node.operator()).orElseThrow() == ArgMinMax.ARG_MAX;
    Shape shape = node.operand(ArgMinMax.INPUT).shape();
    Lanes lanes = Lanes.of(shape, node.call().axis(ArgMinMax.AXIS, shape.rank()));
    long lanesOfPart = Math.ceilDiv(ELEMENTS_OF_PART, (long) lanes.size());
    return Candidate.accept(
        "argMinMax", new ArgMinMaxKernel(node, context, max, lanes, lanesOfPart));
  }

  @Override
  public void run(Buffers buffers, int part, int worker) {
    long end = Math.min(lanes.count(), (part + 1) * lanesOfPart);
    long lane = part * lanesOfPart;
    while (lane < end) {
      if (lanes.step() == 1) {
        results.set(buffers.output(), lane, searchLane(buffers.input(0), lane, worker));
        lane++;
      } else {
        long neighbours = lanes.step() - lane % lanes.step();
        int count = (int) Math.min(Math.min(SIDE_BY_SIDE, neighbours), end - lane);
        searchSideBySide(buffers.input(0), lane, count, worker);
        results.store(places[worker], 0, buffers.output(), lane, count);
        lane += count;
      }
    }
  }

  private int searchLane(MemorySegment input, long lane, int worker) {
    int best = 0;
    if (type.isFloat()) {
      float[] row = floatRows[worker];
      Floats.of(type).load(input, lanes.start(lane), row, 0, row.length);
      for (int i = 1; i < row.length; i++) {
        best = (max ? row[i] > row[best] : row[i] < row[best]) ? i : best;
      }
    } else {
      long[] row = longRows[worker];
      loadOrdered(input, lanes.start(lane), row, row.length);
      for (int i = 1; i < row.length; i++) {
        best = (max ? row[i] > row[best] : row[i] < row[best]) ? i : best;
      }
    }
    return best;
  }

  private void searchSideBySide(MemorySegment input, long lane, int count, int worker) {
    Arrays.fill(places[worker], 0, count, 0);
    for (int i = 0; i < lanes.size(); i++) {
      long from = lanes.start(lane) + i * lanes.step();
      if (type.isFloat()) {
        float[] row = i == 0 ? floatBests[worker] : floatRows[worker];
        Floats.of(type).load(input, from, row, 0, count);
        replace(floatBests[worker], row, places[worker], i, count);
      } else {
        long[] row = i == 0 ? longBests[worker] : longRows[worker];
        loadOrdered(input, from, row, count);
        replace(longBests[worker], row, places[worker], i, count);
      }
    }
  }

  private void replace(float[] best, float[] row, long[] place, int index, int count) {
    for (int j = 0; j < count; j++) {
      if (max ? row[j] > best[j] : row[j] < best[j]) {
        best[j] = row[j];
        place[j] = index;
      }
    }
  }

  private void replace(long[] best, long[] row, long[] place, int index, int count) {
    for (int j = 0; j < count; j++) {
      if (max ? row[j] > best[j] : row[j] < best[j]) {
        best[j] = row[j];
        place[j] = index;
      }
    }
  }

  private void loadOrdered(MemorySegment input, long from, long[] row, int count) {
    Integers.of(type).load(input, from, 1, row, 0, count);
    long order = Integers.order(type);
    for (int i = 0; order != 0 && i < count; i++) {
      row[i] ^= order;
    }
  }
}
