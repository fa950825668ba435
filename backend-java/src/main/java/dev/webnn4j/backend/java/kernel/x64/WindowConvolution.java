package dev.webnn4j.backend.java.kernel.x64;

import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.op.Conv2d;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A convolution of any window, stride, dilation, padding and number of groups: a matrix product
 * whose rows are found tap by tap through a table.
 */
final class WindowConvolution {
  private static final int PARTS_PER_WORKER = 4;

  /** The input under a part's rows stays in the second-level cache while the panels pass by. */
  private static final long BLOCK_BYTES = 512 << 10;

  private final Conv2d.Geometry geometry;
  private final ConvolutionNode.Result result;
  private final int groups;
  private final WindowTable table;

  /** For each group, chunk of panels and number of lines what multiplies them. */
  private final TiledProduct.Block[][][] blocks;

  private final KernelContext context;

  /** For each block of rows which of them follow each other and share a table. */
  private final Span[][] spans;

  private final long channelBytes;
  private final int rows;
  private final int panelChunks;

  /** Rows of output, of one image. */
  private record Span(int first, int count) {}

  /** Whether channels that are planes are few enough. */
  static boolean takesPlanes(Conv2d.Geometry geometry) {
    return geometry.inputChannelsPerGroup() <= WindowTiles.MAX_UNROLLED_DEPTH;
  }

  private WindowConvolution(ConvolutionNode node, KernelContext context) {
    this.context = context;
    geometry = node.geometry();
    result = node.result();
    int depth = geometry.inputChannelsPerGroup();
    long planePixels =
        (long) geometry.window().height().input() * geometry.window().width().input();
    long pixelBytes = node.planar() ? 4 : 4L * geometry.inputChannels();
    channelBytes = node.planar() ? 4 * planePixels : 4;
    table = new WindowTable(geometry.window(), pixelBytes, context);
    // Taps in the padding read their channels as far apart as others do.
    long zeros = context.allocate((depth - 1) * channelBytes + 4).address();
    TiledProduct[] products =
        ConvolutionMatrix.products(
            node,
            new Panel.Terms(0, result.step(), node.min(), node.max(), zeros),
            form -> new WindowTiles(form, geometry.window().taps(), depth, channelBytes),
            WindowTiles.MAX_ROWS,
            context);
    groups = products.length;
    rows = geometry.batch() * geometry.window().height().output();
    int parts = context.workers() * PARTS_PER_WORKER;
    long rowBytes =
        4L
            * geometry.window().width().input()
            * geometry.inputChannels()
            * geometry.window().height().stride();
    int share = Math.ceilDiv(rows * groups, parts);
    int blockRows = Math.clamp(BLOCK_BYTES / rowBytes, 1, share);
    int units = Math.ceilDiv(rows, blockRows) * groups;
    panelChunks = Math.clamp(Math.ceilDiv(parts, units), 1, products[0].panels());
    spans = new Span[Math.ceilDiv(rows, blockRows)][];
    for (int block = 0; block < spans.length; block++) {
      spans[block] = spans(block * blockRows, Math.min(rows, (block + 1) * blockRows));
    }
    blocks = new TiledProduct.Block[groups][panelChunks][blockRows + 1];
    for (int group = 0; group < groups; group++) {
      for (int chunk = 0; chunk < panelChunks; chunk++) {
        prepare(products[group], chunk, blocks[group][chunk]);
      }
    }
  }

  /** Cuts rows where an image ends and where they hang over an edge otherwise than before. */
  private Span[] spans(int from, int to) {
    int height = geometry.window().height().output();
    List<Span> all = new ArrayList<>();
    int first = from;
    for (int row = from + 1; row <= to; row++) {
      if (row == to
          || row % height == 0
          || table.ofRow(row % height) != table.ofRow(first % height)) {
        all.add(new Span(first, row - first));
        first = row;
      }
    }
    return all.toArray(Span[]::new);
  }

  private void prepare(TiledProduct product, int chunk, TiledProduct.Block[] byLines) {
    int width = geometry.window().width().output();
    for (Span[] ofBlock : spans) {
      for (Span span : ofBlock) {
        if (byLines[span.count()] == null) {
          Lines lines =
              new Lines(
                  width,
                  0,
                  table.pixelStep(),
                  result.step(),
                  span.count(),
                  table.rowStep(),
                  width * result.step());
          byLines[span.count()] = product.block(chunk, panelChunks, lines);
        }
      }
    }
  }

  /** Records a convolution. */
  static List<RecordedKernel.Part> parts(ConvolutionNode node, KernelContext context) {
    WindowConvolution convolution = new WindowConvolution(node, context);
    int blocks = convolution.spans.length;
    return IntStream.range(0, blocks * convolution.groups * convolution.panelChunks)
        .mapToObj(convolution::part)
        .toList();
  }

  private RecordedKernel.Part part(int part) {
    int chunk = part % panelChunks;
    int group = part / panelChunks % groups;
    CallList.Recorder recorder = new CallList.Recorder(context);
    for (Span span : spans[part / panelChunks / groups]) {
      record(recorder, group, chunk, span);
    }
    return new RecordedKernel.Part(recorder.finish(), 0, 0);
  }

  private void record(CallList.Recorder recorder, int group, int chunk, Span span) {
    int height = geometry.window().height().output();
    long imageBytes =
        4L
            * geometry.window().height().input()
            * geometry.window().width().input()
            * geometry.inputChannels();
    int y = span.first() % height;
    long origin =
        span.first() / height * imageBytes
            + table.origin(y)
            + channelBytes * group * geometry.inputChannelsPerGroup();
    long at =
        result.offset()
            + (long) span.first() * geometry.window().width().output() * result.step()
            + 4L * group * geometry.outputChannelsPerGroup();
    blocks[group][chunk][span.count()].record(
        recorder,
        Place.INPUT.plus(origin),
        table.ofRow(y),
        Place.RESULT.plus(at),
        Place.RESIDUAL.plus(at));
  }
}
