package dev.webnn4j.backend.java.kernel.scalar;

import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.RunningSums;
import java.util.Arrays;

/** Sums of integers, which wrap. */
final class IntegerRunningSums extends RunningSums {
  private final Integers integers;
  private final long[] table;
  private final long[] sums = new long[BLOCK];
  private final long[] row = new long[BLOCK];

  IntegerRunningSums(Integers integers, long[] table, boolean exclusive, boolean reversed) {
    super(exclusive, reversed);
    this.integers = integers;
    this.table = table;
  }

  @Override
  public void clear(int lanes) {
    Arrays.fill(sums, 0, lanes, 0);
  }

  @Override
  public void save(int place, int lanes) {
    System.arraycopy(sums, 0, table, place, lanes);
  }

  @Override
  public void restore(int place, int lanes) {
    System.arraycopy(table, place, sums, 0, lanes);
  }

  @Override
  public void accumulate(int place, int step, int chunks) {
    long before = 0;
    for (int i = 0; i < chunks; i++) {
      int at = place + (reversed ? chunks - 1 - i : i) * step;
      long own = table[at];
      table[at] = before;
      before += own;
    }
  }

  @Override
  public void step(Buffers buffers, long from, int lanes, boolean write) {
    integers.load(buffers.input(0), from, 1, row, 0, lanes);
    if (exclusive) {
      for (int i = 0; i < lanes; i++) {
        long x = row[i];
        row[i] = sums[i];
        sums[i] += x;
      }
    } else {
      for (int i = 0; i < lanes; i++) {
        sums[i] += row[i];
        row[i] = sums[i];
      }
    }
    if (write) {
      integers.store(row, 0, buffers.output(), from, lanes);
    }
  }

  @Override
  public void block(Buffers buffers, long from, int count, boolean write) {
    integers.load(buffers.input(0), from, 1, row, 0, count);
    long sum = sums[0];
    for (int k = 0; k < count; k++) {
      int i = reversed ? count - 1 - k : k;
      long next = sum + row[i];
      row[i] = exclusive ? sum : next;
      sum = next;
    }
    sums[0] = sum;
    if (write) {
      integers.store(row, 0, buffers.output(), from, count);
    }
  }
}
