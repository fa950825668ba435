package dev.webnn4j.backend.java.kernel.vector;

import dev.webnn4j.backend.java.exec.Workers;
import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.Kernel;
import dev.webnn4j.backend.java.kernel.KernelContext;
import java.lang.foreign.MemorySegment;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/** Softmax along another axis than the last: a vector of neighbouring columns at a time. */
final class ColumnSoftmaxKernel implements Kernel {
  private final Columns columns;
  private final Ranges ranges;
  private final MemorySegment scratch;
  private final Workers.Task task = this::part;

  ColumnSoftmaxKernel(Columns columns, KernelContext context) {
    this.columns = columns;
    ranges = columns.ranges(4, context.workers());
    scratch = context.allocate(Lanes.BYTES * context.workers());
  }

  @Override
  public void run(Buffers buffers, Workers workers) {
    workers.run(ranges.parts(), task, buffers);
  }

  @Override
  public boolean worksInPlace(int operand) {
    return operand == 0;
  }

  private void part(Buffers buffers, int part, int worker) {
    long own = scratch.address() + Lanes.BYTES * worker;
    for (long vector = ranges.from(part); vector < ranges.to(part); vector++) {
      long offset = 4 * columns.start(vector);
      long input = buffers.input(0).address() + offset;
      long output = buffers.output().address() + offset;
      max(input, columns.count(vector), own);
      powers(input, output, columns.count(vector), own);
      divide(output, columns.count(vector), own);
    }
  }

  /** Leaves the maxima in scratch. */
  private void max(long from, int count, long own) {
    VectorMask<Float> mask = Lanes.first(count);
    FloatVector max = Lanes.load(from, mask);
    for (int i = 1; i < columns.size(); i++) {
      max = max.max(Lanes.load(from + 4L * i * columns.step(), mask));
    }
    Lanes.store(max, own);
  }

  /** Replaces the maxima by the sums. */
  private void powers(long from, long to, int count, long own) {
    VectorMask<Float> mask = Lanes.first(count);
    FloatVector max = Lanes.load(own);
    FloatVector sums = Lanes.zero();
    for (int i = 0; i < columns.size(); i++) {
      long at = 4L * i * columns.step();
      FloatVector powers = Exponential.exp(Lanes.load(from + at, mask).sub(max));
      Lanes.store(powers, to + at, mask);
      sums = sums.add(powers);
    }
    Lanes.store(sums, own);
  }

  private void divide(long from, int count, long own) {
    VectorMask<Float> mask = Lanes.first(count);
    FloatVector sums = Lanes.load(own);
    for (int i = 0; i < columns.size(); i++) {
      long at = from + 4L * i * columns.step();
      Lanes.store(Lanes.load(at, mask).div(sums), at, mask);
    }
  }
}
