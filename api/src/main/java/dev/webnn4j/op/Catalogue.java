package dev.webnn4j.op;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Every operator there is: the specification's, then our own. */
public final class Catalogue {
  private static final Map<String, Operator> BY_NAME = byName();

  private Catalogue() {}

  /** All operators. */
  public static List<Operator> operators() {
    return List.copyOf(BY_NAME.values());
  }

  public static Optional<Operator> find(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  private static Map<String, Operator> byName() {
    var map = new LinkedHashMap<String, Operator>();
    Stream.of(
            family(ArgMinMax.values(), ArgMinMax::operator),
            Stream.of(BatchNormalization.OPERATOR),
            Stream.of(Cast.OPERATOR, Clamp.OPERATOR, Concat.OPERATOR, Conv2d.OPERATOR),
            Stream.of(ConvTranspose2d.OPERATOR, DequantizeLinear.OPERATOR),
            Stream.of(CumulativeSum.OPERATOR),
            family(ElementwiseBinary.values(), ElementwiseBinary::operator),
            family(ElementwiseUnary.values(), ElementwiseUnary::operator),
            family(Activation.values(), Activation::operator),
            Stream.of(
                Expand.OPERATOR,
                Gather.OPERATOR,
                GatherElements.OPERATOR,
                GatherNd.OPERATOR,
                Pad.OPERATOR,
                Reverse.OPERATOR,
                ScatterElements.OPERATOR,
                ScatterNd.OPERATOR,
                Slice.OPERATOR,
                Split.OPERATOR,
                Tile.OPERATOR,
                Triangular.OPERATOR),
            family(Comparison.values(), Comparison::operator),
            family(LogicalBinary.values(), LogicalBinary::operator),
            family(LogicalUnary.values(), LogicalUnary::operator),
            Stream.of(Where.OPERATOR),
            Stream.of(Gemm.OPERATOR, Matmul.OPERATOR),
            Stream.of(InstanceNormalization.OPERATOR, LayerNormalization.OPERATOR),
            family(Pooling.values(), Pooling::operator),
            family(RecurrentNetwork.values(), RecurrentNetwork::operator),
            family(Reduction.values(), Reduction::operator),
            Stream.of(
                Prelu.OPERATOR,
                QuantizeLinear.OPERATOR,
                Resample2d.OPERATOR,
                Reshape.OPERATOR,
                Softmax.OPERATOR,
                Transpose.OPERATOR),
            Stream.of(FakeQuantize.OPERATOR, GroupConv2d.OPERATOR))
        .flatMap(Function.identity())
        .forEach(
            operator -> {
              if (map.put(operator.name(), operator) != null) {
                throw new IllegalStateException(operator.name() + " is declared twice");
              }
            });
    return map;
  }

  private static <E> Stream<Operator> family(E[] members, Function<E, Operator> operatorOf) {
    return Arrays.stream(members).map(operatorOf);
  }
}
