package dev.webnn4j.backend.java.kernel.vector;

import dev.webnn4j.backend.java.kernel.Accumulation;
import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.backend.java.kernel.RunningSums;

/**
 * Sums of float32 in lanes that lie side by side. The sum of a chunk is kept apart from that of the
 * chunks before it, so that neither takes many roundings.
 */
final class FloatRunningSums extends RunningSums {
  private final double[] table;
  private final long before;
  private final long sums;

  FloatRunningSums(KernelContext context, double[] table, boolean exclusive, boolean reversed) {
    super(exclusive, reversed);
    this.table = table;
    before = context.allocate(4L * BLOCK).address();
    sums = context.allocate(4L * BLOCK).address();
  }

  @Override
  public void clear(int lanes) {
    Lanes.fill(0, before, lanes);
    Lanes.fill(0, sums, lanes);
  }

  @Override
  public void save(int place, int lanes) {
    for (int i = 0; i < lanes; i++) {
      table[place + i] = Lanes.get(sums + 4L * i);
    }
  }

  @Override
  public void restore(int place, int lanes) {
    Lanes.fill(0, sums, lanes);
    for (int i = 0; i < lanes; i++) {
      Lanes.put(before + 4L * i, (float) table[place + i]);
    }
  }

  @Override
  public void accumulate(int place, int step, int chunks) {
    accumulate(table, place, step, chunks);
  }

  @Override
  public void step(Buffers buffers, long from, int lanes, boolean write) {
    if (write && exclusive) {
      store(buffers.output().address() + 4 * from, lanes);
    }
    long row = buffers.input(0).address() + 4 * from;
    ColumnLoops.accumulate(Accumulation.SUM, sums, row, sums, lanes);
    if (write && !exclusive) {
      store(buffers.output().address() + 4 * from, lanes);
    }
  }

  private void store(long output, int lanes) {
    long end = 4L * lanes;
    long at = 0;
    for (; at <= end - Lanes.BYTES; at += Lanes.BYTES) {
      Lanes.store(Lanes.load(sums + at).add(Lanes.load(before + at)), output + at);
    }
    for (; at < end; at += 4) {
      Lanes.put(output + at, Lanes.get(sums + at) + Lanes.get(before + at));
    }
  }

  @Override
  public void block(Buffers buffers, long from, int count, boolean write) {
    throw new IllegalStateException("a kernel of lanes that lie side by side has no others");
  }
}
