package dev.webnn4j.backend.java.kernel.x64;

import dev.webnn4j.MLInputOperandLayout;
import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.graph.Node;
import dev.webnn4j.op.Pool2d;
import dev.webnn4j.op.Pooling;
import dev.webnn4j.op.Window2d;
import java.lang.foreign.MemorySegment;
import java.util.stream.IntStream;

/**
 * The greatest pixel under a window, channels last. The JVM makes six instructions of a maximum
 * that minds NaN and the sign of zero, and compares twice.
 */
final class MaxPoolingKernel {
  /** Tiles are pixels: the maximum takes so long that reading each pixel again costs nothing. */
  private static final int[] SHAPE = {1, 1};

  private static final int MAX_TAPS = 49;

  private MaxPoolingKernel() {}

  static Candidate offer(Node node, KernelContext context) {
    if (node.result().type().dataType() != MLOperandDataType.FLOAT32) {
      return Candidate.refuse("only float32");
    }
    if (node.get(Pool2d.LAYOUT) != MLInputOperandLayout.NHWC) {
      return Candidate.refuse("only channels last");
    }
    Window2d window = Pool2d.window(node.call(), Pooling.MAX_POOL2D.input());
    DepthwiseWindow taps = DepthwiseWindow.of(window.height(), window.width());
    if (taps.taps() > MAX_TAPS || !taps.hasRegisterForEachRow(1)) {
      return Candidate.refuse("the window is larger than the registers");
    }
    if (!meetsPixels(window.height()) || !meetsPixels(window.width())) {
      return Candidate.refuse("a window lies in the padding alone");
    }
    long pixelStep = 4L * node.result().shape().dim(3) * Phase.of(window.width()).getFirst().step();
    if (pixelStep > Integer.MAX_VALUE / Math.max(taps.columnStride(), taps.columnDilation())) {
      return Candidate.refuse("from one window to the next there are more than 2 GB");
    }
    int channels = node.result().shape().dim(3);
    MemorySegment header = context.allocate(Panel.HEADER_BYTES);
    new Panel.Header().mask(channels % context.machineCode().isa().lanes()).writeTo(header);
    return Candidate.accept(
        "max pooling",
        ChannelwiseImages.kernel(
            new ChannelwiseImages.Images(node.result().shape().dim(0), channels, window),
            -1,
            Float.NEGATIVE_INFINITY,
            (columns, layout) ->
                new ChannelwiseRows(
                    taps, columns, layout, SHAPE, MaxPoolingTiles::new, header.address(), context),
            context));
  }

  private static boolean meetsPixels(Window2d.Axis axis) {
    return IntStream.range(0, axis.output()).allMatch(i -> axis.firstTap(i) < axis.endTap(i));
  }
}
