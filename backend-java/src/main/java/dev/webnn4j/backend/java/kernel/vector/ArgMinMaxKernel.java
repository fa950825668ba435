package dev.webnn4j.backend.java.kernel.vector;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.Shape;
import dev.webnn4j.backend.java.exec.Workers;
import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.Kernel;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.graph.Node;
import dev.webnn4j.op.ArgMinMax;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** The first index of the extreme element along the last axis: the extreme, then where it is. */
final class ArgMinMaxKernel implements Kernel {
  /** 1, or -1 where the least is meant: then there is but the greatest to search. */
  private final float sign;

  private final boolean ofInts;
  private final boolean wide;
  private final IntExtremes ints;
  private final int length;
  private final Ranges ranges;
  private final Workers.Task task = this::part;

  static Candidate offer(Node node, KernelContext context) {
    Shape input = node.operand(ArgMinMax.INPUT).shape();
    MLOperandDataType type = node.operand(ArgMinMax.INPUT).type().dataType();
    if (type != MLOperandDataType.FLOAT32 && type != MLOperandDataType.INT32) {
      return Candidate.refuse("only float32 and int32");
    }
    boolean ofInts = type == MLOperandDataType.INT32;
    boolean max = node.operator() == ArgMinMax.ARG_MAX.operator();
    boolean wide = node.get(ArgMinMax.OUTPUT_DATA_TYPE) == MLOperandDataType.INT64;
    Columns columns = Columns.of(input, node.get(ArgMinMax.AXIS).intValue());
    return Candidate.accept(
        "argmax",
        columns.step() == 1
            ? new ArgMinMaxKernel(max, ofInts, wide, columns, context)
            : new ColumnArgMinMaxKernel(columns, max, ofInts, wide, context));
  }

  private ArgMinMaxKernel(
      boolean max, boolean ofInts, boolean wide, Columns rows, KernelContext context) {
    sign = max ? 1 : -1;
    this.ofInts = ofInts;
    this.wide = wide;
    ints = new IntExtremes(max);
    length = rows.size();
    ranges = Ranges.of(rows.outer(), length, context.workers());
  }

  @Override
  public void run(Buffers buffers, Workers workers) {
    workers.run(ranges.parts(), task, buffers);
  }

  private void part(Buffers buffers, int part, int worker) {
    long input = buffers.input(0).address();
    long output = buffers.output().address();
    for (long row = ranges.from(part); row < ranges.to(part); row++) {
      long at = input + 4 * row * length;
      int index = ofInts ? ints.index(at, length) : index(at);
      if (wide) {
        Lanes.putLong(output + 8 * row, index);
      } else {
        Lanes.putInt(output + 4 * row, index);
      }
    }
  }

  private int index(long row) {
    int whole = length - length % Lanes.LENGTH;
    float greatest = whole == 0 ? Float.NEGATIVE_INFINITY : greatest(row, row + 4L * whole);
    for (int i = whole; i < length; i++) {
      greatest = Math.max(greatest, sign * Lanes.get(row + 4L * i));
    }
    return find(row, sign * greatest);
  }

  private float greatest(long from, long end) {
    FloatVector greatest = Lanes.load(from).mul(sign);
    for (long x = from + Lanes.BYTES; x < end; x += Lanes.BYTES) {
      greatest = greatest.max(Lanes.load(x).mul(sign));
    }
    return greatest.reduceLanes(VectorOperators.MAX);
  }

  private int find(long row, float value) {
    int i = 0;
    for (; i <= length - Lanes.LENGTH; i += Lanes.LENGTH) {
      long found = Lanes.load(row + 4L * i).compare(VectorOperators.EQ, value).toLong();
      if (found != 0) {
        return i + Long.numberOfTrailingZeros(found);
      }
    }
    for (; i < length; i++) {
      if (Lanes.get(row + 4L * i) == value) {
        return i;
      }
    }
    return findBesideNaN(row);
  }

  /** Nothing equals a NaN, and one among them makes the extreme NaN: such a row goes one by one. */
  private int findBesideNaN(long row) {
    int best = 0;
    for (int i = 1; i < length; i++) {
      if (sign * Lanes.get(row + 4L * i) > sign * Lanes.get(row + 4L * best)) {
        best = i;
      }
    }
    return best;
  }
}
