package dev.webnn4j.backend.java.pass;

import dev.webnn4j.MLConv2dFilterOperandLayout;
import dev.webnn4j.MLInputOperandLayout;
import dev.webnn4j.MLInterpolationMode;
import dev.webnn4j.MLNumber;
import dev.webnn4j.graph.Graph;
import dev.webnn4j.graph.Value;
import dev.webnn4j.op.Attributes;
import dev.webnn4j.op.Clamp;
import dev.webnn4j.op.Concat;
import dev.webnn4j.op.Conv2d;
import dev.webnn4j.op.Gemm;
import dev.webnn4j.op.ImageLayout;
import dev.webnn4j.op.Operands;
import dev.webnn4j.op.Pool2d;
import dev.webnn4j.op.Pooling;
import dev.webnn4j.op.Resample2d;
import dev.webnn4j.op.Reshape;
import dev.webnn4j.op.Softmax;
import java.util.List;

/**
 * Networks as the W3C's samples write them, in either layout, with fewer and narrower layers: what
 * the compiler makes of the whole it makes of these.
 */
final class SampleNetwork {
  private final GraphSketch sketch = new GraphSketch(12);
  private final MLInputOperandLayout layout;
  private final boolean planar;

  SampleNetwork(MLInputOperandLayout layout) {
    this.layout = layout;
    planar = layout == MLInputOperandLayout.NCHW;
  }

  GraphSketch sketch() {
    return sketch;
  }

  /** Squeezes and expands, ends in a mean of each channel. */
  Graph squeezeNet() {
    Value x = relu(conv(image(35), 16, 3, 2, 0));
    x = fire(fire(pool(Pooling.MAX_POOL2D, x, 3, 2), 8, 12), 8, 12);
    x = fire(pool(Pooling.MAX_POOL2D, x, 3, 2), 12, 16);
    Value classes = relu(conv(x, 10, 1, 1, 0));
    return sketch.outputs(softmax(flat(pool(Pooling.AVERAGE_POOL2D, classes, 3, 1))));
  }

  private Value fire(Value x, int squeezed, int expanded) {
    Value narrow = relu(conv(x, squeezed, 1, 1, 0));
    return concat(relu(conv(narrow, expanded, 1, 1, 0)), relu(conv(narrow, expanded, 3, 1, 1)));
  }

  /** Inverted residuals, a mean, a matrix. */
  Graph mobileNet() {
    Value x = relu6(conv(image(33), 16, 3, 2, 1));
    x = bottleneck(bottleneck(bottleneck(x, 6, 24, 2, 1), 6, 24, 1, 1), 6, 32, 1, 1);
    Value wide = relu6(conv(x, 40, 1, 1, 0));
    Value features = flat(pool(Pooling.AVERAGE_POOL2D, wide, 9, 1));
    Value classes =
        sketch.emit(
            Gemm.OPERATOR,
            Operands.of(Gemm.A, features, Gemm.B, sketch.constant(10, 40))
                .with(Gemm.C, sketch.constant(10)),
            Attributes.of(Gemm.B_TRANSPOSE, true));
    return sketch.outputs(softmax(classes));
  }

  /** Dilated inverted residuals, and each pixel's scores. */
  Graph deepLab() {
    Value x = relu6(conv(image(33), 16, 3, 2, 1));
    x = bottleneck(bottleneck(x, 1, 8, 1, 1), 6, 24, 2, 1);
    x = bottleneck(bottleneck(bottleneck(x, 6, 24, 1, 1), 6, 24, 1, 2), 6, 32, 1, 4);
    Value whole = relu(conv(globalMean(x), 16, 1, 1, 0));
    Value place = relu(conv(x, 16, 1, 1, 0));
    Value joined = relu(conv(concat(resize(whole, 9), place), 16, 1, 1, 0));
    return sketch.outputs(resize(conv(joined, 21, 1, 1, 0), 33));
  }

  private Value bottleneck(Value x, int widening, int outputs, int stride, int dilation) {
    int channels = x.shape().dim(ImageLayout.channelAxis(layout));
    Value wide = widening == 1 ? x : relu6(conv(x, widening * channels, 1, 1, 0));
    Value narrow = conv(relu6(depthwise(wide, stride, dilation)), outputs, 1, 1, 0);
    return narrow.shape().equals(x.shape()) ? sketch.add(x, narrow) : narrow;
  }

  private Value image(int size) {
    return planar ? sketch.input(1, 3, size, size) : sketch.input(1, size, size, 3);
  }

  private Value conv(Value x, int outputs, int window, int stride, int padding) {
    int inputs = x.shape().dim(ImageLayout.channelAxis(layout));
    Value filter =
        planar
            ? sketch.constant(outputs, inputs, window, window)
            : sketch.constant(outputs, window, window, inputs);
    MLConv2dFilterOperandLayout filterLayout =
        planar ? MLConv2dFilterOperandLayout.OIHW : MLConv2dFilterOperandLayout.OHWI;
    return conv(x, filter, filterLayout, outputs, stride, padding, Attributes.NONE);
  }

  private Value depthwise(Value x, int stride, int dilation) {
    int channels = x.shape().dim(ImageLayout.channelAxis(layout));
    Value filter = planar ? sketch.constant(channels, 1, 3, 3) : sketch.constant(1, 3, 3, channels);
    MLConv2dFilterOperandLayout filterLayout =
        planar ? MLConv2dFilterOperandLayout.OIHW : MLConv2dFilterOperandLayout.IHWO;
    Attributes more =
        Attributes.of(Conv2d.GROUPS, (long) channels)
            .with(Conv2d.DILATIONS, List.of((long) dilation, (long) dilation));
    return conv(x, filter, filterLayout, channels, stride, dilation, more);
  }

  private Value conv(
      Value x,
      Value filter,
      MLConv2dFilterOperandLayout filterLayout,
      int outputs,
      long stride,
      long padding,
      Attributes more) {
    return sketch.emit(
        Conv2d.OPERATOR,
        Operands.of(Conv2d.INPUT, x, Conv2d.FILTER, filter)
            .with(Conv2d.BIAS, sketch.constant(outputs)),
        more.with(Conv2d.INPUT_LAYOUT, layout)
            .with(Conv2d.FILTER_LAYOUT, filterLayout)
            .with(Conv2d.STRIDES, List.of(stride, stride))
            .with(Conv2d.PADDING, List.of(padding, padding, padding, padding)));
  }

  private Value relu(Value x) {
    return sketch.relu(x);
  }

  private Value relu6(Value x) {
    return sketch.emit(
        Clamp.OPERATOR,
        Operands.of(Clamp.INPUT, x),
        Attributes.of(Clamp.MIN_VALUE, MLNumber.of(0)).with(Clamp.MAX_VALUE, MLNumber.of(6)));
  }

  private Value pool(Pooling pooling, Value x, long window, long stride) {
    return sketch.emit(
        pooling.operator(),
        Operands.of(pooling.input(), x),
        Attributes.of(Pool2d.LAYOUT, layout)
            .with(Pool2d.WINDOW_DIMENSIONS, List.of(window, window))
            .with(Pool2d.STRIDES, List.of(stride, stride)));
  }

  private Value globalMean(Value x) {
    return sketch.emit(
        Pooling.AVERAGE_POOL2D.operator(),
        Operands.of(Pooling.AVERAGE_POOL2D.input(), x),
        Attributes.of(Pool2d.LAYOUT, layout));
  }

  private Value concat(Value a, Value b) {
    return sketch.emit(
        Concat.OPERATOR,
        Operands.<Value>none().with(Concat.INPUTS, List.of(a, b)),
        Attributes.of(Concat.AXIS, (long) ImageLayout.channelAxis(layout)));
  }

  private Value resize(Value x, long size) {
    return sketch.emit(
        Resample2d.OPERATOR,
        Operands.of(Resample2d.INPUT, x),
        Attributes.of(Resample2d.MODE, MLInterpolationMode.LINEAR)
            .with(Resample2d.SIZES, List.of(size, size))
            .with(Resample2d.AXES, planar ? List.of(2L, 3L) : List.of(1L, 2L)));
  }

  /** Of one pixel, its channels. */
  private Value flat(Value x) {
    return sketch.emit(
        Reshape.OPERATOR,
        Operands.of(Reshape.INPUT, x),
        Attributes.of(Reshape.NEW_SHAPE, List.of(1L, x.shape().elementCount())));
  }

  private Value softmax(Value x) {
    return sketch.emit(
        Softmax.OPERATOR, Operands.of(Softmax.INPUT, x), Attributes.of(Softmax.AXIS, 1L));
  }
}
