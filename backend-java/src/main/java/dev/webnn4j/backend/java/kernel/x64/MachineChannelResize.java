package dev.webnn4j.backend.java.kernel.x64;

import dev.webnn4j.backend.java.kernel.ChannelResize;
import dev.webnn4j.backend.java.kernel.ColumnPicks;
import dev.webnn4j.backend.java.kernel.KernelContext;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/** The vector tier's resized columns of rows in machine code, which needs no warming up. */
final class MachineChannelResize implements ChannelResize {
  private final Routine routine;
  private final long first;
  private final long picks;
  private final long line;
  private final long lineBytes;

  /** Resized columns, if two vectors hold what one of the result lies between. */
  static Optional<ChannelResize> of(Shape shape, KernelContext context) {
    Isa isa = context.machineCode().isa();
    ColumnPicks picks = new ColumnPicks(shape.points(), shape.from(), shape.to(), isa.lanes());
    long longestStep = Math.max(shape.channelStep(), shape.columnStep());
    return picks.near() && Math.max(longestStep, shape.resultStep()) <= Integer.MAX_VALUE
        ? Optional.of(new MachineChannelResize(shape, picks, context))
        : Optional.empty();
  }

  private MachineChannelResize(Shape shape, ColumnPicks columns, KernelContext context) {
    Isa isa = context.machineCode().isa();
    ChannelResizeCode code =
        new ChannelResizeCode(
            isa,
            shape.channels(),
            columns.count(),
            columns.vectors(),
            (int) shape.channelStep(),
            (int) shape.columnStep(),
            (int) shape.resultStep(),
            columns.linear(),
            shape.negated());
    routine = context.machineCode().routine(code);
    first = columns.first() * shape.columnStep();
    MemorySegment table = context.allocate(ChannelResizeCode.Picks.bytes(isa, columns));
    ChannelResizeCode.Picks.write(isa, columns, table);
    picks = table.address();
    lineBytes = code.lineBytes();
    line = context.allocate(lineBytes * context.workers()).address();
  }

  @Override
  public void run(long row, long result, int worker) {
    routine.call(row + first, line + lineBytes * worker, picks, result, 0, 0);
  }
}
