package dev.webnn4j.backend.java.kernel.scalar;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.ChunkedKernel;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.backend.java.kernel.ReductionPlan;
import dev.webnn4j.graph.Node;
import dev.webnn4j.op.Reduction;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/** Reductions of integers, exact in the bits that the type has. */
final class IntegerReductionKernel extends ChunkedKernel {
  private static final int LANES = 64;

  private final Reduction function;
  private final Integers integers;
  private final long order;
  private final boolean signed;
  private final int results;
  private final long[] partial;
  private final ReductionPlan.Runs[] runs;
  private final long[][] rows;
  private final long[][] sums;

  IntegerReductionKernel(Node node, KernelContext context, ReductionPlan plan, Reduction function) {
    super(plan);
    MLOperandDataType type = node.result().type().dataType();
    this.function = function;
    integers = Integers.of(type);
    order = Integers.order(type);
    signed = type.kind() == MLOperandDataType.Kind.SIGNED;
    results = Math.toIntExact(plan.results());
    partial = new long[plan.chunks() == 1 ? 0 : Math.toIntExact(results * plan.chunks())];
    runs = new ReductionPlan.Runs[context.workers()];
    Arrays.setAll(runs, _ -> plan.runs());
    rows = new long[context.workers()][ReductionPlan.BLOCK];
    sums = new long[context.workers()][ReductionPlan.BLOCK];
  }

  @Override
  protected void item(Buffers buffers, long item, int worker) {
    int count = plan.resultsOf(item);
    long[] sum = sums[worker];
    accumulate(buffers.input(0), item, runs[worker], rows[worker], sum);
    long first = plan.firstResult(item);
    if (plan.chunks() > 1) {
      System.arraycopy(sum, 0, partial, (int) (plan.chunk(item) * results + first), count);
    } else {
      restoreOrder(sum, count);
      integers.store(sum, 0, buffers.output(), first, count);
    }
  }

  @Override
  protected void join(Buffers buffers, long result, int worker) {
    long[] sum = sums[worker];
    sum[0] = partial[(int) result];
    for (int place = (int) result + results; place < partial.length; place += results) {
      sum[0] = join(sum[0], partial[place]);
    }
    restoreOrder(sum, 1);
    integers.store(sum, 0, buffers.output(), result, 1);
  }

  private void accumulate(
      MemorySegment input, long item, ReductionPlan.Runs run, long[] row, long[] sum) {
    int lanes = plan.isSideBySide() ? plan.resultsOf(item) : LANES;
    Arrays.fill(sum, 0, lanes, neutral());
    run.begin(item);
    while (run.next()) {
      for (int done = 0; done < run.count(); done += row.length) {
        int count = Math.min(row.length, run.count() - done);
        integers.load(input, run.start() + done, 1, row, 0, count);
        for (int from = 0; from < count; from += lanes) {
          add(sum, row, from, Math.min(lanes, count - from));
        }
      }
    }
    for (int width = plan.isSideBySide() ? 0 : LANES / 2; width > 0; width /= 2) {
      for (int i = 0; i < width; i++) {
        sum[i] = join(sum[i], sum[i + width]);
      }
    }
  }

  private long neutral() {
    return switch (function) {
      case REDUCE_MAX -> Long.MIN_VALUE;
      case REDUCE_MIN -> Long.MAX_VALUE;
      case REDUCE_PRODUCT -> 1;
      default -> 0;
    };
  }

  private long join(long a, long b) {
    return switch (function) {
      case REDUCE_MAX -> Math.max(a, b);
      case REDUCE_MIN -> Math.min(a, b);
      case REDUCE_PRODUCT -> a * b;
      default -> a + b;
    };
  }

  private void add(long[] sum, long[] row, int from, int count) {
    switch (function) {
      case REDUCE_L1 -> {
        for (int i = 0; i < count; i++) {
          // The magnitude of an unsigned number is itself, even where 64 bits look negative.
          sum[i] += signed ? Math.abs(row[from + i]) : row[from + i];
        }
      }
      case REDUCE_MAX -> {
        for (int i = 0; i < count; i++) {
          sum[i] = Math.max(sum[i], row[from + i] ^ order);
        }
      }
      case REDUCE_MIN -> {
        for (int i = 0; i < count; i++) {
          sum[i] = Math.min(sum[i], row[from + i] ^ order);
        }
      }
      case REDUCE_PRODUCT -> {
        for (int i = 0; i < count; i++) {
          sum[i] *= row[from + i];
        }
      }
      case REDUCE_SUM -> {
        for (int i = 0; i < count; i++) {
          sum[i] += row[from + i];
        }
      }
      case REDUCE_SUM_SQUARE -> {
        for (int i = 0; i < count; i++) {
          sum[i] += row[from + i] * row[from + i];
        }
      }
      default -> throw new IllegalArgumentException(function + " takes floats only");
    }
  }

  private void restoreOrder(long[] sum, int count) {
    if (function == Reduction.REDUCE_MAX || function == Reduction.REDUCE_MIN) {
      for (int i = 0; i < count; i++) {
        sum[i] ^= order;
      }
    }
  }
}
