package dev.webnn4j.backend.java.kernel.x64;

import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.backend.java.kernel.WindowLoop;
import dev.webnn4j.backend.java.kernel.vector.VectorKernels;
import dev.webnn4j.graph.Node;
import dev.webnn4j.op.Pool2d;
import dev.webnn4j.op.Pooling;
import dev.webnn4j.op.Window2d;
import java.lang.foreign.MemorySegment;

/** The vector tier's average pooling in machine code, which needs no warming up. */
final class MachineMean implements WindowLoop {
  /** What one call adds up, in vectors, so that the JVM need not wait for it. */
  private static final long MOST_AT_ONCE = 1 << 19;

  /** What one vector of channels adds up at most. */
  private static final long MAX_TAPS = 1 << 20;

  private final Isa isa;
  private final Routine routine;
  private final LaneMask.Headers headers;

  /** For each worker. */
  private final MeanCode.Window[] windows;

  static Candidate offer(Node node, KernelContext context) {
    Window2d window = Pool2d.window(node.call(), Pooling.AVERAGE_POOL2D.input());
    return taps(window.height()) * taps(window.width()) > MAX_TAPS
        ? Candidate.refuse("the JVM would have to wait for windows of more than a million pixels")
        : VectorKernels.averagePool2d(node, context, MachineMean::new);
  }

  /** How many taps of a window meet pixels, at most. */
  private static long taps(Window2d.Axis axis) {
    return Math.min(axis.window(), axis.input());
  }

  private MachineMean(Shape shape, KernelContext context) {
    isa = context.machineCode().isa();
    routine = context.machineCode().routine(new MeanCode(isa, shape.rowStep(), shape.columnStep()));
    headers = LaneMask.Headers.allocate(isa, context);
    windows = new MeanCode.Window[context.workers()];
    for (int i = 0; i < windows.length; i++) {
      windows[i] = new MeanCode.Window(context.allocate(MeanCode.Window.BYTES).address());
    }
  }

  @Override
  public void run(long from, int rows, int columns, long to, int channels, int worker) {
    if (rows <= 0 || columns <= 0) {
      MemorySegment.ofAddress(to).reinterpret(4L * channels).fill((byte) 0);
      return;
    }
    MeanCode.Window window = windows[worker];
    window.set(rows, columns);
    long vectors = Math.clamp(MOST_AT_ONCE / ((long) rows * columns), 4, 1 << 20);
    long most = vectors * isa.lanes();
    for (long done = 0; done < channels; done += most) {
      long now = Math.min(most, channels - done);
      routine.call(
          from + 4 * done,
          window.address(),
          to + 4 * done,
          now / isa.lanes(),
          headers.forRestOf(now),
          now % isa.lanes());
    }
  }
}
