package dev.webnn4j.backend.java.pass;

import dev.webnn4j.MLInputOperandLayout;
import dev.webnn4j.graph.Node;
import dev.webnn4j.graph.Value;
import dev.webnn4j.op.Activation;
import dev.webnn4j.op.ArgMinMax;
import dev.webnn4j.op.Attribute;
import dev.webnn4j.op.Attributes;
import dev.webnn4j.op.BatchNormalization;
import dev.webnn4j.op.Cast;
import dev.webnn4j.op.Clamp;
import dev.webnn4j.op.Comparison;
import dev.webnn4j.op.Concat;
import dev.webnn4j.op.CumulativeSum;
import dev.webnn4j.op.DequantizeLinear;
import dev.webnn4j.op.ElementwiseBinary;
import dev.webnn4j.op.ElementwiseUnary;
import dev.webnn4j.op.Expand;
import dev.webnn4j.op.FakeQuantize;
import dev.webnn4j.op.Gather;
import dev.webnn4j.op.InstanceNormalization;
import dev.webnn4j.op.LayerNormalization;
import dev.webnn4j.op.LogicalBinary;
import dev.webnn4j.op.LogicalUnary;
import dev.webnn4j.op.Operator;
import dev.webnn4j.op.Pad;
import dev.webnn4j.op.Pool2d;
import dev.webnn4j.op.Pooling;
import dev.webnn4j.op.Prelu;
import dev.webnn4j.op.QuantizeLinear;
import dev.webnn4j.op.Reduction;
import dev.webnn4j.op.Resample2d;
import dev.webnn4j.op.Reshape;
import dev.webnn4j.op.Reverse;
import dev.webnn4j.op.Slice;
import dev.webnn4j.op.Softmax;
import dev.webnn4j.op.Split;
import dev.webnn4j.op.Tile;
import dev.webnn4j.op.Where;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * What an operator is on images that have their channels last, if it was written for images of [N,
 * C, H, W], or at least for tensors of rank 4.
 *
 * @param attributes for channels last
 * @param keepsLayout whether the results have their channels last too; otherwise they are the same
 *     for operands of either layout
 */
record ChannelsLast(Attributes attributes, boolean keepsLayout) {
  private static final Permutation LAST = Permutation.TO_CHANNELS_LAST;

  /** The node on channels last; empty if it can only be as it was written. */
  static Optional<ChannelsLast> of(Node node) {
    Operator operator = node.operator();
    if (isBroadcasting(operator)) {
      return node.result().shape().rank() == 4
          ? same(permuted(node, Expand.NEW_SHAPE))
          : Optional.empty();
    }
    List<Value> operands = node.operands().flat();
    if (operands.isEmpty() || operands.getFirst().shape().rank() != 4) {
      return Optional.empty();
    }
    if (isUnary(operator)) {
      return same(node.attributes());
    }
    if (operator == Reshape.OPERATOR) {
      boolean still = LAST.keepsOrder(operands.getFirst().shape());
      return still ? Optional.of(new ChannelsLast(node.attributes(), false)) : Optional.empty();
    }
    return ofImages(node).or(() -> alongOneAxis(node)).or(() -> ofAllAxes(node));
  }

  /** Whether each operand that is not of rank 4 gets axes of size 1 before its own. */
  static boolean isBroadcasting(Operator operator) {
    return ElementwiseBinary.of(operator).isPresent()
        || Comparison.of(operator).isPresent()
        || LogicalBinary.of(operator).isPresent()
        || operator == Where.OPERATOR
        || operator == Prelu.OPERATOR
        || operator == FakeQuantize.OPERATOR
        || operator == QuantizeLinear.OPERATOR
        || operator == DequantizeLinear.OPERATOR
        || operator == Expand.OPERATOR;
  }

  /** The operands of a node that have channels, where it has them last; the others stay. */
  static List<Value> images(Node node) {
    List<Value> operands = node.operands().flat();
    boolean all = isBroadcasting(node.operator()) || node.operator() == Concat.OPERATOR;
    return all ? operands : List.of(operands.getFirst());
  }

  private static boolean isUnary(Operator operator) {
    return ElementwiseUnary.of(operator).isPresent()
        || LogicalUnary.of(operator).isPresent()
        || Activation.of(operator).isPresent()
        || operator == Clamp.OPERATOR
        || operator == Cast.OPERATOR;
  }

  private static Optional<ChannelsLast> same(Attributes attributes) {
    return Optional.of(new ChannelsLast(attributes, true));
  }

  /** What says itself where the channels are, or which axes are height and width. */
  private static Optional<ChannelsLast> ofImages(Node node) {
    Operator operator = node.operator();
    if (Pooling.of(operator).isPresent()) {
      return inLayout(node, Pool2d.LAYOUT);
    }
    if (operator == InstanceNormalization.OPERATOR) {
      return inLayout(node, InstanceNormalization.LAYOUT);
    }
    if (operator == Resample2d.OPERATOR) {
      return same(moved(node, Resample2d.AXES, node.get(Resample2d.AXES)));
    }
    return Optional.empty();
  }

  private static Optional<ChannelsLast> inLayout(
      Node node, Attribute<MLInputOperandLayout> layout) {
    return node.get(layout) == MLInputOperandLayout.NCHW
        ? same(node.attributes().with(layout, MLInputOperandLayout.NHWC))
        : Optional.empty();
  }

  private static Optional<ChannelsLast> alongOneAxis(Node node) {
    Operator operator = node.operator();
    if (operator == Concat.OPERATOR) {
      return same(moved(node, Concat.AXIS));
    }
    if (operator == Split.OPERATOR) {
      return same(moved(node, Split.AXIS));
    }
    if (operator == Softmax.OPERATOR) {
      return same(moved(node, Softmax.AXIS));
    }
    if (operator == CumulativeSum.OPERATOR) {
      return same(moved(node, CumulativeSum.AXIS));
    }
    if (operator == BatchNormalization.OPERATOR) {
      return same(moved(node, BatchNormalization.AXIS));
    }
    if (operator == Gather.OPERATOR && node.operand(Gather.INDICES).shape().rank() == 1) {
      return same(moved(node, Gather.AXIS));
    }
    if (ArgMinMax.of(operator).isPresent()) {
      return reducing(node, Set.of(node.get(ArgMinMax.AXIS)), moved(node, ArgMinMax.AXIS));
    }
    return Optional.empty();
  }

  private static Optional<ChannelsLast> ofAllAxes(Node node) {
    Operator operator = node.operator();
    if (Reduction.of(operator).isPresent()) {
      List<Long> axes = axes(node, Reduction.AXES, 0);
      return reducing(node, Set.copyOf(axes), moved(node, Reduction.AXES, axes));
    }
    if (operator == LayerNormalization.OPERATOR) {
      List<Long> axes = axes(node, LayerNormalization.AXES, 1);
      return same(moved(node, LayerNormalization.AXES, axes));
    }
    if (operator == Reverse.OPERATOR) {
      return same(moved(node, Reverse.AXES, axes(node, Reverse.AXES, 0)));
    }
    if (operator == Tile.OPERATOR) {
      return same(permuted(node, Tile.REPETITIONS));
    }
    if (operator == Pad.OPERATOR) {
      return same(permuted(node, Pad.BEGINNING_PADDING, Pad.ENDING_PADDING));
    }
    if (operator == Slice.OPERATOR) {
      return same(permuted(node, Slice.STARTS, Slice.SIZES, Slice.STRIDES));
    }
    return Optional.empty();
  }

  /**
   * What makes one element of all along some axes. Where these axes disappear and the channels with
   * them, or height and width, nothing is left to stand in another order.
   */
  private static Optional<ChannelsLast> reducing(Node node, Set<Long> axes, Attributes attributes) {
    if (node.result().shape().rank() == 4) {
      return same(attributes);
    }
    boolean nothingMoves = axes.contains(1L) || axes.containsAll(List.of(2L, 3L));
    return nothingMoves ? Optional.of(new ChannelsLast(attributes, false)) : Optional.empty();
  }

  /** The axes of a call: those given, or all from the first that is meant by giving none. */
  private static List<Long> axes(Node node, Attribute<List<Long>> attribute, long first) {
    return node.attributes()
        .find(attribute)
        .orElseGet(() -> LongStream.range(first, 4).boxed().toList());
  }

  private static Attributes moved(Node node, Attribute<Long> axis) {
    return node.attributes().with(axis, LAST.place(node.get(axis)));
  }

  /** The axes keep their order, which belongs to that of sizes or of scales. */
  private static Attributes moved(Node node, Attribute<List<Long>> attribute, List<Long> axes) {
    return node.attributes().with(attribute, axes.stream().map(LAST::place).toList());
  }

  /** The lists that have a number for each axis, where they are given. */
  @SafeVarargs
  private static Attributes permuted(Node node, Attribute<List<Long>>... lists) {
    Attributes permuted = node.attributes();
    for (Attribute<List<Long>> list : lists) {
      if (permuted.has(list)) {
        permuted = permuted.with(list, LAST.apply(permuted.get(list)));
      }
    }
    return permuted;
  }
}
