package dev.webnn4j.backend.java.kernel.vector;

import dev.webnn4j.Shape;
import dev.webnn4j.backend.java.exec.Workers;
import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.Kernel;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.graph.Node;
import dev.webnn4j.op.Transpose;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/** The axes of 32-bit words in another order: a batch of matrices whose rows become columns. */
final class TransposeKernel implements Kernel {
  /** An axis of the result; the steps are words from one index to the next. */
  private record Axis(int size, long inputStep, long resultStep) {
    /** Whether this axis and the one within it are one longer axis. */
    boolean continues(Axis inner) {
      return inputStep == inner.inputStep * inner.size;
    }
  }

  private final List<Axis> batch;
  private final Axis row;
  private final Axis column;
  private final int bands;
  private final Ranges ranges;
  private final MemorySegment scratch;
  private final Workers.Task task = this::part;

  static Candidate offer(Node node, KernelContext context) {
    if (node.result().type().dataType().bits() != 32) {
      return Candidate.refuse("only 32-bit words");
    }
    List<Axis> axes = axes(node);
    if (axes.isEmpty() || axes.getLast().inputStep == 1) {
      return Candidate.refuse("rows stay rows, which the scalar tier copies as fast");
    }
    if (dense(axes).size < Lanes.LENGTH) {
      return Candidate.refuse("fewer rows than a vector has words");
    }
    return Candidate.accept("transpose", new TransposeKernel(axes, context));
  }

  private TransposeKernel(List<Axis> axes, KernelContext context) {
    column = axes.removeLast();
    row = dense(axes);
    axes.remove(row);
    batch = List.copyOf(axes);
    bands = Math.ceilDiv(row.size, Lanes.LENGTH);
    long matrices = batch.stream().mapToLong(Axis::size).reduce(1, (x, y) -> x * y);
    ranges = Ranges.of(matrices * bands, (long) Lanes.LENGTH * column.size, context.workers());
    scratch = context.allocate(Transposition.SCRATCH_BYTES * context.workers());
  }

  /** The axis along which the operand is dense: there is one, since some axis is longer than 1. */
  private static Axis dense(List<Axis> axes) {
    return axes.stream().filter(axis -> axis.inputStep == 1).findFirst().orElseThrow();
  }

  /** The axes of the result that are longer than 1, joined where they can be walked as one. */
  private static List<Axis> axes(Node node) {
    Shape result = node.result().shape();
    long[] inputSteps = node.operand(Transpose.INPUT).shape().strides();
    long[] resultSteps = result.strides();
    int[] permutation = Transpose.permutation(node.call());
    List<Axis> axes = new ArrayList<>();
    for (int i = 0; i < permutation.length; i++) {
      if (result.dim(i) == 1) {
        continue;
      }
      Axis axis = new Axis(result.dim(i), inputSteps[permutation[i]], resultSteps[i]);
      if (!axes.isEmpty() && axes.getLast().continues(axis)) {
        Axis outer = axes.removeLast();
        axis = new Axis(outer.size * axis.size, axis.inputStep, axis.resultStep);
      }
      axes.add(axis);
    }
    return axes;
  }

  @Override
  public void run(Buffers buffers, Workers workers) {
    workers.run(ranges.parts(), task, buffers);
  }

  private void part(Buffers buffers, int part, int worker) {
    for (long item = ranges.from(part); item < ranges.to(part); item++) {
      long input = buffers.input(0).address();
      long result = buffers.output().address();
      long matrix = item / bands;
      for (int i = batch.size() - 1; i >= 0; i--) {
        Axis axis = batch.get(i);
        input += 4 * (matrix % axis.size) * axis.inputStep;
        result += 4 * (matrix % axis.size) * axis.resultStep;
        matrix /= axis.size;
      }
      int first = (int) (item % bands) * Lanes.LENGTH;
      int rows = Math.min(Lanes.LENGTH, row.size - first);
      long own = scratch.address() + Transposition.SCRATCH_BYTES * worker;
      Transposition.rows(
          input + 4L * first,
          4 * column.inputStep,
          result + 4L * first * row.resultStep,
          4 * row.resultStep,
          rows,
          column.size,
          own);
    }
  }
}
