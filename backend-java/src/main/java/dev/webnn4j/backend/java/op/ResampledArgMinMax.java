package dev.webnn4j.backend.java.op;

import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.graph.Node;
import dev.webnn4j.graph.Value;
import dev.webnn4j.op.ArgMinMax;
import dev.webnn4j.op.Attribute;
import dev.webnn4j.op.Attributes;
import dev.webnn4j.op.Call;
import dev.webnn4j.op.OperandSlot;
import dev.webnn4j.op.Operands;
import dev.webnn4j.op.Operator;
import dev.webnn4j.op.Resample2d;
import java.util.List;

/**
 * The engine's own end of a segmentation network: {@code argMax(resample2d(input))} or {@code
 * argMin} of it, without the resized image in between. The axis that is searched is not resized.
 * Its result is that of the two operators, with the resized image rounded to its type.
 */
public final class ResampledArgMinMax {
  public static final OperandSlot INPUT = Resample2d.INPUT;

  /** Whether the greatest element is meant, not the least. */
  public static final Attribute<Boolean> MAX = Attribute.flag("max", true);

  public static final Operator OPERATOR =
      Operator.named("resampledArgMinMax")
          .operands(INPUT)
          .attributes(
              Resample2d.MODE,
              Resample2d.SCALES,
              Resample2d.SIZES,
              Resample2d.AXES,
              Resample2d.COORDINATE_TRANSFORMATION,
              MAX,
              ArgMinMax.AXIS,
              ArgMinMax.KEEP_DIMENSIONS,
              ArgMinMax.OUTPUT_DATA_TYPE)
          .outputs(ArgMinMax.ARG_MAX.operator().outputs().getFirst())
          .infers(ResampledArgMinMax::infer);

  private ResampledArgMinMax() {}

  /**
   * The two nodes that a node of this operator stands for.
   *
   * @param resample makes the resized image
   * @param search makes the result of it
   */
  public record Parts(Node resample, Node search) {}

  /** What a node of this operator stands for. */
  public static Parts parts(Node node) {
    Value resized = new Value(resized(node.call()), node.result().name() + ".resized");
    Operands<Value> input = Operands.of(Resample2d.INPUT, node.operand(INPUT));
    return new Parts(
        part(node, Resample2d.OPERATOR, input, List.of(resized)),
        part(
            node,
            search(node.attributes()),
            Operands.of(ArgMinMax.INPUT, resized),
            node.results()));
  }

  /** The same in order; the last one gives the node's result. */
  public static List<Node> stages(Node node) {
    Parts parts = parts(node);
    return List.of(parts.resample(), parts.search());
  }

  private static Node part(
      Node node, Operator operator, Operands<Value> operands, List<Value> results) {
    Attributes own = node.attributes();
    for (Attribute<?> attribute : OPERATOR.attributes()) {
      if (!operator.attributes().contains(attribute)) {
        own = own.without(attribute);
      }
    }
    return new Node(operator, operands, own, results, Decompositions.label(node, operator.name()));
  }

  private static MLOperandDescriptor infer(Call call) {
    MLOperandDescriptor resized = resized(call);
    int axis = call.axis(ArgMinMax.AXIS, resized.shape().rank());
    for (long other : call.get(Resample2d.AXES)) {
      call.check(axis != other, "axis %d is resized; another one must be searched", axis);
    }
    return as(search(call.attributes()), ArgMinMax.INPUT, resized, call);
  }

  private static MLOperandDescriptor resized(Call call) {
    return as(Resample2d.OPERATOR, Resample2d.INPUT, call.type(INPUT), call);
  }

  /** The type that another operator's result has with the attributes of a call. */
  private static MLOperandDescriptor as(
      Operator operator, OperandSlot slot, MLOperandDescriptor operand, Call call) {
    return operator
        .infer(new Call(operator, Operands.of(slot, operand), call.attributes(), call.label()))
        .getFirst();
  }

  private static Operator search(Attributes attributes) {
    return (attributes.get(MAX) ? ArgMinMax.ARG_MAX : ArgMinMax.ARG_MIN).operator();
  }
}
