package dev.webnn4j.backend.java.kernel.scalar;

import dev.webnn4j.MLInputOperandLayout;
import dev.webnn4j.backend.java.exec.Workers;
import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.Kernel;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.backend.java.kernel.TransposedFilter;
import dev.webnn4j.backend.java.kernel.TransposedPhase;
import dev.webnn4j.graph.Node;
import dev.webnn4j.op.Conv2d;
import dev.webnn4j.op.ConvTranspose2d;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;

/**
 * Transposed convolutions of any kind, phase by phase: each is an ordinary convolution, computed as
 * {@link ConvolutionKernel} does, whose pixels lie apart in the result.
 */
final class TransposedConvolutionKernel implements Kernel {
  private static final int FILTER = 1;

  private final Floats floats;
  private final ConvTranspose2d.Geometry geometry;
  private final boolean planar;
  private final int biasIndex;
  private final boolean filterIsConstant;
  private final boolean covered;
  private final float[] filter;
  private final float[] bias;
  private final Phase[] phases;
  private final float[][] sums;
  private final Workers.Task fill = this::fill;

  private TransposedConvolutionKernel(Node node, KernelContext context) {
    floats = Floats.of(node.result().type().dataType());
    geometry = ConvTranspose2d.computable(node.call());
    planar = node.get(ConvTranspose2d.INPUT_LAYOUT) == MLInputOperandLayout.NCHW;
    biasIndex = node.indexOf(ConvTranspose2d.BIAS);
    bias = new float[geometry.outputChannels()];
    filter =
        new float[Math.toIntExact(node.operand(ConvTranspose2d.FILTER).shape().elementCount())];
    List<TransposedPhase> places = TransposedPhase.of(geometry);
    covered = TransposedPhase.cover(places, geometry);
    TransposedFilter order = new TransposedFilter(node);
    phases = places.stream().map(place -> new Phase(place, order, context)).toArray(Phase[]::new);
    int longest =
        Arrays.stream(phases)
            .mapToInt(Phase::pixelsAtOnce)
            .reduce(geometry.width().output(), Math::max);
    sums = new float[context.workers()][longest];
    var constant = context.constant(node.operand(ConvTranspose2d.FILTER));
    filterIsConstant = constant.isPresent();
    constant.ifPresent(this::load);
  }

  static Candidate offer(Node node, KernelContext context) {
    return Candidate.accept(
        "transposed convolution", new TransposedConvolutionKernel(node, context));
  }

  private void load(MemorySegment source) {
    floats.load(source, 0, filter, 0, filter.length);
    for (Phase phase : phases) {
      phase.selectWeights();
    }
  }

  @Override
  public boolean reads(int operand) {
    return operand != FILTER || !filterIsConstant;
  }

  @Override
  public void run(Buffers buffers, Workers workers) {
    if (!filterIsConstant) {
      load(buffers.input(FILTER));
    }
    if (biasIndex >= 0) {
      floats.load(buffers.input(biasIndex), 0, bias, 0, bias.length);
    }
    if (!covered) {
      workers.run(Math.multiplyExact(geometry.batch(), geometry.height().output()), fill, buffers);
    }
    for (Phase phase : phases) {
      workers.run(phase.parts, phase, buffers);
    }
  }

  /** One row of the result, as if nothing were added to it. */
  private void fill(Buffers buffers, int part, int worker) {
    int width = geometry.width().output();
    int height = geometry.height().output();
    for (int channel = 0; channel < geometry.outputChannels(); channel++) {
      Arrays.fill(sums[worker], 0, width, bias[channel]);
      store(buffers, sums[worker], 0, width, part / height, channel, part % height, 0, 1);
    }
  }

  /**
   * Stores some pixels of a row.
   *
   * @param x the column of the first one
   * @param step how many columns the next one is away
   */
  private void store(
      Buffers buffers,
      float[] pixels,
      int at,
      int count,
      int batch,
      int channel,
      int y,
      int x,
      int step) {
    long width = geometry.width().output();
    long height = geometry.height().output();
    long channels = geometry.outputChannels();
    if (planar) {
      long to = ((batch * channels + channel) * height + y) * width + x;
      floats.store(pixels, at, buffers.output(), to, step, count);
    } else {
      long to = ((batch * height + y) * width + x) * channels + channel;
      floats.store(pixels, at, buffers.output(), to, step * channels, count);
    }
  }

  /** A task whose parts are some rows of a phase's pixels. */
  private final class Phase implements Workers.Task {
    private final TransposedPhase place;
    private final TransposedFilter order;
    private final Conv2d.Geometry convolution;
    private final int rowsAtOnce;
    private final int rowParts;
    private final int parts;
    private final WindowTaps[] taps;

    /** The weights in the order of the taps' rows, for one output channel after the other. */
    private final float[] weights;

    Phase(TransposedPhase place, TransposedFilter order, KernelContext context) {
      this.place = place;
      this.order = order;
      convolution = place.convolution(geometry);
      rowsAtOnce = WindowTaps.rowsAtOnce(convolution.window());
      rowParts = Math.ceilDiv(place.height().slid().output(), rowsAtOnce);
      parts = Math.multiplyExact(geometry.batch(), rowParts);
      taps = new WindowTaps[context.workers()];
      for (int i = 0; i < taps.length; i++) {
        taps[i] = new WindowTaps(floats, convolution, planar);
      }
      weights = new float[geometry.outputChannels() * rowsPerChannel()];
    }

    int pixelsAtOnce() {
      return rowsAtOnce * place.width().slid().output();
    }

    private int rowsPerChannel() {
      return geometry.inputChannelsPerGroup() * convolution.window().taps();
    }

    void selectWeights() {
      int to = 0;
      for (int o = 0; o < geometry.outputChannels(); o++) {
        for (int i = 0; i < geometry.inputChannelsPerGroup(); i++) {
          for (int y = 0; y < place.height().slid().window(); y++) {
            for (int x = 0; x < place.width().slid().window(); x++) {
              long from = order.place(o, i, place.height().tap(y), place.width().tap(x));
              weights[to++] = filter[(int) from];
            }
          }
        }
      }
    }

    @Override
    public void run(Buffers buffers, int part, int worker) {
      int batch = part / rowParts;
      int first = part % rowParts * rowsAtOnce;
      int rows = Math.min(rowsAtOnce, place.height().slid().output() - first);
      int width = place.width().slid().output();
      WindowTaps input = taps[worker];
      input.load(buffers.input(0), batch, first, rows);
      float[] sum = sums[worker];
      for (int channel = 0; channel < geometry.outputChannels(); channel++) {
        int group = channel / geometry.outputChannelsPerGroup();
        Arrays.fill(sum, 0, rows * width, bias[channel]);
        Rows.addProducts(
            sum,
            weights,
            channel * rowsPerChannel(),
            input.rows(),
            input.first(group * geometry.inputChannelsPerGroup()),
            rowsPerChannel(),
            rows * width);
        for (int row = 0; row < rows; row++) {
          int y = place.height().pixel(first + row);
          store(
              buffers,
              sum,
              row * width,
              width,
              batch,
              channel,
              y,
              place.width().origin(),
              place.width().step());
        }
      }
    }
  }
}
