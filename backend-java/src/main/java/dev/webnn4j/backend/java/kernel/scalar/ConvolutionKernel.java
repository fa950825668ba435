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
 * Convolutions of any kind. A part is some rows of output pixels: what each tap meets in their
 * windows is taken out, padded; then every tap adds its pixels, times its weight, to the output
 * pixels.
 */
final class ConvolutionKernel extends PartsByShape {
  private final Floats floats;
  private final Conv2d.Geometry geometry;
  private final boolean planarResult;
  private final ConvolutionFilter filter;
  private final int filterIndex;
  private final int biasIndex;
  private final int residualIndex;
  private final float min;
  private final float max;
  private final boolean filterIsConstant;
  private final WindowTaps[] taps;
  private final float[][] sums;
  private final float[][] residuals;
  private final float[] bias;

  private ConvolutionKernel(
      Node node,
      KernelContext context,
      Conv2d.Geometry geometry,
      MLInputOperandLayout inputLayout,
      MLInputOperandLayout resultLayout,
      ConvolutionFilter filter,
      Value filterValue,
      int biasIndex) {
    super(
        (long) geometry.batch()
            * Math.ceilDiv(
                geometry.window().height().output(), WindowTaps.rowsAtOnce(geometry.window())));
    floats = Floats.of(node.result().type().dataType());
    this.geometry = geometry;
    boolean planarInput = inputLayout == MLInputOperandLayout.NCHW;
    this.planarResult = resultLayout == MLInputOperandLayout.NCHW;
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
    taps = new WindowTaps[context.workers()];
    for (int i = 0; i < taps.length; i++) {
      taps[i] = new WindowTaps(floats, geometry, planarInput);
    }
    int windows = WindowTaps.rowsAtOnce(geometry.window()) * geometry.window().width().output();
    sums = new float[context.workers()][windows];
    residuals = new float[context.workers()][residualIndex < 0 ? 0 : windows];
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
            node.get(Convolution.INPUT_LAYOUT),
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
            MLInputOperandLayout.NCHW,
            new ConvolutionFilter(geometry, MLConv2dFilterOperandLayout.OIHW),
            node.operand(GroupConv2d.FILTER),
            -1));
  }

  @Override
  public boolean reads(int operand) {
    return operand != filterIndex || !filterIsConstant;
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

  /** A part reads its pixels of the residual, channel by channel, just before it stores them. */
  @Override
  public boolean worksInPlace(int operand) {
    return operand == residualIndex;
  }

  @Override
  public void run(Buffers buffers, int part, int worker) {
    Window2d window = geometry.window();
    int atOnce = WindowTaps.rowsAtOnce(window);
    int parts = Math.ceilDiv(window.height().output(), atOnce);
    int batch = part / parts;
    int y = part % parts * atOnce;
    int rowCount = Math.min(atOnce, window.height().output() - y);
    int count = rowCount * window.width().output();
    WindowTaps input = taps[worker];
    input.load(buffers.input(0), batch, y, rowCount);
    float[] sum = sums[worker];
    int channels = geometry.inputChannelsPerGroup();
    for (int channel = 0; channel < geometry.outputChannels(); channel++) {
      int group = channel / geometry.outputChannelsPerGroup();
      Arrays.fill(sum, 0, count, bias[channel]);
      Rows.addProducts(
          sum,
          filter.weights(),
          filter.first(channel),
          input.rows(),
          input.first(group * channels),
          channels * window.taps(),
          count);
      long pixels = ((long) batch * window.height().output() + y) * window.width().output();
      finish(buffers, worker, pixels, channel, count);
      store(buffers, batch, channel, y, sum, count);
    }
  }

  /** Adds the residual, if there is one, which lies channels last, and clamps. */
  private void finish(Buffers buffers, int worker, long pixels, int channel, int count) {
    float[] sum = sums[worker];
    if (residualIndex >= 0) {
      float[] residual = residuals[worker];
      int channels = geometry.outputChannels();
      long from = pixels * channels + channel;
      floats.load(buffers.input(residualIndex), from, channels, residual, 0, count);
      for (int i = 0; i < count; i++) {
        sum[i] += residual[i];
      }
    }
    for (int i = 0; i < count; i++) {
      sum[i] = Math.min(Math.max(sum[i], min), max);
    }
  }

  private void store(Buffers buffers, long batch, int channel, int y, float[] sum, int count) {
    Window2d window = geometry.window();
    int channels = geometry.outputChannels();
    long width = window.width().output();
    long height = window.height().output();
    if (planarResult) {
      long to = ((batch * channels + channel) * height + y) * width;
      floats.store(sum, 0, buffers.output(), to, count);
    } else {
      long to = (batch * height + y) * width * channels + channel;
      floats.store(sum, 0, buffers.output(), to, channels, count);
    }
  }
}
