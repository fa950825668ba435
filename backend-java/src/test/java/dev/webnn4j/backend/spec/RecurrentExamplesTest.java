package dev.webnn4j.backend.spec;

import static dev.webnn4j.MLRecurrentNetworkActivation.RELU;
import static dev.webnn4j.backend.spec.Data.float16;
import static dev.webnn4j.backend.spec.Data.float32;

import dev.webnn4j.MLGruCellOptions;
import dev.webnn4j.MLGruOptions;
import dev.webnn4j.MLGruWeightLayout;
import dev.webnn4j.MLLstmCellOptions;
import dev.webnn4j.MLLstmWeightLayout;
import dev.webnn4j.MLRecurrentNetworkDirection;
import dev.webnn4j.Shape;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Recurrent networks: small ones by hand, in numbers that need no rounding, others by NumPy. */
final class RecurrentExamplesTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;
  private static final Shape ONE = Shape.of(1, 1);

  /** Data of this shape: a sequence of eighths from -1 to 1 that repeats only after 17 elements. */
  private static Data ramp(int factor, int start, int... shape) {
    int count = IntStream.of(shape).reduce(1, (a, b) -> a * b);
    return float32(
        Shape.of(shape),
        IntStream.range(0, count)
            .mapToDouble(k -> ((k * factor + start) % 17 - 8) / 8.0)
            .toArray());
  }

  /**
   * A cell with one hidden unit, input 1 and state 2: two gates are 0.25 + 0.125 * 2 = 0.5 and 0.25
   * + 0 * 2 = 0.25, in this order.
   */
  private static void gruCell(double expected, Consumer<MLGruCellOptions> options) {
    Example.of(
            float32(ONE, 1),
            float32(Shape.of(3, 1), 0.25, 0.25, 1),
            float32(Shape.of(3, 1), 0.125, 0, -1),
            float32(ONE, 2),
            float32(0, 0, 0.5),
            float32(0, 0, 3))
        .graph(
            (builder, x) ->
                builder.gruCell(
                    x.get(0),
                    x.get(1),
                    x.get(2),
                    x.get(3),
                    1,
                    options.andThen(
                        o -> o.bias(x.get(4)).recurrentBias(x.get(5)).activations(RELU, RELU))))
        .gives(float32(ONE, expected));
  }

  @Test
  void gruCellResetsAfterTheProductOrBefore() {
    // n = 1.5 + 0.25 * (-1 * 2 + 3) = 1.75, and 0.5 * 2 + 0.5 * n.
    gruCell(1.875, o -> {});
    gruCell(1.875, o -> o.resetAfter(true).layout(MLGruWeightLayout.ZRN));
    // n = 1.5 + -1 * (0.25 * 2) + 3 = 4.
    gruCell(3, o -> o.resetAfter(false));
    // With z = 0.25 and r = 0.5: n = 2 after, 3.5 before, and 0.25 * 2 + 0.75 * n.
    gruCell(2, o -> o.layout(MLGruWeightLayout.RZN));
    gruCell(3.125, o -> o.layout(MLGruWeightLayout.RZN).resetAfter(false));
  }

  /** One hidden unit, input 1, state 1, cell state 2. */
  private static void lstmCell(double hidden, double cell, Consumer<MLLstmCellOptions> options) {
    Example.of(
            float32(ONE, 1),
            float32(Shape.of(4, 1), 1, 2, 0.5, 3),
            float32(Shape.of(4, 1), 0, 0, 0, -2),
            float32(ONE, 1),
            float32(ONE, 2),
            float32(0.5, 0.25, 0.125))
        .graphs(
            (builder, x) ->
                builder.lstmCell(
                    x.get(0),
                    x.get(1),
                    x.get(2),
                    x.get(3),
                    x.get(4),
                    1,
                    options.andThen(o -> o.peepholeWeight(x.get(5)).activations(RELU, RELU, RELU))))
        .gives(float32(ONE, hidden), float32(ONE, cell));
  }

  @Test
  void peepholesAreInTheOrderIofAndSeeTheCellStateBefore() {
    // i = 1 + 0.5 * 2, o = 2 + 0.25 * 2, f = 0.5 + 0.125 * 2, g = 3 - 2; cell = 0.75 * 2 + 2 * 1.
    lstmCell(2.5 * 3.5, 3.5, o -> {});
    // The peepholes keep their order: i = 2, f = 2 + 0.125 * 2, g = 0.5, o = 3 - 2 + 0.25 * 2.
    lstmCell(1.5 * 5.5, 5.5, o -> o.layout(MLLstmWeightLayout.IFGO));
  }

  /** With z = 0.5 everywhere, the state is the mean of the one before and the weighted input. */
  private static Example means(double[] weights, Consumer<MLGruOptions> options) {
    int directions = weights.length;
    Shape gates = Shape.of(directions, 3, 1);
    return Example.of(
            float32(Shape.of(3, 1, 1), 1, 2, 4),
            float32(
                gates,
                IntStream.range(0, 3 * directions)
                    .mapToDouble(k -> k % 3 == 2 ? weights[k / 3] : 0)
                    .toArray()),
            float32(gates, new double[3 * directions]),
            float32(
                Shape.of(directions, 3),
                IntStream.range(0, 3 * directions)
                    .mapToDouble(k -> k % 3 == 0 ? 0.5 : 0)
                    .toArray()),
            float32(
                Shape.of(directions, 1, 1),
                IntStream.range(0, directions).mapToDouble(k -> 8 * k).toArray()))
        .graphs(
            (builder, x) ->
                builder.gru(
                    x.get(0),
                    x.get(1),
                    x.get(2),
                    3,
                    1,
                    options.andThen(
                        o ->
                            o.bias(x.get(3))
                                .initialHiddenState(x.get(4))
                                .activations(RELU, RELU))));
  }

  @Test
  void aSequenceHasItsStepsWhereTheInputHasThem() {
    Shape state = Shape.of(1, 1, 1);
    Shape sequence = Shape.of(3, 1, 1, 1);
    means(new double[] {1}, o -> {}).gives(float32(state, 2.625));
    means(new double[] {1}, o -> o.returnSequence(true))
        .gives(float32(state, 2.625), float32(sequence, 0.5, 1.25, 2.625));
    means(
            new double[] {1},
            o -> o.returnSequence(true).direction(MLRecurrentNetworkDirection.BACKWARD))
        .gives(float32(state, 1.5), float32(sequence, 1.5, 2, 2));
    // The second direction doubles the input and starts from 8, at the end of the input.
    means(
            new double[] {1, 2},
            o -> o.returnSequence(true).direction(MLRecurrentNetworkDirection.BOTH))
        .gives(
            float32(Shape.of(2, 1, 1), 2.625, 4),
            float32(Shape.of(3, 2, 1, 1), 0.5, 4, 1.25, 6, 2.625, 8));
  }

  @Test
  void statesOfFloat16AreNotRoundedBetweenSteps() {
    // With z = 2 a step is 2h - n: from 1 to 2 - 2^-12, which float16 lacks, and to 1 - 2^-11.
    Shape gates = Shape.of(1, 3, 1);
    Shape state = Shape.of(1, 1, 1);
    Example.of(
            float16(Shape.of(2, 1, 1), 0x1p-12, 3),
            float16(gates, 0, 0, 1),
            float16(gates, 0, 0, 0),
            float16(Shape.of(1, 3), 2, 0, 0),
            float16(state, 1))
        .graphs(
            (builder, x) ->
                builder.gru(
                    x.get(0),
                    x.get(1),
                    x.get(2),
                    2,
                    1,
                    o ->
                        o.bias(x.get(3))
                            .initialHiddenState(x.get(4))
                            .activations(RELU, RELU)
                            .returnSequence(true)))
        .gives(float16(state, 1 - 0x1p-11), float16(Shape.of(2, 1, 1, 1), 2, 1 - 0x1p-11));
  }

  /** A cell without weights, whose gates are those of the biases. */
  private static void gruCell(double[] biases, double state, double expected) {
    Example.of(
            float32(ONE, 1), float32(Shape.of(3, 1), 0, 0, 0), float32(ONE, state), float32(biases))
        .graph(
            (builder, x) ->
                builder.gruCell(
                    x.get(0), x.get(1), x.get(1), x.get(2), 1, o -> o.recurrentBias(x.get(3))))
        .gives(float32(ONE, expected));
  }

  @Test
  void gatesSaturateAndNaNSpreads() {
    gruCell(new double[] {-1000, 1000, 1000}, 0.75, 1);
    gruCell(new double[] {1000, 1000, 1000}, 0.75, 0.75);
    gruCell(new double[] {0, 0, Double.NaN}, 0.75, Double.NaN);
    // Even a weight of zero makes no number of infinity.
    gruCell(new double[] {0, 0, 0}, INFINITY, Double.NaN);
  }

  @Test
  void withoutPeepholesAnInfiniteCellStateReachesNoGate() {
    Example.of(float32(ONE, 1), float32(Shape.of(4, 1), 0, 0, 0, 0), float32(ONE, INFINITY))
        .graphs(
            (builder, x) ->
                builder.lstmCell(x.get(0), x.get(1), x.get(1), x.get(0), x.get(2), 1, o -> {}))
        .gives(float32(ONE, 0.5), float32(ONE, INFINITY));
  }

  @Test
  void lstmInBothDirections() {
    Example.of(
            ramp(5, 3, 2, 2, 3),
            ramp(7, 1, 2, 8, 3),
            ramp(3, 4, 2, 8, 2),
            ramp(11, 2, 2, 8),
            ramp(4, 9, 2, 8),
            ramp(6, 5, 2, 6),
            ramp(9, 6, 2, 2, 2),
            ramp(13, 0, 2, 2, 2))
        .graphs(
            (builder, x) ->
                builder.lstm(
                    x.get(0),
                    x.get(1),
                    x.get(2),
                    2,
                    2,
                    o ->
                        o.bias(x.get(3))
                            .recurrentBias(x.get(4))
                            .peepholeWeight(x.get(5))
                            .initialHiddenState(x.get(6))
                            .initialCellState(x.get(7))
                            .layout(MLLstmWeightLayout.IFGO)
                            .direction(MLRecurrentNetworkDirection.BOTH)
                            .returnSequence(true)))
        .orWithin(1e-6)
        .gives(
            float32(
                Shape.of(2, 2, 2),
                0.0371094,
                -0.3264799,
                0.0223434,
                -0.2338187,
                0.1556943,
                0.3026241,
                0.1741971,
                0.3140082),
            float32(
                Shape.of(2, 2, 2),
                0.1641106,
                -0.512279,
                0.1026419,
                -0.3642415,
                0.5118894,
                0.7956508,
                0.5872249,
                0.7704428),
            float32(
                Shape.of(2, 2, 2, 2),
                0.3984033,
                -0.0805166,
                0.2217395,
                -0.162777,
                0.1556943,
                0.3026241,
                0.1741971,
                0.3140082,
                0.0371094,
                -0.3264799,
                0.0223434,
                -0.2338187,
                0.263134,
                0.3114479,
                0.2191657,
                0.1079397));
  }

  private static void gru(boolean resetAfter, Data... expected) {
    Example.of(
            ramp(5, 3, 2, 2, 3),
            ramp(7, 1, 2, 6, 3),
            ramp(3, 4, 2, 6, 2),
            ramp(11, 2, 2, 6),
            ramp(4, 9, 2, 6),
            ramp(9, 6, 2, 2, 2))
        .graphs(
            (builder, x) ->
                builder.gru(
                    x.get(0),
                    x.get(1),
                    x.get(2),
                    2,
                    2,
                    o ->
                        o.bias(x.get(3))
                            .recurrentBias(x.get(4))
                            .initialHiddenState(x.get(5))
                            .layout(MLGruWeightLayout.RZN)
                            .direction(MLRecurrentNetworkDirection.BOTH)
                            .returnSequence(true)
                            .resetAfter(resetAfter)))
        .orWithin(1e-6)
        .gives(expected);
  }

  @Test
  void gruInBothDirections() {
    gru(
        true,
        float32(
            Shape.of(2, 2, 2),
            0.1027365,
            -0.5997972,
            0.1229107,
            -0.5499608,
            0.0622832,
            -0.5524296,
            0.0814077,
            -0.5318798),
        float32(
            Shape.of(2, 2, 2, 2),
            0.8459556,
            -0.0949122,
            0.8841859,
            -0.0277916,
            0.0622832,
            -0.5524296,
            0.0814077,
            -0.5318798,
            0.1027365,
            -0.5997972,
            0.1229107,
            -0.5499608,
            -0.0790091,
            -0.4983306,
            -0.0199837,
            -0.5028368));
    gru(
        false,
        float32(
            Shape.of(2, 2, 2),
            0.0888215,
            -0.4017168,
            0.1255555,
            -0.2735913,
            0.3846777,
            -0.7369758,
            0.468736,
            -0.6806739),
        float32(
            Shape.of(2, 2, 2, 2),
            0.8542144,
            -0.0637225,
            0.8925541,
            0.0052031,
            0.3846777,
            -0.7369758,
            0.468736,
            -0.6806739,
            0.0888215,
            -0.4017168,
            0.1255555,
            -0.2735913,
            0.0277664,
            -0.6783602,
            0.1249975,
            -0.6299113));
  }
}
