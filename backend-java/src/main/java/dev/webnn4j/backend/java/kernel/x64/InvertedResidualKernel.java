package dev.webnn4j.backend.java.kernel.x64;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.backend.java.exec.Workers;
import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.Kernel;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.backend.java.op.InvertedResidual;
import dev.webnn4j.graph.Node;
import dev.webnn4j.op.Conv2d;
import dev.webnn4j.op.Window2d;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A block of expansion, depthwise convolution and projection that never holds the expanded image:
 * for a few rows of output at a time, the rows of the expanded image that are not there yet go into
 * a ring, which stays in the second-level cache; the depthwise convolution reads the ring and fills
 * a strip; the projection reads the strip.
 *
 * <p>A dilated window touches every so-many-th pixel. Then each such phase of the image is a dense
 * image of its own in the ring, read from and written to where its pixels are.
 */
final class InvertedResidualKernel implements Kernel {
  /** Of a row: a tile has up to three, and displacements in instructions have 31 bits. */
  private static final long MAX_EXPANDED_BYTES = Integer.MAX_VALUE / 4;

  private final Conv2d.Geometry geometry;
  private final int inputChannels;
  private final int outputChannels;
  private final int expandedBytes;
  private final int residualIndex;
  private final boolean expands;

  /** For each phase of columns and number of rows what expands them, if anything is expanded. */
  private final TiledProduct.Block[][] expansion;

  /** Likewise what projects them. */
  private final TiledProduct.Block[][] projection;

  private final DepthwiseWindow window;
  private final List<Phase> rowPhases;
  private final List<Phase> columnPhases;
  private final ChannelwiseRows[] depthwise;
  private final int stripRows;
  private final int ringRows;
  private final long ringRowBytes;
  private final long zeroRow;
  private final int chunks;
  private final Scratch[] scratch;
  private final Workers.Task task = this::part;

  /** What a worker needs for itself. */
  private record Scratch(long ring, long strip, RowPointers rows) {}

  static Candidate offer(Node node, KernelContext context) {
    if (node.result().type().dataType() != MLOperandDataType.FLOAT32) {
      return Candidate.refuse("only float32");
    }
    List<ConvolutionNode> stages =
        InvertedResidual.stages(node).stream()
            .flatMap(stage -> ConvolutionNode.of(stage, context).stream())
            .toList();
    if (stages.size() < InvertedResidual.stages(node).size()) {
      return Candidate.refuse("filters or biases are not constant");
    }
    Window2d window = stages.get(stages.size() - 2).geometry().window();
    DepthwiseWindow taps = DepthwiseWindow.of(window.height(), window.width());
    if (taps.rowDilation() > 1 || taps.columnDilation() > 1) {
      return Candidate.refuse("the window has both strides and dilations");
    }
    Isa isa = context.machineCode().isa();
    int channels = stages.getLast().geometry().inputChannels();
    long pixelBytes = (long) Math.ceilDiv(channels, isa.lanes()) * isa.bytes();
    long pixelStep = pixelBytes * Phase.of(window.width()).getFirst().step();
    Optional<String> obstacle = ChannelwiseRows.obstacle(isa, taps, channels, pixelStep);
    if (obstacle.isPresent()) {
      return Candidate.refuse(obstacle.get());
    }
    if (pixelBytes > MAX_EXPANDED_BYTES / window.width().output()) {
      return Candidate.refuse("a row of the expanded image has more than 512 MB");
    }
    return Candidate.accept("fused block", new InvertedResidualKernel(node, stages, context));
  }

  private InvertedResidualKernel(Node node, List<ConvolutionNode> stages, KernelContext context) {
    ConvolutionNode last = stages.getLast();
    ConvolutionNode middle = stages.get(stages.size() - 2);
    Optional<ConvolutionNode> first =
        stages.size() == 3 ? Optional.of(stages.getFirst()) : Optional.empty();
    geometry = middle.geometry();
    inputChannels = stages.getFirst().geometry().inputChannels();
    outputChannels = last.geometry().outputChannels();
    residualIndex = node.indexOf(InvertedResidual.RESIDUAL);
    Window2d.Axis height = geometry.window().height();
    Window2d.Axis width = geometry.window().width();
    window = DepthwiseWindow.of(height, width);
    rowPhases = Phase.of(height);
    columnPhases = Phase.of(width);
    int channels = geometry.inputChannels();
    // The ring has whole vectors; what lies beyond the channels stays 0.
    int lanes = context.machineCode().isa().lanes();
    int held = first.isPresent() ? Math.ceilDiv(channels, lanes) * lanes : channels;
    expandedBytes = 4 * held;
    long filter =
        DepthwiseFilter.pack(
            channels,
            held,
            window.taps(),
            middle.filter(),
            middle.bias(),
            middle.min(),
            middle.max(),
            context);
    long step = columnPhases.getFirst().step();
    depthwise = new ChannelwiseRows[columnPhases.size()];
    for (int i = 0; i < depthwise.length; i++) {
      Phase columns = columnPhases.get(i);
      long pixelStep = first.isPresent() ? expandedBytes : step * expandedBytes;
      ChannelwiseRows.Layout layout =
          new ChannelwiseRows.Layout(
              held, pixelStep, expandedBytes, (long) columns.outputCount() * expandedBytes);
      depthwise[i] =
          new ChannelwiseRows(window, columns, layout, middle.epilogue(), filter, context);
      for (int rows = 1; rows <= depthwise[i].tileRows(); rows++) {
        depthwise[i].prepare(rows);
      }
    }
    stripRows = depthwise[0].tileRows();
    ringRows = window.inputRows(stripRows);
    int widest = columnPhases.stream().mapToInt(Phase::inputCount).max().orElseThrow();
    ringRowBytes = (long) widest * expandedBytes;
    expands = first.isPresent();
    expansion = new TiledProduct.Block[columnPhases.size()][ringRows + 1];
    first.ifPresent(convolution -> prepareExpansion(convolution, context));
    projection = new TiledProduct.Block[columnPhases.size()][stripRows + 1];
    prepareProjection(last, context);
    chunks = chunks(context.workers());
    zeroRow = context.allocate((width.input() + 1L) * expandedBytes).address();
    scratch = new Scratch[context.workers()];
    long ringBytes = first.isPresent() ? ringRows * ringRowBytes : 1;
    long stripBytes = (long) stripRows * columnPhases.getFirst().outputCount() * expandedBytes;
    for (int i = 0; i < scratch.length; i++) {
      scratch[i] =
          new Scratch(
              context.allocate(ringBytes).address(),
              context.allocate(stripBytes).address(),
              RowPointers.allocate(context));
    }
  }

  private static TiledProduct product(
      ConvolutionNode node, long leftStep, long resultStep, KernelContext context) {
    Panel.Terms terms = new Panel.Terms(leftStep, resultStep, node.min(), node.max(), 0);
    return ConvolutionMatrix.products(node, terms, GemmTiles::new, Integer.MAX_VALUE, context)[0];
  }

  /** Whether rows of a phase lie one behind the other, in the tensors as in the ring. */
  private boolean isDense() {
    return columnPhases.size() == 1 && rowPhases.size() == 1;
  }

  private void prepareExpansion(ConvolutionNode node, KernelContext context) {
    int step = columnPhases.getFirst().step();
    long leftStep = 4L * step * inputChannels;
    TiledProduct product = product(node, leftStep, expandedBytes, context);
    long lineStep =
        4L * rowPhases.getFirst().step() * geometry.window().width().input() * inputChannels;
    Map<Lines, TiledProduct.Block> known = new HashMap<>();
    for (int phase = 0; phase < columnPhases.size(); phase++) {
      int pixels = columnPhases.get(phase).inputCount();
      for (int rows = 1; rows <= ringRows && pixels > 0; rows++) {
        Lines lines =
            isDense()
                ? Lines.one(rows * pixels, leftStep, expandedBytes)
                : new Lines(pixels, leftStep, 0, expandedBytes, rows, lineStep, ringRowBytes);
        expansion[phase][rows] = known.computeIfAbsent(lines, product::block);
      }
    }
  }

  private void prepareProjection(ConvolutionNode node, KernelContext context) {
    int step = columnPhases.getFirst().step();
    long resultStep = 4L * step * outputChannels;
    TiledProduct product = product(node, expandedBytes, resultStep, context);
    long lineStep =
        4L * rowPhases.getFirst().step() * geometry.window().width().output() * outputChannels;
    Map<Lines, TiledProduct.Block> known = new HashMap<>();
    for (int phase = 0; phase < columnPhases.size(); phase++) {
      int pixels = columnPhases.get(phase).outputCount();
      for (int rows = 1; rows <= stripRows; rows++) {
        Lines lines =
            isDense()
                ? Lines.one(rows * pixels, expandedBytes, resultStep)
                : new Lines(
                    pixels,
                    expandedBytes,
                    0,
                    resultStep,
                    rows,
                    (long) pixels * expandedBytes,
                    lineStep);
        projection[phase][rows] = known.computeIfAbsent(lines, product::block);
      }
    }
  }

  /**
   * Into how many pieces each phase of each image is cut, so that the workers end together. Every
   * cut costs rows that are expanded twice.
   */
  private int chunks(int workers) {
    int units = geometry.batch() * rowPhases.size() * columnPhases.size();
    int rows = rowPhases.getFirst().outputCount();
    int overlap = Math.max(0, window.rowTaps() - window.rowStride());
    int best = 1;
    double bestTime = Double.MAX_VALUE;
    int most = Math.min(Math.ceilDiv(rows, stripRows), 4 * workers);
    for (int pieces = 1; pieces <= Math.max(1, most); pieces++) {
      double pieceTime = (double) rows / pieces + (pieces == 1 ? 0 : overlap / 2.0);
      double time = pieceTime * Math.ceilDiv(units * pieces, workers);
      if (time < bestTime * 0.98) {
        best = pieces;
        bestTime = time;
      }
    }
    return best;
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
  public void run(Buffers buffers, Workers workers) {
    workers.run(geometry.batch() * rowPhases.size() * columnPhases.size() * chunks, task, buffers);
  }

  private void part(Buffers buffers, int part, int worker) {
    int unit = part / chunks;
    int column = unit % columnPhases.size();
    Phase rows = rowPhases.get(unit / columnPhases.size() % rowPhases.size());
    int image = unit / columnPhases.size() / rowPhases.size();
    int strips = Math.ceilDiv(rows.outputCount(), stripRows);
    int chunk = part % chunks;
    int first = strips * chunk / chunks * stripRows;
    int end = Math.min(rows.outputCount(), strips * (chunk + 1) / chunks * stripRows);
    long expanded = 0;
    for (int row = first; row < end; row += stripRows) {
      int count = Math.min(stripRows, end - row);
      if (expands) {
        long top = topOf(row, rows);
        long behind = Math.min(rows.inputCount(), top + window.inputRows(count));
        expanded = Math.max(expanded, top);
        expand(buffers, image, rows, column, expanded, behind, worker);
        expanded = Math.max(expanded, behind);
      }
      pointToRows(buffers, image, rows, columnPhases.get(column), row, count, worker);
      depthwise[column].run(count, scratch[worker].rows(), scratch[worker].strip(), 0);
      project(buffers, image, rows, column, row, count, worker);
    }
  }

  /** The first row of the phase's input under a row of output; may lie in the padding. */
  private long topOf(int row, Phase rows) {
    return (long) row * window.rowStride() - rows.begin();
  }

  private long ringRow(long row, int worker) {
    return scratch[worker].ring() + row % ringRows * ringRowBytes;
  }

  /** Puts rows of the expanded image into the ring. */
  private void expand(
      Buffers buffers, int image, Phase rows, int column, long from, long to, int worker) {
    Phase columns = columnPhases.get(column);
    if (columns.inputCount() == 0) {
      return;
    }
    long row = from;
    while (row < to) {
      int count = (int) Math.min(to - row, ringRows - row % ringRows);
      long left = inputRow(buffers, image, rows, columns, row);
      expansion[column][count].multiply(left, ringRow(row, worker), 0);
      row += count;
    }
  }

  private long inputRow(Buffers buffers, int image, Phase rows, Phase columns, long row) {
    Window2d.Axis height = geometry.window().height();
    Window2d.Axis width = geometry.window().width();
    long y = (long) image * height.input() + rows.inputFirst() + row * rows.step();
    long pixel = y * width.input() + columns.inputFirst();
    return buffers.input(0).address() + pixel * 4 * inputChannels;
  }

  private void pointToRows(
      Buffers buffers, int image, Phase rows, Phase columns, int row, int count, int worker) {
    RowPointers target = scratch[worker].rows();
    long top = topOf(row, rows);
    for (int i = 0; i < window.inputRows(count); i++) {
      if (!rows.hasInput(top + i)) {
        target.set(i, zeroRow);
      } else if (expands) {
        target.set(i, ringRow(top + i, worker));
      } else {
        target.set(i, inputRow(buffers, image, rows, columns, top + i));
      }
    }
  }

  private void project(
      Buffers buffers, int image, Phase rows, int column, int row, int count, int worker) {
    Window2d.Axis height = geometry.window().height();
    Window2d.Axis width = geometry.window().width();
    long y = (long) image * height.output() + rows.outputFirst() + (long) row * rows.step();
    long at = (y * width.output() + columnPhases.get(column).outputFirst()) * 4 * outputChannels;
    projection[column][count].multiply(
        scratch[worker].strip(),
        buffers.output().address() + at,
        residualIndex < 0 ? 0 : buffers.input(residualIndex).address() + at);
  }
}
