package dev.webnn4j.backend.java.pass;

import dev.webnn4j.MLNumber;
import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.backend.harness.Draw;
import dev.webnn4j.backend.java.kernel.Tier;
import dev.webnn4j.graph.Graph;
import dev.webnn4j.graph.GraphVerifier;
import dev.webnn4j.graph.Value;
import dev.webnn4j.op.Attributes;
import dev.webnn4j.op.Clamp;
import dev.webnn4j.op.Concat;
import dev.webnn4j.op.Conv2d;
import dev.webnn4j.op.ConvTranspose2d;
import dev.webnn4j.op.DequantizeLinear;
import dev.webnn4j.op.ElementwiseBinary;
import dev.webnn4j.op.GroupConv2d;
import dev.webnn4j.op.LongOrList;
import dev.webnn4j.op.Operands;
import dev.webnn4j.op.Pool2d;
import dev.webnn4j.op.Pooling;
import dev.webnn4j.op.QuantizeLinear;
import dev.webnn4j.op.Resample2d;
import dev.webnn4j.op.Softmax;
import dev.webnn4j.op.Split;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** On random graphs of images, no pass changes what is computed, and each leaves a sound graph. */
final class PassesTest {
  private static final List<Long> TO_LAST = List.of(0L, 2L, 3L, 1L);
  private static final List<Long> TO_FIRST = List.of(0L, 3L, 1L, 2L);

  @Property(tries = 150, shrinking = ShrinkingMode.OFF)
  void leaveTheResultAsItIs(@ForAll long seed) {
    GraphSketch sketch = new GraphSketch(seed);
    Graph graph = random(sketch);
    SameResults same = new SameResults(graph, sketch.draw());
    Graph current = graph;
    for (Pass pass : Passes.all(new Passes.Target(Tier.X64, 2))) {
      current = pass.apply(current);
      GraphVerifier.verify(current);
      same.require(pass.name(), current);
    }
  }

  private static Graph random(GraphSketch sketch) {
    Draw draw = sketch.draw();
    List<Value> values = new ArrayList<>();
    values.add(sketch.input(1, draw.between(1, 4), draw.between(3, 6), draw.between(3, 6)));
    int steps = draw.between(2, 9);
    for (int i = 0; i < steps; i++) {
      values.add(step(sketch, draw.from(values), values));
    }
    Value last = values.getLast();
    return draw.oneIn(2) ? sketch.outputs(last) : sketch.outputs(last, draw.from(made(values)));
  }

  private static List<Value> made(List<Value> values) {
    return values.subList(1, values.size());
  }

  private static Value step(GraphSketch sketch, Value x, List<Value> values) {
    Draw draw = sketch.draw();
    return switch (draw.between(0, 24)) {
      case 0, 1, 2 -> conv(sketch, x);
      case 3 -> groupConv(sketch, x);
      case 4 -> sketch.add(x, perChannel(sketch, x));
      case 5 -> sketch.add(x, sameShape(sketch, x, values));
      case 6 -> sketch.relu(x);
      case 7 ->
          sketch.emit(
              Clamp.OPERATOR,
              Operands.of(Clamp.INPUT, x),
              Attributes.of(Clamp.MAX_VALUE, MLNumber.of(draw.uniform(0, 1))));
      case 8 ->
          sketch.emit(
              Pooling.AVERAGE_POOL2D.operator(),
              Operands.of(Pooling.AVERAGE_POOL2D.input(), x),
              Attributes.of(Pool2d.WINDOW_DIMENSIONS, List.of(1L, 1L)));
      case 9 ->
          sketch.emit(
              Resample2d.OPERATOR,
              Operands.of(Resample2d.INPUT, x),
              Attributes.of(Resample2d.SIZES, List.of(4L, 3L)));
      case 10 ->
          sketch.emit(
              Concat.OPERATOR,
              Operands.<Value>none().with(Concat.INPUTS, List.of(x, sameShape(sketch, x, values))),
              Attributes.of(Concat.AXIS, (long) draw.between(1, 3)));
      case 11 ->
          sketch.emit(
              Softmax.OPERATOR,
              Operands.of(Softmax.INPUT, x),
              Attributes.of(Softmax.AXIS, (long) draw.between(0, 3)));
      case 12 -> piece(sketch, x);
      case 13 -> transposedConv(sketch, x);
      case 14 -> quantized(sketch, x);
      case 15, 16, 17, 18, 19, 20 -> Followers.any(sketch, x);
      case 21 -> sketch.binary(ElementwiseBinary.MUL, x, perChannel(sketch, x));
      case 22 -> sketch.binary(ElementwiseBinary.DIV, x, sketch.scalar(draw.oneIn(2) ? 2 : -0.5f));
      case 23 -> branches(sketch, x);
      default -> backAndForth(sketch, x);
    };
  }

  /** Convolutions side by side, sometimes with what they read. */
  private static Value branches(GraphSketch sketch, Value x) {
    Value left = sketch.pointwise(x, 3);
    Value right = sketch.relu(sketch.pointwise(x, 2));
    List<Value> images = sketch.draw().oneIn(3) ? List.of(left, x, right) : List.of(left, right);
    return sketch.emit(
        Concat.OPERATOR,
        Operands.<Value>none().with(Concat.INPUTS, images),
        Attributes.of(Concat.AXIS, 1L));
  }

  /** As models write them: [C, 1, 1] or [1, C, 1, 1]. */
  private static Value perChannel(GraphSketch sketch, Value x) {
    int channels = x.shape().dim(1);
    return sketch.draw().oneIn(2)
        ? sketch.constant(channels, 1, 1)
        : sketch.constant(1, channels, 1, 1);
  }

  private static Value sameShape(GraphSketch sketch, Value x, List<Value> values) {
    return sketch
        .draw()
        .from(values.stream().filter(value -> value.shape().equals(x.shape())).toList());
  }

  private static Value conv(GraphSketch sketch, Value x) {
    int kernel = sketch.draw().between(1, 3);
    int outputs = sketch.draw().between(1, 4);
    Operands<Value> operands =
        Operands.of(
            Conv2d.INPUT,
            x,
            Conv2d.FILTER,
            sketch.constant(outputs, x.shape().dim(1), kernel, kernel));
    if (sketch.draw().oneIn(2)) {
      operands = operands.with(Conv2d.BIAS, sketch.constant(outputs));
    }
    return sketch.emit(
        Conv2d.OPERATOR, operands, Attributes.of(Conv2d.PADDING, List.of(1L, 1L, 1L, 1L)));
  }

  /** The size stays, since the images of a graph meet each other. */
  private static Value transposedConv(GraphSketch sketch, Value x) {
    int outputs = sketch.draw().between(1, 4);
    Operands<Value> operands =
        Operands.of(
            ConvTranspose2d.INPUT,
            x,
            ConvTranspose2d.FILTER,
            sketch.constant(x.shape().dim(1), outputs, 3, 3));
    if (sketch.draw().oneIn(2)) {
      operands = operands.with(ConvTranspose2d.BIAS, sketch.constant(outputs));
    }
    return sketch.emit(
        ConvTranspose2d.OPERATOR,
        operands,
        Attributes.of(ConvTranspose2d.PADDING, List.of(1L, 1L, 1L, 1L)));
  }

  /** There and back, with steps so small that nobody sees them. */
  private static Value quantized(GraphSketch sketch, Value x) {
    Value scale = sketch.scalar(0x1p-20f);
    Value zeroPoint = sketch.scalar(MLOperandDataType.INT32, (byte) 0);
    Value integers =
        sketch.emit(
            QuantizeLinear.OPERATOR,
            Operands.of(QuantizeLinear.INPUT, x, QuantizeLinear.SCALE, scale)
                .with(QuantizeLinear.ZERO_POINT, zeroPoint),
            Attributes.NONE);
    return sketch.emit(
        DequantizeLinear.OPERATOR,
        Operands.of(DequantizeLinear.INPUT, integers, DequantizeLinear.SCALE, scale)
            .with(DequantizeLinear.ZERO_POINT, zeroPoint),
        Attributes.NONE);
  }

  private static Value groupConv(GraphSketch sketch, Value x) {
    Value filter = sketch.constant(x.shape().dim(1), 1, 1, 3, 3);
    return sketch.emit(
        GroupConv2d.OPERATOR,
        Operands.of(GroupConv2d.INPUT, x, GroupConv2d.FILTER, filter),
        Attributes.of(GroupConv2d.PADDING, List.of(1L, 1L, 1L, 1L)));
  }

  /** One of the pieces that an image is cut into. */
  private static Value piece(GraphSketch sketch, Value x) {
    Draw draw = sketch.draw();
    int axis = draw.between(1, 3);
    List<Long> sizes = new ArrayList<>();
    for (long left = x.shape().dim(axis); left > 0; left -= sizes.getLast()) {
      sizes.add((long) draw.between(1, (int) left));
    }
    return draw.from(
        sketch.emitAll(
            Split.OPERATOR,
            Operands.of(Split.INPUT, x),
            Attributes.of(Split.SPLITS, (LongOrList) new LongOrList.Many(sizes))
                .with(Split.AXIS, (long) axis)));
  }

  private static Value backAndForth(GraphSketch sketch, Value x) {
    return sketch.transpose(sketch.transpose(x, TO_LAST), TO_FIRST);
  }
}
