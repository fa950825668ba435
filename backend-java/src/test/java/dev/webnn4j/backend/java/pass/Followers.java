package dev.webnn4j.backend.java.pass;

import dev.webnn4j.MLNumber;
import dev.webnn4j.MLPaddingMode;
import dev.webnn4j.backend.harness.Draw;
import dev.webnn4j.graph.Value;
import dev.webnn4j.op.Activation;
import dev.webnn4j.op.Attribute;
import dev.webnn4j.op.Attributes;
import dev.webnn4j.op.BatchNormalization;
import dev.webnn4j.op.CumulativeSum;
import dev.webnn4j.op.ElementwiseUnary;
import dev.webnn4j.op.Expand;
import dev.webnn4j.op.InstanceNormalization;
import dev.webnn4j.op.LayerNormalization;
import dev.webnn4j.op.LongOrList;
import dev.webnn4j.op.Operands;
import dev.webnn4j.op.Operator;
import dev.webnn4j.op.Pad;
import dev.webnn4j.op.Pool2d;
import dev.webnn4j.op.Pooling;
import dev.webnn4j.op.Prelu;
import dev.webnn4j.op.Reduction;
import dev.webnn4j.op.Resample2d;
import dev.webnn4j.op.Reverse;
import dev.webnn4j.op.Slice;
import dev.webnn4j.op.Softmax;
import dev.webnn4j.op.Split;
import dev.webnn4j.op.Tile;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Operators on an image of [N, C, H, W] that have a form for channels last, each in a few ways. */
final class Followers {
  private static final Map<String, BiFunction<GraphSketch, Value, Value>> ALL =
      new LinkedHashMap<>();

  static {
    ALL.put("tanh", (s, x) -> unary(s, x, ElementwiseUnary.TANH.operator()));
    ALL.put("leakyRelu", (s, x) -> unary(s, x, Activation.LEAKY_RELU.operator()));
    ALL.put("prelu", (s, x) -> s.emit(Prelu.OPERATOR, slopes(s, x), Attributes.NONE));
    ALL.put("pad", Followers::pad);
    ALL.put("slice", Followers::slice);
    ALL.put("split", Followers::split);
    ALL.put("reverse", (s, x) -> one(s, x, Reverse.OPERATOR, axes(Reverse.AXES, 1, 3)));
    ALL.put("reverse all", (s, x) -> one(s, x, Reverse.OPERATOR, Attributes.NONE));
    ALL.put("tile", (s, x) -> one(s, x, Tile.OPERATOR, axes(Tile.REPETITIONS, 1, 2, 1, 3)));
    ALL.put("expand", Followers::expand);
    ALL.put(
        "cumulativeSum", (s, x) -> one(s, x, CumulativeSum.OPERATOR, axis(s, CumulativeSum.AXIS)));
    ALL.put("softmax", (s, x) -> one(s, x, Softmax.OPERATOR, axis(s, Softmax.AXIS)));
    ALL.put("reduceMean", (s, x) -> mean(s, x, 2, 3));
    ALL.put("reduceMean of channels", (s, x) -> mean(s, x, 1));
    ALL.put("batchNormalization", Followers::batchNormalization);
    ALL.put("instanceNormalization", Followers::instanceNormalization);
    ALL.put("layerNormalization", Followers::layerNormalization);
    ALL.put("averagePool2d", Followers::pool);
    ALL.put("resample2d", Followers::resample);
  }

  private Followers() {}

  static List<String> names() {
    return List.copyOf(ALL.keySet());
  }

  static Value of(String name, GraphSketch sketch, Value image) {
    return ALL.get(name).apply(sketch, image);
  }

  /** Any of them whose result has the size of the image, so that images meet each other. */
  static Value any(GraphSketch sketch, Value image) {
    Value result = of(sketch.draw().from(names()), sketch, image);
    boolean same = result.shape().rank() == 4 && result.shape().elementCount() < 4096;
    return same ? result : image;
  }

  private static Value one(GraphSketch sketch, Value x, Operator operator, Attributes attributes) {
    return sketch.emit(operator, Operands.of(operator.operands().getFirst(), x), attributes);
  }

  private static Value unary(GraphSketch sketch, Value x, Operator operator) {
    return one(sketch, x, operator, Attributes.NONE);
  }

  private static Attributes axes(Attribute<List<Long>> list, long... numbers) {
    return Attributes.of(list, Arrays.stream(numbers).boxed().toList());
  }

  private static Attributes axis(GraphSketch sketch, Attribute<Long> axis) {
    return Attributes.of(axis, (long) sketch.draw().between(0, 3));
  }

  private static Operands<Value> slopes(GraphSketch sketch, Value x) {
    return Operands.of(Prelu.INPUT, x, Prelu.SLOPE, sketch.constant(x.shape().dim(1), 1, 1));
  }

  private static Value pad(GraphSketch sketch, Value x) {
    boolean edge = sketch.draw().oneIn(2);
    Attributes attributes =
        axes(Pad.BEGINNING_PADDING, 0, 0, 1, 2)
            .and(axes(Pad.ENDING_PADDING, 0, edge ? 1 : 0, 0, 3))
            .with(Pad.MODE, edge ? MLPaddingMode.EDGE : MLPaddingMode.CONSTANT);
    return one(
        sketch, x, Pad.OPERATOR, edge ? attributes : attributes.with(Pad.VALUE, MLNumber.of(0)));
  }

  private static Value slice(GraphSketch sketch, Value x) {
    int channels = x.shape().dim(1);
    int width = x.shape().dim(3);
    Attributes attributes =
        axes(Slice.STARTS, 0, channels - 1, 0, 0)
            .and(axes(Slice.SIZES, x.shape().dim(0), 1, x.shape().dim(2), width));
    return one(
        sketch,
        x,
        Slice.OPERATOR,
        sketch.draw().oneIn(2) ? attributes.and(axes(Slice.STRIDES, 1, 1, 1, 2)) : attributes);
  }

  private static Value split(GraphSketch sketch, Value x) {
    Draw draw = sketch.draw();
    int axis = draw.between(1, 3);
    LongOrList pieces =
        new LongOrList.Many(
            x.shape().dim(axis) == 1 ? List.of(1L) : List.of(1L, x.shape().dim(axis) - 1L));
    return draw.from(
        sketch.emitAll(
            Split.OPERATOR,
            Operands.of(Split.INPUT, x),
            Attributes.of(Split.SPLITS, pieces).with(Split.AXIS, (long) axis)));
  }

  private static Value expand(GraphSketch sketch, Value x) {
    Value pixel = mean(sketch, x, 2, 3);
    return one(
        sketch,
        pixel,
        Expand.OPERATOR,
        Attributes.of(Expand.NEW_SHAPE, x.shape().with(2, 3).with(3, 5).toList()));
  }

  private static Value mean(GraphSketch sketch, Value x, long... axes) {
    return one(
        sketch,
        x,
        Reduction.REDUCE_MEAN.operator(),
        axes(Reduction.AXES, axes).with(Reduction.KEEP_DIMENSIONS, true));
  }

  private static Value batchNormalization(GraphSketch sketch, Value x) {
    int channels = x.shape().dim(1);
    Operands<Value> operands =
        Operands.of(BatchNormalization.INPUT, x, BatchNormalization.MEAN, sketch.constant(channels))
            .with(BatchNormalization.VARIANCE, sketch.positive(channels));
    if (sketch.draw().oneIn(2)) {
      operands =
          operands
              .with(BatchNormalization.SCALE, sketch.constant(channels))
              .with(BatchNormalization.BIAS, sketch.constant(channels));
    }
    return sketch.emit(BatchNormalization.OPERATOR, operands, Attributes.NONE);
  }

  private static Value instanceNormalization(GraphSketch sketch, Value x) {
    return sketch.emit(
        InstanceNormalization.OPERATOR,
        Operands.of(InstanceNormalization.INPUT, x)
            .with(InstanceNormalization.SCALE, sketch.constant(x.shape().dim(1))),
        // So large that equal elements, whose variance is all rounding, do no harm.
        Attributes.of(InstanceNormalization.EPSILON, 0.1));
  }

  private static Value layerNormalization(GraphSketch sketch, Value x) {
    List<Long> axes =
        sketch.draw().from(List.of(List.of(1L), List.of(3L, 1L), List.of(1L, 2L, 3L)));
    int[] sizes = axes.stream().mapToInt(axis -> x.shape().dim(axis.intValue())).toArray();
    Attributes attributes = Attributes.of(LayerNormalization.EPSILON, 0.1);
    return sketch.emit(
        LayerNormalization.OPERATOR,
        Operands.of(LayerNormalization.INPUT, x)
            .with(LayerNormalization.SCALE, sketch.constant(sizes))
            .with(LayerNormalization.BIAS, sketch.constant(sizes)),
        axes.size() == 3 ? attributes : attributes.with(LayerNormalization.AXES, axes));
  }

  private static Value pool(GraphSketch sketch, Value x) {
    return one(
        sketch,
        x,
        Pooling.AVERAGE_POOL2D.operator(),
        axes(Pool2d.WINDOW_DIMENSIONS, 2, 3).and(axes(Pool2d.PADDING, 0, 1, 1, 1)));
  }

  private static Value resample(GraphSketch sketch, Value x) {
    return one(sketch, x, Resample2d.OPERATOR, axes(Resample2d.SIZES, 4, 3));
  }
}
