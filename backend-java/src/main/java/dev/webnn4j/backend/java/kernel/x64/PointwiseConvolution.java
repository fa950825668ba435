package dev.webnn4j.backend.java.kernel.x64;

import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.op.Conv2d;
import dev.webnn4j.op.Window2d;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A 1x1 convolution: a matrix product that reads its rows, the pixels, where they are. Without
 * strides all pixels of all images are one line; with strides each row of output pixels is one.
 */
final class PointwiseConvolution {
  private static final int PARTS_PER_WORKER = 4;

  /** Pixels of a block stay in the second-level cache while the panels pass by. */
  private static final long BLOCK_BYTES = 256 << 10;

  /** Whole tiles of any height that tiles have. */
  private static final int MIN_BLOCK_ROWS = 24;

  private final Conv2d.Geometry geometry;
  private final ConvolutionNode.Result result;

  /** For each group and chunk of panels, what multiplies a whole block, and the last of a line. */
  private final CallList[][] wholeBlocks;

  private final CallList[][] lastBlocks;
  private final int groups;
  private final int lines;
  private final int linePixels;
  private final int blockPixels;
  private final int blocksOfLine;
  private final int panelChunks;
  private final long leftStep;

  private PointwiseConvolution(ConvolutionNode node, KernelContext context) {
    geometry = node.geometry();
    result = node.result();
    Window2d.Axis height = geometry.window().height();
    Window2d.Axis width = geometry.window().width();
    boolean strided = height.stride() > 1 || width.stride() > 1;
    lines = strided ? geometry.batch() * height.output() : 1;
    linePixels = strided ? width.output() : geometry.batch() * height.output() * width.output();
    leftStep = 4L * geometry.inputChannels() * width.stride();
    Panel.Terms terms = new Panel.Terms(leftStep, result.step(), node.min(), node.max(), 0);
    TiledProduct[] products =
        ConvolutionMatrix.products(node, terms, GemmTiles::new, Integer.MAX_VALUE, context);
    groups = products.length;
    int parts = context.workers() * PARTS_PER_WORKER;
    long rowBytes = 4L * geometry.inputChannelsPerGroup();
    long cached = Math.max(MIN_BLOCK_ROWS, BLOCK_BYTES / rowBytes);
    int share = Math.ceilDiv(linePixels, Math.ceilDiv(parts, lines * groups));
    long block = Math.clamp(share, MIN_BLOCK_ROWS, cached);
    long wholeTiles = Math.ceilDiv(block, MIN_BLOCK_ROWS) * MIN_BLOCK_ROWS;
    blockPixels = (int) Math.min(linePixels, wholeTiles);
    blocksOfLine = Math.ceilDiv(linePixels, blockPixels);
    int units = lines * blocksOfLine * groups;
    panelChunks = Math.clamp(Math.ceilDiv(parts, units), 1, products[0].panels());
    int rest = linePixels % blockPixels;
    wholeBlocks = blocks(products, blockPixels, context);
    lastBlocks = rest == 0 ? wholeBlocks : blocks(products, rest, context);
  }

  private CallList[][] blocks(TiledProduct[] products, int pixels, KernelContext context) {
    Lines line = Lines.one(pixels, leftStep, result.step());
    CallList[][] blocks = new CallList[groups][panelChunks];
    for (int group = 0; group < groups; group++) {
      for (int chunk = 0; chunk < panelChunks; chunk++) {
        CallList.Recorder recorder = new CallList.Recorder(context);
        products[group]
            .block(chunk, panelChunks, line)
            .record(recorder, Place.INPUT, Place.RESULT, Place.RESIDUAL);
        blocks[group][chunk] = recorder.finish();
      }
    }
    return blocks;
  }

  /** Records a convolution. */
  static List<RecordedKernel.Part> parts(ConvolutionNode node, KernelContext context) {
    PointwiseConvolution convolution = new PointwiseConvolution(node, context);
    int blocks = convolution.lines * convolution.blocksOfLine;
    return IntStream.range(0, blocks * convolution.groups * convolution.panelChunks)
        .mapToObj(convolution::part)
        .toList();
  }

  private RecordedKernel.Part part(int part) {
    int chunk = part % panelChunks;
    int group = part / panelChunks % groups;
    int block = part / panelChunks / groups;
    int line = block / blocksOfLine;
    int first = block % blocksOfLine * blockPixels;
    int count = Math.min(blockPixels, linePixels - first);
    long left =
        inputOfLine(line) * 4L * geometry.inputChannels()
            + first * leftStep
            + 4L * group * geometry.inputChannelsPerGroup();
    long at =
        result.offset()
            + ((long) line * linePixels + first) * result.step()
            + 4L * group * geometry.outputChannelsPerGroup();
    CallList[][] blocks = count == blockPixels ? wholeBlocks : lastBlocks;
    return new RecordedKernel.Part(blocks[group][chunk], left, at);
  }

  /** The pixel of the input that a line of output begins with. */
  private long inputOfLine(int line) {
    Window2d.Axis height = geometry.window().height();
    long image = line / height.output();
    long row = (long) (line % height.output()) * height.stride();
    return (image * height.input() + row) * geometry.window().width().input();
  }
}
