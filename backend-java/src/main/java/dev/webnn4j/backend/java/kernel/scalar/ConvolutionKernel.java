package dev.webnn4j.backend.java.kernel.scalar;

import dev.webnn4j.MLConv2dFilterOperandLayout;
import dev.webnn4j.MLInputOperandLayout;
import dev.webnn4j.backend.java.exec.Workers;
import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.backend.java.op.Convolution;
import dev.webnn4j.graph.Node;
import dev.webnn4j.graph.Value;
import dev.webnn4j.op.Conv2d;
import dev.webnn4j.op.GroupConv2d;
import dev.webnn4j.op.Window2d;
import java.util.Arrays;

/**
 * Convolutions of any kind. A part is one row of output pixels: the input rows under its windows
 * are taken out plane by plane, padded; then every tap adds a row of input pixels, times its
 * weight, to the row of output pixels.
 */
final class ConvolutionKernel extends PartedKernel {
  private final Floats floats;
  private final Conv2d.Geometry geometry;
  private final boolean planar;
  private final ConvolutionFilter filter;
  private final int filterIndex;
  private final int biasIndex;
  private final int residualIndex;
  private final float min;
  private final float max;
  private final boolean filterIsConstant;
  private final PaddedRows[] rows;
  private final float[][] sums;
  private final float[][] residuals;
  private final float[] bias;

  private ConvolutionKernel(
      Node node,
      KernelContext context,
      Conv2d.Geometry geometry,
      MLInputOperandLayout layout,
      ConvolutionFilter filter,
      Value filterValue,
      int biasIndex) {
    super((long) geometry.batch() * geometry.window().height().output());
    floats = Floats.of(node.result().type().dataType());
    this.geometry = geometry;
    this.planar = layout == MLInputOperandLayout.NCHW;
    this.filter = filter;
    this.filterIndex = node.operands().flat().indexOf(filterValue);
    this.biasIndex = biasIndex;
    this.residualIndex = node.indexOf(Convolution.RESIDUAL);
    boolean bounded = node.operator() == Convolution.OPERATOR;
    this.min = bounded ? node.get(Convolution.MIN).floatValue() : Float.NEGATIVE_INFINITY;
    this.max = bounded ? node.get(Convolution.MAX).floatValue() : Float.POSITIVE_INFINITY;
    var constant = context.constant(filterValue);
    filterIsConstant = constant.isPresent();
    constant.ifPresent(data -> filter.load(floats, data));
    rows = new PaddedRows[context.workers()];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new PaddedRows(floats, geometry, planar);
    }
    sums = new float[context.workers()][geometry.window().width().output()];
    residuals = new float[context.workers()][geometry.window().width().output()];
    bias = new float[geometry.outputChannels()];
  }

  static Candidate conv2d(Node node, KernelContext context) {
    Conv2d.Geometry geometry = Conv2d.geometry(node.call());
    return Candidate.accept(
        "convolution",
        new ConvolutionKernel(
            node,
            context,
            geometry,
            node.get(Conv2d.INPUT_LAYOUT),
            new ConvolutionFilter(geometry, node.get(Conv2d.FILTER_LAYOUT)),
            node.operand(Conv2d.FILTER),
            node.indexOf(Conv2d.BIAS)));
  }

  static Candidate convolution(Node node, KernelContext context) {
    Conv2d.Geometry geometry = Convolution.geometry(node);
    return Candidate.accept(
        "convolution",
        new ConvolutionKernel(
            node,
            context,
            geometry,
            MLInputOperandLayout.NHWC,
            new ConvolutionFilter(geometry, MLConv2dFilterOperandLayout.OHWI),
            node.operand(Convolution.FILTER),
            node.indexOf(Convolution.BIAS)));
  }

  static Candidate groupConv2d(Node node, KernelContext context) {
    Conv2d.Geometry geometry = GroupConv2d.geometry(node.call());
    // [G, O, I, H, W] is [G·O, I, H, W].
    return Candidate.accept(
        "convolution",
        new ConvolutionKernel(
            node,
            context,
            geometry,
            MLInputOperandLayout.NCHW,
            new ConvolutionFilter(geometry, MLConv2dFilterOperandLayout.OIHW),
            node.operand(GroupConv2d.FILTER),
            -1));
  }

  @Override
  public void run(Buffers buffers, Workers workers) {
    if (!filterIsConstant) {
      filter.load(floats, buffers.input(filterIndex));
    }
    if (biasIndex >= 0) {
      floats.load(buffers.input(biasIndex), 0, bias, 0, bias.length);
    }
    super.run(buffers, workers);
  }

  @Override
  public void run(Buffers buffers, int part, int worker) {
    int height = geometry.window().height().output();
    int batch = part / height;
    int y = part % height;
    PaddedRows input = rows[worker];
    input.load(buffers.input(0), batch, y);
    float[] sum = sums[worker];
    for (int channel = 0; channel < geometry.outputChannels(); channel++) {
      Arrays.fill(sum, bias[channel]);
      convolve(input, channel, y, sum);
      finish(buffers, worker, batch, channel, y);
      store(buffers, batch, channel, y, sum);
    }
  }

  private void convolve(PaddedRows input, int channel, int y, float[] sum) {
    Window2d window = geometry.window();
    int channels = geometry.inputChannelsPerGroup();
    int first = channel / geometry.outputChannelsPerGroup() * channels;
    float[] weights = filter.weights();
    int weight = filter.first(channel);
    for (int c = 0; c < channels; c++) {
      for (int ky = 0; ky < window.height().window(); ky++) {
        if (PaddedRows.pixel(window.height(), y, ky) < 0) {
          weight += window.width().window();
          continue;
        }
        for (int kx = 0; kx < window.width().window(); kx++) {
          int from = input.place(first + c, ky, kx);
          Rows.addProduct(sum, 0, weights[weight++], input.values(), from, sum.length);
        }
      }
    }
  }

  /** Adds the residual, if there is one, and clamps. */
  private void finish(Buffers buffers, int worker, int batch, int channel, int y) {
    float[] sum = sums[worker];
    if (residualIndex >= 0) {
      float[] residual = residuals[worker];
      long pixels = ((long) batch * geometry.window().height().output() + y) * sum.length;
      int channels = geometry.outputChannels();
      floats.load(
          buffers.input(residualIndex),
          pixels * channels + channel,
          channels,
          residual,
          0,
          sum.length);
      for (int x = 0; x < sum.length; x++) {
        sum[x] += residual[x];
      }
    }
    for (int x = 0; x < sum.length; x++) {
      sum[x] = Math.min(Math.max(sum[x], min), max);
    }
  }

  private void store(Buffers buffers, int batch, int channel, int y, float[] sum) {
    int channels = geometry.outputChannels();
    long height = geometry.window().height().output();
    if (planar) {
      long to = (((long) batch * channels + channel) * height + y) * sum.length;
      floats.store(sum, 0, buffers.output(), to, sum.length);
    } else {
      long to = (batch * height + y) * sum.length * channels + channel;
      floats.store(sum, 0, buffers.output(), to, channels, sum.length);
    }
  }
}
