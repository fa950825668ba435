package dev.webnn4j.backend.java.kernel.scalar;

import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.RunningSums;
import java.util.Arrays;

/** Sums of floats, in double precision. */
final class FloatRunningSums extends RunningSums {
  private final Floats floats;
  private final double[] table;
  private final double[] sums = new double[BLOCK];
  private final float[] row = new float[BLOCK];

  FloatRunningSums(Floats floats, double[] table, boolean exclusive, boolean reversed) {
    super(exclusive, reversed);
    this.floats = floats;
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
    accumulate(table, place, step, chunks);
  }

  @Override
  public void step(Buffers buffers, long from, int lanes, boolean write) {
    floats.load(buffers.input(0), from, row, 0, lanes);
    if (exclusive) {
      for (int i = 0; i < lanes; i++) {
        float x = row[i];
        row[i] = (float) sums[i];
        sums[i] += x;
      }
    } else {
      for (int i = 0; i < lanes; i++) {
        sums[i] += row[i];
        row[i] = (float) sums[i];
      }
    }
    if (write) {
      floats.store(row, 0, buffers.output(), from, lanes);
    }
  }

  @Override
  public void block(Buffers buffers, long from, int count, boolean write) {
    floats.load(buffers.input(0), from, row, 0, count);
    double sum = sums[0];
    for (int k = 0; k < count; k++) {
      int i = reversed ? count - 1 - k : k;
      double next = sum + row[i];
      row[i] = (float) (exclusive ? sum : next);
      sum = next;
    }
    sums[0] = sum;
    if (write) {
      floats.store(row, 0, buffers.output(), from, count);
    }
  }
}
