package dev.webnn4j.backend.java.kernel.vector;

import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.backend.java.kernel.RunningSums;
import jdk.incubator.vector.IntVector;

/** Sums of int32, which wrap, in lanes that lie side by side. */
final class IntRunningSums extends RunningSums {
  private final int[] table;
  private final long sums;

  IntRunningSums(KernelContext context, int[] table, boolean exclusive, boolean reversed) {
    super(exclusive, reversed);
    this.table = table;
    sums = context.allocate(4L * BLOCK).address();
  }

  @Override
  public void clear(int lanes) {
    Lanes.fill(0, sums, lanes);
  }

  @Override
  public void save(int place, int lanes) {
    for (int i = 0; i < lanes; i++) {
      table[place + i] = Lanes.getInt(sums + 4L * i);
    }
  }

  @Override
  public void restore(int place, int lanes) {
    for (int i = 0; i < lanes; i++) {
      Lanes.putInt(sums + 4L * i, table[place + i]);
    }
  }

  @Override
  public void accumulate(int place, int step, int chunks) {
    int before = 0;
    for (int i = 0; i < chunks; i++) {
      int at = place + (reversed ? chunks - 1 - i : i) * step;
      int own = table[at];
      table[at] = before;
      before += own;
    }
  }

  @Override
  public void step(Buffers buffers, long from, int lanes, boolean write) {
    long row = buffers.input(0).address() + 4 * from;
    long output = buffers.output().address() + 4 * from;
    if (write && exclusive) {
      Lanes.copy(sums, output, lanes);
    }
    long end = 4L * lanes;
    long at = 0;
    for (; at <= end - Lanes.BYTES; at += Lanes.BYTES) {
      IntVector sum = Lanes.loadInts(sums + at).add(Lanes.loadInts(row + at));
      Lanes.storeInts(sum, sums + at);
    }
    for (; at < end; at += 4) {
      Lanes.putInt(sums + at, Lanes.getInt(sums + at) + Lanes.getInt(row + at));
    }
    if (write && !exclusive) {
      Lanes.copy(sums, output, lanes);
    }
  }

  @Override
  public void block(Buffers buffers, long from, int count, boolean write) {
    throw new IllegalStateException("a kernel of lanes that lie side by side has no others");
  }
}
