package dev.webnn4j.backend.java.kernel.vector;

import dev.webnn4j.backend.java.exec.Workers;
import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.Kernel;
import dev.webnn4j.backend.java.kernel.KernelContext;
import java.lang.foreign.MemorySegment;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** The first index of the extreme element along another axis than the last. */
final class ColumnArgMinMaxKernel implements Kernel {
  private final Columns columns;
  private final boolean max;
  private final boolean ofInts;
  private final boolean wide;
  private final IntExtremes ints;
  private final Ranges ranges;
  private final MemorySegment scratch;
  private final Workers.Task task = this::part;

  /**
   * @param max whether the greatest element is meant
   * @param ofInts whether elements are int32, not float32
   * @param wide whether results are int64, not int32
   */
  ColumnArgMinMaxKernel(
      Columns columns, boolean max, boolean ofInts, boolean wide, KernelContext context) {
    this.columns = columns;
    this.max = max;
    this.ofInts = ofInts;
    this.wide = wide;
    ints = new IntExtremes(max);
    ranges = columns.ranges(1, context.workers());
    scratch = context.allocate(Lanes.BYTES * context.workers());
  }

  @Override
  public void run(Buffers buffers, Workers workers) {
    workers.run(ranges.parts(), task, buffers);
  }

  private void part(Buffers buffers, int part, int worker) {
    long own = scratch.address() + Lanes.BYTES * worker;
    for (long vector = ranges.from(part); vector < ranges.to(part); vector++) {
      int count = columns.count(vector);
      long from = buffers.input(0).address() + 4 * columns.start(vector);
      if (ofInts) {
        ints.indices(from, count, columns.size(), 4 * columns.step(), own);
      } else {
        search(from, count, own);
      }
      long first = vector / columns.vectors() * columns.step() + columns.column(vector);
      for (int i = 0; i < count; i++) {
        int place = Lanes.getInt(own + 4L * i);
        if (wide) {
          Lanes.putLong(buffers.output().address() + 8 * (first + i), place);
        } else {
          Lanes.putInt(buffers.output().address() + 4 * (first + i), place);
        }
      }
    }
  }

  /** Leaves the indices in scratch. Nothing is more extreme than NaN, nor is NaN. */
  private void search(long from, int count, long own) {
    VectorMask<Float> mask = Lanes.first(count);
    FloatVector best = Lanes.load(from, mask);
    IntVector places = IntVector.zero(Lanes.INTS);
    for (int i = 1; i < columns.size(); i++) {
      FloatVector values = Lanes.load(from + 4L * i * columns.step(), mask);
      VectorMask<Float> better =
          max ? values.compare(VectorOperators.GT, best) : values.compare(VectorOperators.LT, best);
      best = best.blend(values, better);
      places = places.blend(i, better.cast(Lanes.INTS));
    }
    Lanes.storeInts(places, own);
  }
}
