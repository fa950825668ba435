package dev.webnn4j.backend.java.op;

import dev.webnn4j.MLConv2dFilterOperandLayout;
import dev.webnn4j.MLInputOperandLayout;
import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.Shape;
import dev.webnn4j.graph.Node;
import dev.webnn4j.op.Attribute;
import dev.webnn4j.op.Attributes;
import dev.webnn4j.op.Call;
import dev.webnn4j.op.Conv2d;
import dev.webnn4j.op.OperandSlot;
import dev.webnn4j.op.Operands;
import dev.webnn4j.op.Operator;
import dev.webnn4j.op.Types;
import java.util.List;

/**
 * The engine's own convolution: channels last, filter as [O, kH, kW, I / groups], and what follows
 * it in one go: {@code clamp(conv(input, filter) + bias + residual, min, max)}. Only the input may
 * have its channels first, as images come from outside; the result never has.
 */
public final class Convolution {
  public static final OperandSlot INPUT = OperandSlot.of("input", Types.FLOATS).rank(4);
  public static final OperandSlot FILTER =
      OperandSlot.of("filter", Types.FLOATS).rank(4).sameTypeAs(INPUT);
  public static final OperandSlot BIAS =
      OperandSlot.of("bias", Types.FLOATS).rank(1).sameTypeAs(INPUT).optional();

  /** Added before the activation; of the shape of the result. */
  public static final OperandSlot RESIDUAL =
      OperandSlot.of("residual", Types.FLOATS).rank(4).sameTypeAs(INPUT).optional();

  public static final Attribute<List<Long>> PADDING = Conv2d.PADDING;
  public static final Attribute<List<Long>> STRIDES = Conv2d.STRIDES;
  public static final Attribute<List<Long>> DILATIONS = Conv2d.DILATIONS;
  public static final Attribute<Long> GROUPS = Conv2d.GROUPS;
  public static final Attribute<MLInputOperandLayout> INPUT_LAYOUT =
      Attribute.choice("inputLayout", "MLInputOperandLayout", MLInputOperandLayout.NHWC);
  public static final Attribute<Double> MIN = Attribute.number("min", Double.NEGATIVE_INFINITY);
  public static final Attribute<Double> MAX = Attribute.number("max", Double.POSITIVE_INFINITY);

  public static final Operator OPERATOR =
      Operator.named("convolution")
          .operands(INPUT, FILTER, BIAS, RESIDUAL)
          .attributes(PADDING, STRIDES, DILATIONS, GROUPS, INPUT_LAYOUT, MIN, MAX)
          .infers(Convolution::infer);

  private Convolution() {}

  private static MLOperandDescriptor infer(Call call) {
    MLOperandDescriptor result = resultType(call);
    call.operands()
        .find(RESIDUAL)
        .ifPresent(
            residual ->
                call.check(
                    residual.shape().equals(result.shape()),
                    "residual has shape %s, the result %s",
                    residual.shape(),
                    result.shape()));
    return result;
  }

  private static MLOperandDescriptor resultType(Call call) {
    Conv2d.Geometry geometry = Conv2d.geometry(asConv2d(call));
    return call.type(INPUT)
        .withShape(
            Shape.of(
                geometry.batch(),
                geometry.window().height().output(),
                geometry.window().width().output(),
                geometry.outputChannels()));
  }

  /** The geometry of a node of this operator. */
  public static Conv2d.Geometry geometry(Node node) {
    return Conv2d.geometry(asConv2d(node.call()));
  }

  private static Call asConv2d(Call call) {
    Operands<MLOperandDescriptor> operands =
        Operands.of(Conv2d.INPUT, call.type(INPUT), Conv2d.FILTER, call.type(FILTER));
    if (call.operands().has(BIAS)) {
      operands = operands.with(Conv2d.BIAS, call.type(BIAS));
    }
    Attributes attributes =
        call.attributes()
            .with(Conv2d.INPUT_LAYOUT, call.get(INPUT_LAYOUT))
            .with(Conv2d.FILTER_LAYOUT, MLConv2dFilterOperandLayout.OHWI);
    return new Call(Conv2d.OPERATOR, operands, attributes, call.label());
  }
}
