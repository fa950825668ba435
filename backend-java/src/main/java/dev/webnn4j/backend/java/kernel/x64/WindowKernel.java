package dev.webnn4j.backend.java.kernel.x64;

import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.op.Conv2d;

/**
 * A convolution of any window, stride, dilation, padding and number of groups: a matrix product
 * whose rows are found tap by tap through a table.
 */
final class WindowKernel implements PartedKernel {
  private static final int PARTS_PER_WORKER = 4;

  /** The input under a part's rows stays in the second-level cache while the panels pass by. */
  private static final long BLOCK_BYTES = 512 << 10;

  private final Conv2d.Geometry geometry;
  private final int residualIndex;
  private final ConvolutionNode.Result result;
  private final TiledProduct[] groups;
  private final WindowTable table;
  private final long channelBytes;
  private final int rows;
  private final int blockRows;
  private final int panelChunks;

  /** Whether channels that are planes are few enough. */
  static boolean takesPlanes(Conv2d.Geometry geometry) {
    return geometry.inputChannelsPerGroup() <= WindowTiles.MAX_UNROLLED_DEPTH;
  }

  WindowKernel(ConvolutionNode node, KernelContext context) {
    geometry = node.geometry();
    residualIndex = node.residualIndex();
    result = node.result();
    int depth = geometry.inputChannelsPerGroup();
    long planePixels =
        (long) geometry.window().height().input() * geometry.window().width().input();
    long pixelBytes = node.planar() ? 4 : 4L * geometry.inputChannels();
    channelBytes = node.planar() ? 4 * planePixels : 4;
    table = new WindowTable(geometry.window(), pixelBytes, context);
    // Taps in the padding read their channels as far apart as others do.
    long zeros = context.allocate((depth - 1) * channelBytes + 4).address();
    groups =
        ConvolutionMatrix.products(
            node,
            new Panel.Terms(0, result.step(), node.min(), node.max(), zeros),
            form -> new WindowTiles(form, geometry.window().taps(), depth, channelBytes),
            WindowTiles.MAX_ROWS,
            context);
    for (TiledProduct group : groups) {
      group.prepare(geometry.window().width().output());
    }
    rows = geometry.batch() * geometry.window().height().output();
    int parts = context.workers() * PARTS_PER_WORKER;
    long rowBytes =
        4L
            * geometry.window().width().input()
            * geometry.inputChannels()
            * geometry.window().height().stride();
    int share = Math.ceilDiv(rows * groups.length, parts);
    blockRows = Math.clamp(BLOCK_BYTES / rowBytes, 1, share);
    int units = Math.ceilDiv(rows, blockRows) * groups.length;
    panelChunks = Math.clamp(Math.ceilDiv(parts, units), 1, groups[0].panels());
  }

  @Override
  public boolean reads(int operand) {
    return ConvolutionNode.reads(operand, residualIndex);
  }

  @Override
  public boolean worksInPlace(int operand) {
    return operand == residualIndex;
  }

  @Override
  public int parts() {
    return Math.ceilDiv(rows, blockRows) * groups.length * panelChunks;
  }

  @Override
  public void run(Buffers buffers, int part, int worker) {
    int chunk = part % panelChunks;
    int group = part / panelChunks % groups.length;
    int first = part / panelChunks / groups.length * blockRows;
    int end = Math.min(rows, first + blockRows);
    TiledProduct product = groups[group];
    int endPanel = product.panels() * (chunk + 1) / panelChunks;
    // One panel for all rows before the next: it is larger than the rows' input, often by far.
    for (int panel = product.panels() * chunk / panelChunks; panel < endPanel; panel++) {
      for (int row = first; row < end; row++) {
        row(buffers, group, panel, row);
      }
    }
  }

  private void row(Buffers buffers, int group, int panel, int row) {
    int height = geometry.window().height().output();
    int width = geometry.window().width().output();
    long imageBytes =
        4L
            * geometry.window().height().input()
            * geometry.window().width().input()
            * geometry.inputChannels();
    int y = row % height;
    long origin =
        row / height * imageBytes
            + table.origin(y)
            + channelBytes * group * geometry.inputChannelsPerGroup();
    long at =
        result.offset()
            + (long) row * width * result.step()
            + 4L * group * geometry.outputChannelsPerGroup();
    groups[group].multiplyByTable(
        panel,
        width,
        buffers.input(0).address() + origin,
        table.ofRow(y),
        table.pixelStep(),
        buffers.output().address() + at,
        residualIndex < 0 ? 0 : buffers.input(residualIndex).address() + at,
        result.step());
  }
}
