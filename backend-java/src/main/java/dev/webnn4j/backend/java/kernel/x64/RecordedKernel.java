package dev.webnn4j.backend.java.kernel.x64;

import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.backend.java.kernel.PartedKernel;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;

/** A kernel whose parts were recorded. */
final class RecordedKernel implements PartedKernel {
  private final Part[] parts;
  private final int residualIndex;
  private final long[] scratch;

  /**
   * A part of the work.
   *
   * @param operand which one it reads
   * @param input bytes from there to {@link Place#INPUT}
   * @param result bytes from the result, and from the residual, to {@link Place#RESULT} and {@link
   *     Place#RESIDUAL}
   */
  record Part(int operand, CallList calls, long input, long result) {
    /** A part that reads the first operand. */
    Part(CallList calls, long input, long result) {
      this(0, calls, input, result);
    }

    /** The same work on another operand. */
    Part reading(int other) {
      return new Part(other, calls, input, result);
    }
  }

  /** A kernel whose parts need nothing of their own. */
  RecordedKernel(List<Part> parts, int residualIndex, KernelContext context) {
    this(parts, residualIndex, () -> 0, context);
  }

  /**
   * A kernel.
   *
   * @param residualIndex the operand that is added, or -1; it lies as the result does
   * @param scratch makes {@link Place#OTHER} for a worker
   */
  RecordedKernel(List<Part> parts, int residualIndex, LongSupplier scratch, KernelContext context) {
    this.parts = parts.toArray(Part[]::new);
    this.residualIndex = residualIndex;
    this.scratch = new long[context.workers()];
    Arrays.setAll(this.scratch, _ -> scratch.getAsLong());
  }

  /** Filters and biases are packed. */
  @Override
  public boolean reads(int operand) {
    return operand == residualIndex
        || Arrays.stream(parts).anyMatch(part -> part.operand == operand);
  }

  @Override
  public boolean worksInPlace(int operand) {
    return operand == residualIndex;
  }

  @Override
  public int parts() {
    return parts.length;
  }

  @Override
  public void run(Buffers buffers, int number, int worker) {
    Part part = parts[number];
    long residual = residualIndex < 0 ? 0 : buffers.input(residualIndex).address() + part.result;
    part.calls.run(
        buffers.input(part.operand).address() + part.input,
        buffers.output().address() + part.result,
        residual,
        scratch[worker]);
  }
}
