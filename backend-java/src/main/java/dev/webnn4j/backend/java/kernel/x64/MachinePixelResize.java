package dev.webnn4j.backend.java.kernel.x64;

import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.backend.java.kernel.PixelResize;
import dev.webnn4j.backend.java.kernel.vector.VectorKernels;
import dev.webnn4j.graph.Node;
import java.lang.foreign.MemorySegment;

/** The vector tier's rows of resized images in machine code, which needs no warming up. */
final class MachinePixelResize implements PixelResize {
  /** What one call may write, so that the JVM need not wait for it. */
  private static final long MAX_ROW_BYTES = 16 << 20;

  private final Routine single;
  private final Routine mixed;
  private final long columns;
  private final long header;

  /** For each worker. */
  private final PixelResizeCode.Weights[] weights;

  static Candidate offer(Node node, KernelContext context) {
    int rank = node.result().shape().rank();
    return 4 * node.result().shape().elementCount(rank - 2, rank) > MAX_ROW_BYTES
        ? Candidate.refuse("a row of the result has more than 16 MB")
        : VectorKernels.resample2d(node, context, MachinePixelResize::new);
  }

  private MachinePixelResize(Shape shape, KernelContext context) {
    MachineCode code = context.machineCode();
    Isa isa = code.isa();
    single = code.routine(new PixelResizeCode(isa, shape.width(), shape.channels(), false));
    mixed = code.routine(new PixelResizeCode(isa, shape.width(), shape.channels(), true));
    MemorySegment table = context.allocate(PixelResizeCode.Columns.bytes(shape.width()));
    PixelResizeCode.Columns.write(shape, table);
    columns = table.address();
    MemorySegment mask = context.allocate(Panel.HEADER_BYTES);
    new Panel.Header().mask(shape.channels() % isa.lanes()).writeTo(mask);
    header = mask.address();
    weights = new PixelResizeCode.Weights[context.workers()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] =
          new PixelResizeCode.Weights(context.allocate(PixelResizeCode.Weights.BYTES).address());
    }
  }

  @Override
  public void row(long upper, long lower, float down, long result, int worker) {
    if (down == 0) {
      single.call(upper, upper, result, columns, header, 0);
    } else {
      weights[worker].set(down);
      long weight = weights[worker].address();
      mixed.call(upper, lower, result, columns, header, weight);
    }
  }
}
