package dev.webnn4j.backend.java.kernel.x64;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.backend.java.op.InvertedResidual;
import dev.webnn4j.graph.Node;
import dev.webnn4j.op.Conv2d;
import dev.webnn4j.op.Window2d;
import java.util.ArrayList;
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
final class InvertedResidualKernel {
  /** Of a row: a tile has up to three, and displacements in instructions have 31 bits. */
  private static final long MAX_EXPANDED_BYTES = Integer.MAX_VALUE / 4;

  private static final int ALIGNMENT = 64;

  private final KernelContext context;
  private final Conv2d.Geometry geometry;
  private final int inputChannels;
  private final int outputChannels;
  private final int expandedBytes;
  private final boolean expands;

  /** For each phase of columns and number of rows what expands them, if anything is expanded. */
  private final TiledProduct.Block[][] expansion;

  /** Likewise what projects them. */
  private final TiledProduct.Block[][] projection;

  private final DepthwiseWindow window;
  private final List<Phase> rowPhases;
  private final List<Phase> columnPhases;
  private final List<ChannelwiseRows> depthwise;
  private final int stripRows;
  private final int ringRows;
  private final long ringRowBytes;
  private final Place zeroRow;
  private final int chunks;

  // What a worker needs for itself: pointers to rows, the ring and the strip.
  private final Place pointers = Place.OTHER;
  private final Place ring;
  private final Place strip;
  private final long scratchBytes;

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
    InvertedResidualKernel block = new InvertedResidualKernel(stages, context);
    return Candidate.accept(
        "fused block",
        new RecordedKernel(
            block.parts(),
            node.indexOf(InvertedResidual.RESIDUAL),
            () -> context.allocate(block.scratchBytes).address(),
            context));
  }

  private InvertedResidualKernel(List<ConvolutionNode> stages, KernelContext context) {
    this.context = context;
    ConvolutionNode last = stages.getLast();
    ConvolutionNode middle = stages.get(stages.size() - 2);
    expands = stages.size() == 3;
    geometry = middle.geometry();
    inputChannels = stages.getFirst().geometry().inputChannels();
    outputChannels = last.geometry().outputChannels();
    Window2d.Axis height = geometry.window().height();
    Window2d.Axis width = geometry.window().width();
    window = DepthwiseWindow.of(height, width);
    rowPhases = Phase.of(height);
    columnPhases = Phase.of(width);
    int channels = geometry.inputChannels();
    // The ring has whole vectors; what lies beyond the channels stays 0.
    int lanes = context.machineCode().isa().lanes();
    int held = expands ? Math.ceilDiv(channels, lanes) * lanes : channels;
    expandedBytes = 4 * held;
    depthwise = depthwise(middle, held);
    stripRows = depthwise.getFirst().tileRows();
    ringRows = window.inputRows(stripRows);
    int widest = columnPhases.stream().mapToInt(Phase::inputCount).max().orElseThrow();
    ringRowBytes = (long) widest * expandedBytes;
    expansion = new TiledProduct.Block[columnPhases.size()][ringRows + 1];
    if (expands) {
      prepareExpansion(stages.getFirst());
    }
    projection = new TiledProduct.Block[columnPhases.size()][stripRows + 1];
    prepareProjection(last);
    chunks = chunks(context.workers());
    zeroRow = Place.of(context.allocate((width.input() + 1L) * expandedBytes).address());
    ring = pointers.plus(aligned(RowPointers.BYTES));
    strip = ring.plus(aligned(expands ? ringRows * ringRowBytes : 0));
    scratchBytes =
        strip.offset() + (long) stripRows * columnPhases.getFirst().outputCount() * expandedBytes;
  }

  private static long aligned(long bytes) {
    return Math.ceilDiv(bytes, ALIGNMENT) * ALIGNMENT;
  }

  /** The depthwise convolution of each phase of columns. */
  private List<ChannelwiseRows> depthwise(ConvolutionNode node, int held) {
    long filter =
        DepthwiseFilter.pack(
            geometry.inputChannels(),
            held,
            window.taps(),
            node.filter(),
            node.bias(),
            node.min(),
            node.max(),
            context);
    long pixelStep =
        expands ? expandedBytes : (long) columnPhases.getFirst().step() * expandedBytes;
    return columnPhases.stream()
        .map(
            columns -> {
              long rowStep = (long) columns.outputCount() * expandedBytes;
              ChannelwiseRows.Layout layout =
                  new ChannelwiseRows.Layout(held, pixelStep, expandedBytes, rowStep);
              return new ChannelwiseRows(window, columns, layout, node.epilogue(), filter, context);
            })
        .toList();
  }

  private TiledProduct product(ConvolutionNode node, long leftStep, long resultStep) {
    Panel.Terms terms = new Panel.Terms(leftStep, resultStep, node.min(), node.max(), 0);
    return ConvolutionMatrix.products(node, terms, GemmTiles::new, Integer.MAX_VALUE, context)[0];
  }

  /** Whether rows of a phase lie one behind the other, in the tensors as in the ring. */
  private boolean isDense() {
    return columnPhases.size() == 1 && rowPhases.size() == 1;
  }

  private void prepareExpansion(ConvolutionNode node) {
    int step = columnPhases.getFirst().step();
    long leftStep = 4L * step * inputChannels;
    TiledProduct product = product(node, leftStep, expandedBytes);
    long lineStep = rowBytes(geometry.window().width().input(), inputChannels);
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

  private void prepareProjection(ConvolutionNode node) {
    int step = columnPhases.getFirst().step();
    long resultStep = 4L * step * outputChannels;
    TiledProduct product = product(node, expandedBytes, resultStep);
    long lineStep = rowBytes(geometry.window().width().output(), outputChannels);
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

  private List<RecordedKernel.Part> parts() {
    return new PhaseParts(
            geometry.batch(),
            geometry.window(),
            4L * inputChannels,
            4L * outputChannels,
            stripRows,
            chunks)
        .record(this::record);
  }

  private CallList record(PhaseParts.Shape shape) {
    CallList.Recorder recorder = new CallList.Recorder(context);
    long expanded = shape.firstInput();
    for (int row = 0; row < shape.rows(); row += stripRows) {
      int count = Math.min(stripRows, shape.rows() - row);
      if (expands) {
        long top = (long) row * window.rowStride();
        long behind = Math.min(shape.endInput(), top + window.inputRows(count));
        expanded = Math.max(expanded, top);
        expand(recorder, shape.column(), expanded, behind);
        expanded = Math.max(expanded, behind);
      }
      RowPointers.record(recorder, pointers, rowsUnder(shape, row, count));
      depthwise.get(shape.column()).record(recorder, count, pointers, strip, Place.RESIDUAL);
      long at = row * rowBytes(geometry.window().width().output(), outputChannels);
      projection[shape.column()][count].record(
          recorder, strip, Place.RESULT.plus(at), Place.RESIDUAL.plus(at));
    }
    return recorder.finish();
  }

  /** From a row of the phase to the next. */
  private long rowBytes(int width, int channels) {
    return 4L * rowPhases.getFirst().step() * width * channels;
  }

  private Place inputRow(long row) {
    return Place.INPUT.plus(row * rowBytes(geometry.window().width().input(), inputChannels));
  }

  private Place ringRow(long row) {
    return ring.plus(row % ringRows * ringRowBytes);
  }

  /** Puts rows of the expanded image into the ring. */
  private void expand(CallList.Recorder recorder, int column, long from, long to) {
    if (columnPhases.get(column).inputCount() == 0) {
      return;
    }
    long row = from;
    while (row < to) {
      int count = (int) Math.min(to - row, ringRows - row % ringRows);
      expansion[column][count].record(recorder, inputRow(row), ringRow(row), Place.RESIDUAL);
      row += count;
    }
  }

  /** Where the expanded rows under some rows of output are. */
  private List<Place> rowsUnder(PhaseParts.Shape shape, int row, int count) {
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < window.inputRows(count); i++) {
      long under = (long) row * window.rowStride() + i;
      if (!shape.hasInput(under)) {
        places.add(zeroRow);
      } else {
        places.add(expands ? ringRow(under) : inputRow(under));
      }
    }
    return places;
  }
}
