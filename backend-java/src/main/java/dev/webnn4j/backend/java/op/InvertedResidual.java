package dev.webnn4j.backend.java.op;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.graph.Node;
import dev.webnn4j.graph.Value;
import dev.webnn4j.op.Attribute;
import dev.webnn4j.op.Attributes;
import dev.webnn4j.op.Call;
import dev.webnn4j.op.OperandSlot;
import dev.webnn4j.op.Operands;
import dev.webnn4j.op.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The engine's own block of up to three convolutions that follow each other: a 1x1 that expands the
 * channels, a depthwise one, and a 1x1 that projects them, as in <a
 * href="https://arxiv.org/abs/1801.04381">MobileNetV2</a>. Without the first it is a depthwise
 * separable convolution. It means no more than its {@link #stages}; a kernel may compute it without
 * ever holding the expanded image.
 */
public final class InvertedResidual {
  public static final OperandSlot INPUT =
      OperandSlot.of("input", Set.of(MLOperandDataType.FLOAT32)).rank(4);

  /** As {@link Convolution#FILTER}; absent if nothing is expanded. */
  public static final OperandSlot EXPANSION = filter("expansion").optional();

  public static final OperandSlot EXPANSION_BIAS = bias("expansionBias");
  public static final OperandSlot DEPTHWISE = filter("depthwise");
  public static final OperandSlot DEPTHWISE_BIAS = bias("depthwiseBias");
  public static final OperandSlot PROJECTION = filter("projection");
  public static final OperandSlot PROJECTION_BIAS = bias("projectionBias");
  public static final OperandSlot RESIDUAL = Convolution.RESIDUAL;

  /** Of the depthwise convolution, as the two that follow. */
  public static final Attribute<List<Long>> PADDING = Convolution.PADDING;

  public static final Attribute<List<Long>> STRIDES = Convolution.STRIDES;
  public static final Attribute<List<Long>> DILATIONS = Convolution.DILATIONS;

  public static final Attribute<Double> EXPANSION_MIN = min("expansionMin");
  public static final Attribute<Double> EXPANSION_MAX = max("expansionMax");
  public static final Attribute<Double> DEPTHWISE_MIN = min("depthwiseMin");
  public static final Attribute<Double> DEPTHWISE_MAX = max("depthwiseMax");
  public static final Attribute<Double> PROJECTION_MIN = min("projectionMin");
  public static final Attribute<Double> PROJECTION_MAX = max("projectionMax");

  public static final Operator OPERATOR =
      Operator.named("invertedResidual")
          .operands(
              INPUT,
              EXPANSION,
              EXPANSION_BIAS,
              DEPTHWISE,
              DEPTHWISE_BIAS,
              PROJECTION,
              PROJECTION_BIAS,
              RESIDUAL)
          .attributes(
              PADDING,
              STRIDES,
              DILATIONS,
              EXPANSION_MIN,
              EXPANSION_MAX,
              DEPTHWISE_MIN,
              DEPTHWISE_MAX,
              PROJECTION_MIN,
              PROJECTION_MAX)
          .infers(InvertedResidual::infer);

  private InvertedResidual() {}

  private static OperandSlot filter(String name) {
    return OperandSlot.of(name, INPUT.types()).rank(4).sameTypeAs(INPUT);
  }

  private static OperandSlot bias(String name) {
    return OperandSlot.of(name, INPUT.types()).rank(1).sameTypeAs(INPUT).optional();
  }

  private static Attribute<Double> min(String name) {
    return Attribute.number(name, Double.NEGATIVE_INFINITY);
  }

  private static Attribute<Double> max(String name) {
    return Attribute.number(name, Double.POSITIVE_INFINITY);
  }

  /** One of the convolutions: which slots and limits are its own. */
  private enum Stage {
    EXPAND(EXPANSION, EXPANSION_BIAS, EXPANSION_MIN, EXPANSION_MAX),
    FILTER(DEPTHWISE, DEPTHWISE_BIAS, DEPTHWISE_MIN, DEPTHWISE_MAX),
    PROJECT(PROJECTION, PROJECTION_BIAS, PROJECTION_MIN, PROJECTION_MAX);

    private final OperandSlot filter;
    private final OperandSlot bias;
    private final Attribute<Double> min;
    private final Attribute<Double> max;

    Stage(OperandSlot filter, OperandSlot bias, Attribute<Double> min, Attribute<Double> max) {
      this.filter = filter;
      this.bias = bias;
      this.min = min;
      this.max = max;
    }
  }

  private static MLOperandDescriptor infer(Call call) {
    MLOperandDescriptor type = call.type(INPUT);
    if (call.operands().has(EXPANSION)) {
      type = inferStage(call, Stage.EXPAND, type);
    }
    return inferStage(call, Stage.PROJECT, inferStage(call, Stage.FILTER, type));
  }

  private static MLOperandDescriptor inferStage(Call call, Stage stage, MLOperandDescriptor input) {
    Operands<MLOperandDescriptor> operands = operands(call.operands(), stage, input);
    Attributes attributes = attributes(call.attributes(), stage, input);
    return Convolution.OPERATOR
        .infer(new Call(Convolution.OPERATOR, operands, attributes, call.label()))
        .getFirst();
  }

  /** The convolutions that a node stands for, in order; the last one gives the node's result. */
  public static List<Node> stages(Node node) {
    List<Node> stages = new ArrayList<>();
    Value value = node.operand(INPUT);
    if (node.operands().has(EXPANSION)) {
      value = addStage(stages, node, Stage.EXPAND, value, Optional.empty());
    }
    value = addStage(stages, node, Stage.FILTER, value, Optional.empty());
    addStage(stages, node, Stage.PROJECT, value, Optional.of(node.result()));
    return List.copyOf(stages);
  }

  private static Value addStage(
      List<Node> stages, Node node, Stage stage, Value input, Optional<Value> known) {
    Operands<Value> operands = operands(node.operands(), stage, input);
    Attributes attributes = attributes(node.attributes(), stage, input.type());
    Value result =
        known.orElseGet(
            () ->
                new Value(
                    inferStage(node.call(), stage, input.type()),
                    node.result().name() + "." + stage.filter.name()));
    String label = Decompositions.label(node, stage.filter.name());
    stages.add(new Node(Convolution.OPERATOR, operands, attributes, List.of(result), label));
    return result;
  }

  private static <T> Operands<T> operands(Operands<T> all, Stage stage, T input) {
    Operands<T> operands =
        Operands.of(Convolution.INPUT, input, Convolution.FILTER, all.get(stage.filter));
    if (all.has(stage.bias)) {
      operands = operands.with(Convolution.BIAS, all.get(stage.bias));
    }
    if (stage == Stage.PROJECT && all.has(RESIDUAL)) {
      operands = operands.with(Convolution.RESIDUAL, all.get(RESIDUAL));
    }
    return operands;
  }

  private static Attributes attributes(Attributes all, Stage stage, MLOperandDescriptor input) {
    Attributes limits =
        Attributes.of(Convolution.MIN, all.get(stage.min))
            .with(Convolution.MAX, all.get(stage.max));
    return stage != Stage.FILTER
        ? limits
        : limits
            .with(Convolution.PADDING, all.get(PADDING))
            .with(Convolution.STRIDES, all.get(STRIDES))
            .with(Convolution.DILATIONS, all.get(DILATIONS))
            .with(Convolution.GROUPS, (long) input.shape().dim(3));
  }

  /** One operator for convolutions in a row, the first of which may be missing. */
  public record Parts(Optional<Node> expansion, Node depthwise, Node projection) {
    /** What the node takes; every value is one of these convolutions'. */
    public Operands<Value> operands() {
      Node first = expansion.orElse(depthwise);
      Operands<Value> operands = Operands.of(INPUT, first.operand(Convolution.INPUT));
      if (expansion.isPresent()) {
        operands = with(operands, Stage.EXPAND, expansion.get());
      }
      operands = with(with(operands, Stage.FILTER, depthwise), Stage.PROJECT, projection);
      Optional<Value> residual = projection.findOperand(Convolution.RESIDUAL);
      return residual.isPresent() ? operands.with(RESIDUAL, residual.get()) : operands;
    }

    private static Operands<Value> with(Operands<Value> operands, Stage stage, Node node) {
      Operands<Value> more = operands.with(stage.filter, node.operand(Convolution.FILTER));
      Optional<Value> bias = node.findOperand(Convolution.BIAS);
      return bias.isPresent() ? more.with(stage.bias, bias.get()) : more;
    }

    public Attributes attributes() {
      Attributes attributes =
          Attributes.of(PADDING, depthwise.get(Convolution.PADDING))
              .with(STRIDES, depthwise.get(Convolution.STRIDES))
              .with(DILATIONS, depthwise.get(Convolution.DILATIONS));
      if (expansion.isPresent()) {
        attributes = with(attributes, Stage.EXPAND, expansion.get());
      }
      return with(with(attributes, Stage.FILTER, depthwise), Stage.PROJECT, projection);
    }

    private static Attributes with(Attributes attributes, Stage stage, Node node) {
      return attributes
          .with(stage.min, node.get(Convolution.MIN))
          .with(stage.max, node.get(Convolution.MAX));
    }
  }
}
