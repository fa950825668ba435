package dev.webnn4j.backend.java.kernel.scalar;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.graph.Node;
import dev.webnn4j.op.Window2d;
import java.util.Arrays;

/** The greatest integer in each window; of a window without any, the least there is. */
final class IntegerMaxPoolKernel extends PartsByShape {
  private final Integers integers;
  private final long order;
  private final long least;
  private final PoolingPlanes planes;
  private final long[][] lines;
  private final long[][] results;

  IntegerMaxPoolKernel(Node node, KernelContext context, PoolingPlanes planes) {
    super(planes.outputRows());
    MLOperandDataType type = node.result().type().dataType();
    integers = Integers.of(type);
    order = Integers.order(type);
    boolean signed = type.kind() == MLOperandDataType.Kind.SIGNED;
    least = signed ? -1L << (type.bits() - 1) : order;
    this.planes = planes;
    lines = new long[context.workers()][planes.inputRowSize()];
    results = new long[context.workers()][planes.outputRowSize()];
  }

  @Override
  public void run(Buffers buffers, int part, int worker) {
    Window2d.Axis height = planes.window().height();
    long[] line = lines[worker];
    long[] result = results[worker];
    Arrays.fill(result, least);
    int y = part % height.output();
    for (int ky = height.firstTap(y); ky < height.endTap(y); ky++) {
      int row = WindowTaps.pixel(height, y, ky);
      integers.load(buffers.input(0), planes.inputRow(part, row), 1, line, 0, line.length);
      for (int kx = planes.firstTap(); kx < planes.endTap(); kx++) {
        addTap(line, result, kx);
      }
    }
    for (int i = 0; i < result.length; i++) {
      result[i] ^= order;
    }
    integers.store(result, 0, buffers.output(), (long) part * result.length, result.length);
  }

  private void addTap(long[] line, long[] result, int kx) {
    int channels = planes.channels();
    int end = WindowTaps.endInside(planes.window().width(), kx);
    for (int x = WindowTaps.firstInside(planes.window().width(), kx); x < end; x++) {
      int from = WindowTaps.pixel(planes.window().width(), x, kx) * channels;
      for (int c = 0; c < channels; c++) {
        int at = x * channels + c;
        result[at] = Math.max(result[at], line[from + c] ^ order);
      }
    }
  }
}
