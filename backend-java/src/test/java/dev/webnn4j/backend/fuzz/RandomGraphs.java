package dev.webnn4j.backend.fuzz;

import dev.webnn4j.MLInputOperandLayout;
import dev.webnn4j.MLNumber;
import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.Shape;
import dev.webnn4j.backend.harness.CaseGenerator;
import dev.webnn4j.backend.harness.Draw;
import dev.webnn4j.backend.harness.Fill;
import dev.webnn4j.backend.harness.OperatorCase;
import dev.webnn4j.backend.harness.OperatorCases;
import dev.webnn4j.backend.harness.Tolerance;
import dev.webnn4j.backend.reference.Tensor;
import dev.webnn4j.graph.Value;
import dev.webnn4j.op.Activation;
import dev.webnn4j.op.ArgMinMax;
import dev.webnn4j.op.Attributes;
import dev.webnn4j.op.BatchNormalization;
import dev.webnn4j.op.Cast;
import dev.webnn4j.op.Catalogue;
import dev.webnn4j.op.Clamp;
import dev.webnn4j.op.Comparison;
import dev.webnn4j.op.Concat;
import dev.webnn4j.op.Conv2d;
import dev.webnn4j.op.ConvTranspose2d;
import dev.webnn4j.op.ElementwiseBinary;
import dev.webnn4j.op.ElementwiseUnary;
import dev.webnn4j.op.GroupConv2d;
import dev.webnn4j.op.ImageLayout;
import dev.webnn4j.op.InstanceNormalization;
import dev.webnn4j.op.LayerNormalization;
import dev.webnn4j.op.LogicalBinary;
import dev.webnn4j.op.LogicalUnary;
import dev.webnn4j.op.OperandSlot;
import dev.webnn4j.op.Operands;
import dev.webnn4j.op.Operator;
import dev.webnn4j.op.Pool2d;
import dev.webnn4j.op.Pooling;
import dev.webnn4j.op.Reduction;
import dev.webnn4j.op.Transpose;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Graphs whose nodes are the cases of {@link OperatorCases}, with values of the graph in the place
 * of most of their operands. The operators come in turn, so that a graph of some size has them all.
 */
final class RandomGraphs {
  /** Cases that are larger are left out: the reference would take its time. */
  private static final long MAX_ELEMENTS = 20_000;

  private static final int CONVOLUTIONS = 4;

  /** How many of the first nodes behind a convolution are of those that may join it. */
  private static final int JOINING = 3;

  /** No sum of a convolution, nor what becomes of it before it is normalised, is larger. */
  private static final double LARGEST_SUM = 0x1p16;

  private final Draw draw;
  private final GraphGrower graph;
  private final Connector connector;
  private final boolean exact;

  private RandomGraphs(long seed, boolean exact) {
    draw = new Draw(seed);
    graph = new GraphGrower(draw, exact);
    connector = new Connector(graph);
    this.exact = exact;
  }

  /** A graph of at least {@code nodes} nodes of any operators. */
  static RandomGraph any(long seed, int nodes) {
    return new RandomGraphs(seed, false).grow(nodes);
  }

  /** The same of cases only where the engine gives the reference's result to the bit. */
  static RandomGraph exact(long seed, int nodes) {
    return new RandomGraphs(seed, true).grow(nodes);
  }

  private RandomGraph grow(int nodes) {
    List<Map.Entry<Operator, CaseGenerator>> turns =
        new ArrayList<>(
            OperatorCases.generators().entrySet().stream()
                .filter(entry -> Catalogue.operators().contains(entry.getKey()))
                .sorted(Comparator.comparing(entry -> entry.getKey().name()))
                .toList());
    if (!exact) {
      // The compiler has more to do with these than with all others.
      List<Map.Entry<Operator, CaseGenerator>> convolutions =
          turns.stream().filter(entry -> isConvolution(entry.getKey())).toList();
      for (int i = 1; i < CONVOLUTIONS; i++) {
        turns.addAll(convolutions);
      }
    }
    while (graph.size() < nodes) {
      Collections.shuffle(turns, new Random(draw.bits()));
      turns.forEach(turn -> next(turn.getValue()));
    }
    return graph.finish();
  }

  private void next(CaseGenerator generator) {
    OperatorCase test = generator.generate(draw);
    long elements =
        test.operands().flat().stream().mapToLong(Tensor::count).sum()
            + test.node().results().stream().mapToLong(v -> v.type().elementCount()).sum();
    if (elements > MAX_ELEMENTS || (exact && !isExact(test))) {
      return;
    }
    List<Value> results =
        graph.emit(
            test.node().operator(), operands(test), test.node().attributes(), test.allowance());
    if (isConvolution(test.node().operator())) {
      follow(results.getFirst(), channelAxis(test));
    }
  }

  private static boolean isExact(OperatorCase test) {
    Tolerance tolerance = test.allowance().tolerance();
    return tolerance.ulps() == 0 && tolerance.roundings() == 0 && tolerance.absolute() == 0;
  }

  private Operands<Value> operands(OperatorCase test) {
    Operator operator = test.node().operator();
    if (isElementwise(operator) && draw.oneIn(2)) {
      return anyShape(test);
    }
    Operands<Value> operands = Operands.none();
    for (OperandSlot slot : test.node().operands().slots()) {
      Fill fill = test.fills().get(slot);
      List<Value> chosen = new ArrayList<>();
      for (Tensor tensor : test.operands().all(slot)) {
        boolean fresh = draw.oneIn(3) || mustBeFresh(operator, slot);
        chosen.add(
            fresh ? graph.fresh(tensor.type(), fill) : connector.connect(tensor.type(), fill));
      }
      operands = operands.with(slot, chosen);
    }
    return operands;
  }

  private static boolean isElementwise(Operator operator) {
    return ElementwiseUnary.of(operator).isPresent()
        || ElementwiseBinary.of(operator).isPresent()
        || Activation.of(operator).isPresent()
        || Comparison.of(operator).isPresent()
        || LogicalUnary.of(operator).isPresent()
        || LogicalBinary.of(operator).isPresent()
        || operator == Clamp.OPERATOR
        || operator == Cast.OPERATOR;
  }

  /** Values of the graph as they are, so that nothing stands between two operators. */
  private Operands<Value> anyShape(OperatorCase test) {
    List<OperandSlot> slots = test.node().operator().operands();
    OperandSlot first = slots.getFirst();
    MLOperandDataType type = test.operands().get(first).type().dataType();
    Value a = connector.connect(type, test.fills().get(first));
    Operands<Value> operands = Operands.of(first, a);
    if (slots.size() > 1) {
      OperandSlot second = slots.getLast();
      operands = operands.with(second, connector.connect(a.type(), test.fills().get(second)));
    }
    return operands;
  }

  /**
   * Whether what an operator may be off by asks for more than a range: a scale must not be near
   * zero, the elements of what is normalised must differ, the factors of a product must be around
   * 1.
   */
  private static boolean mustBeFresh(Operator operator, OperandSlot slot) {
    return slot.name().equals("scale")
        || operator == InstanceNormalization.OPERATOR
        || operator == LayerNormalization.OPERATOR
        || operator == Reduction.REDUCE_PRODUCT.operator()
        || operator == Reduction.REDUCE_LOG_SUM.operator();
  }

  private static boolean isConvolution(Operator operator) {
    return operator == Conv2d.OPERATOR
        || operator == GroupConv2d.OPERATOR
        || operator == ConvTranspose2d.OPERATOR;
  }

  private static int channelAxis(OperatorCase test) {
    Attributes attributes = test.node().attributes();
    Operator operator = test.node().operator();
    MLInputOperandLayout layout =
        operator == Conv2d.OPERATOR
            ? attributes.get(Conv2d.INPUT_LAYOUT)
            : operator == ConvTranspose2d.OPERATOR
                ? attributes.get(ConvTranspose2d.INPUT_LAYOUT)
                : MLInputOperandLayout.NCHW;
    return ImageLayout.channelAxis(layout);
  }

  /** What the compiler makes one of with a convolution, or has follow its layout. */
  private void follow(Value convolved, int channelAxis) {
    Value image = convolved;
    int steps = draw.between(1, 6);
    for (int i = 0; i < steps; i++) {
      image = step(image, channelAxis, draw.between(0, i < JOINING ? 8 : 11));
      if (image.shape().rank() != 4) {
        return;
      }
    }
  }

  private Value step(Value image, int channelAxis, int kind) {
    MLOperandDescriptor type = image.type();
    return switch (kind) {
      case 0, 1 ->
          graph.binary(
              ElementwiseBinary.ADD,
              image,
              graph.fresh(type.withShape(perChannel(image, channelAxis)), Fill.uniform(-2, 2)));
      case 2 ->
          graph.binary(ElementwiseBinary.ADD, image, connector.connect(type, Fill.uniform(-2, 2)));
      case 3 ->
          graph.pick(
              ElementwiseUnary.RELU.operator(),
              ElementwiseUnary.RELU.input(),
              image,
              Attributes.NONE);
      case 4 ->
          graph.pick(
              Clamp.OPERATOR,
              Clamp.INPUT,
              image,
              Attributes.of(Clamp.MIN_VALUE, MLNumber.of(-1))
                  .with(Clamp.MAX_VALUE, MLNumber.of(1.5)));
      case 5 ->
          graph.emit(
              Transpose.OPERATOR,
              Transpose.INPUT,
              image,
              Attributes.of(
                  Transpose.PERMUTATION,
                  draw.oneIn(2) ? List.of(0L, 2L, 3L, 1L) : List.of(0L, 3L, 1L, 2L)));
      case 6, 7 ->
          graph.binary(
              draw.of(ElementwiseBinary.MUL, ElementwiseBinary.DIV, ElementwiseBinary.SUB),
              image,
              graph.fresh(type.withShape(perChannel(image, channelAxis)), Fill.uniform(0.5, 2)));
      case 8 -> type.dataType().isFloat() ? normalize(image, channelAxis) : image;
      case 9 ->
          graph
              .emit(
                  Concat.OPERATOR,
                  Operands.<Value>none().with(Concat.INPUTS, List.of(image, image)),
                  Attributes.of(Concat.AXIS, (long) draw.between(0, 3)),
                  OperatorCase.Allowance.NONE)
              .getFirst();
      case 10 ->
          graph.pick(
              Pooling.MAX_POOL2D.operator(),
              Pooling.MAX_POOL2D.input(),
              image,
              Attributes.of(Pool2d.WINDOW_DIMENSIONS, List.of(1L, 1L)));
      default ->
          graph.emit(
              ArgMinMax.ARG_MAX.operator(),
              ArgMinMax.INPUT,
              image,
              Attributes.of(ArgMinMax.AXIS, (long) draw.between(0, 3))
                  .with(ArgMinMax.KEEP_DIMENSIONS, draw.oneIn(2)));
    };
  }

  /** The shape of what has a number for each channel. */
  private static Shape perChannel(Value image, int channelAxis) {
    int channels = image.shape().dim(channelAxis);
    return channelAxis == 1 ? Shape.of(channels, 1, 1) : Shape.of(channels);
  }

  /** Sums of a convolution, which may be large, so that five roundings may be too. */
  private Value normalize(Value image, int channelAxis) {
    MLOperandDescriptor type = image.type().withShape(Shape.of(image.shape().dim(channelAxis)));
    Operands<Value> operands =
        Operands.of(
                BatchNormalization.INPUT,
                image,
                BatchNormalization.MEAN,
                graph.fresh(type, Fill.uniform(-2, 2)))
            .with(BatchNormalization.VARIANCE, graph.fresh(type, Fill.uniform(0.5, 9)))
            .with(BatchNormalization.SCALE, graph.fresh(type, Fill.uniform(-2, 2)))
            .with(BatchNormalization.BIAS, graph.fresh(type, Fill.uniform(-2, 2)));
    Tolerance tolerance = Tolerance.ulps(1).absolute(5 * LARGEST_SUM * 0x1p-24);
    return graph
        .emit(
            BatchNormalization.OPERATOR,
            operands,
            Attributes.of(BatchNormalization.AXIS, (long) channelAxis),
            new OperatorCase.Allowance(tolerance, List.of()))
        .getFirst();
  }
}
