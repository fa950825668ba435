package dev.webnn4j.backend.java.kernel.x64;

import dev.webnn4j.backend.java.kernel.BinaryLoop;
import dev.webnn4j.backend.java.kernel.KernelContext;
import java.util.Optional;

/** The vector tier's functions of two operands in machine code, which needs no warming up. */
final class MachineBinary implements BinaryLoop {
  /** What one call computes, so that the JVM need not wait for it. */
  private static final int MOST_AT_ONCE = 1 << 18;

  private final Isa isa;
  private final Shape shape;
  private final Routine routine;
  private final LaneMask.Headers headers;

  /** A loop, if the function takes few instructions. */
  static Optional<BinaryLoop> of(Shape shape, KernelContext context) {
    return BinaryCode.FUNCTIONS.contains(shape.function())
        ? Optional.of(new MachineBinary(shape, context))
        : Optional.empty();
  }

  private MachineBinary(Shape shape, KernelContext context) {
    this.shape = shape;
    isa = context.machineCode().isa();
    routine = context.machineCode().routine(new BinaryCode(isa, shape));
    headers = LaneMask.Headers.allocate(isa, context);
  }

  /** Each vector is read before it is written. */
  @Override
  public boolean worksInPlace() {
    return true;
  }

  @Override
  public void run(long a, long b, long result, long count, int worker) {
    for (long done = 0; done < count; done += MOST_AT_ONCE) {
      long now = Math.min(MOST_AT_ONCE, count - done);
      routine.call(
          shape.movesA() ? a + 4 * done : a,
          shape.movesB() ? b + 4 * done : b,
          result + 4 * done,
          now / isa.lanes(),
          headers.forRestOf(now),
          now % isa.lanes());
    }
  }
}
