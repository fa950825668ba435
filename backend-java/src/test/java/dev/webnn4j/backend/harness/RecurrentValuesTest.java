package dev.webnn4j.backend.harness;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.webnn4j.MLGruWeightLayout;
import dev.webnn4j.MLLstmWeightLayout;
import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.MLRecurrentNetworkActivation;
import dev.webnn4j.MLRecurrentNetworkDirection;
import dev.webnn4j.backend.java.kernel.KernelTable;
import dev.webnn4j.backend.java.kernel.Tier;
import dev.webnn4j.graph.Node;
import dev.webnn4j.op.Attributes;
import dev.webnn4j.op.Call;
import dev.webnn4j.op.Operands;
import dev.webnn4j.op.Recurrent;
import dev.webnn4j.op.RecurrentNetwork;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A right kernel passes whatever the activations, a wrong one does not. */
final class RecurrentValuesTest {
  private static final int DRAWS = 5;
  private static final int BATCH = 8;
  private static final int INPUTS = 16;
  private static final int HIDDEN = 8;
  private static final KernelTable TABLE = new KernelTable(Tier.SCALAR);

  /** Every choice of activations, for few steps and for many. */
  static Stream<Call> calls() {
    List<Call> calls = new ArrayList<>();
    for (int steps : List.of(2, 5, 12)) {
      for (var activations : choices(2)) {
        calls.add(
            call(
                RecurrentNetwork.GRU,
                steps,
                Attributes.NONE.with(Recurrent.GRU_ACTIVATIONS, activations)));
      }
      for (var activations : choices(3)) {
        calls.add(
            call(
                RecurrentNetwork.LSTM,
                steps,
                Attributes.NONE.with(Recurrent.LSTM_ACTIVATIONS, activations)));
      }
    }
    return calls.stream();
  }

  private static List<List<MLRecurrentNetworkActivation>> choices(int count) {
    List<List<MLRecurrentNetworkActivation>> choices = List.of(List.of());
    for (int i = 0; i < count; i++) {
      choices =
          choices.stream()
              .flatMap(
                  choice ->
                      Stream.of(MLRecurrentNetworkActivation.values())
                          .map(next -> Stream.concat(choice.stream(), Stream.of(next)).toList()))
              .toList();
    }
    return choices;
  }

  private static Call call(RecurrentNetwork network, int steps, Attributes attributes) {
    int rows = network.gates() * HIDDEN;
    Operands<MLOperandDescriptor> operands =
        Operands.<MLOperandDescriptor>none()
            .with(network.input(), type(steps, BATCH, INPUTS))
            .with(network.weight(), type(1, rows, INPUTS))
            .with(network.recurrentWeight(), type(1, rows, HIDDEN))
            .with(network.bias(), type(1, rows))
            .with(network.recurrentBias(), type(1, rows))
            .with(network.hiddenState(), type(1, BATCH, HIDDEN));
    Operands<MLOperandDescriptor> all =
        network
            .cellState()
            .map(slot -> operands.with(slot, type(1, BATCH, HIDDEN)))
            .orElse(operands);
    return new Call(
        network.operator(),
        all,
        attributes
            .with(Recurrent.STEPS, (long) steps)
            .with(Recurrent.HIDDEN_SIZE, (long) HIDDEN)
            .with(Recurrent.DIRECTION, MLRecurrentNetworkDirection.BACKWARD)
            .with(Recurrent.RETURN_SEQUENCE, true),
        "");
  }

  private static MLOperandDescriptor type(int... dims) {
    return MLOperandDescriptor.of(MLOperandDataType.FLOAT32, dims);
  }

  @ParameterizedTest
  @MethodSource("calls")
  void whatFloat32LosesIsAllowed(Call call) {
    for (int seed = 0; seed < DRAWS; seed++) {
      KernelHarness.check(RecurrentValues.fill(call, new Draw(seed)));
    }
  }

  @ParameterizedTest
  @MethodSource("calls")
  void anOptionThatIsNotHeededIsSeen(Call call) {
    assertFalse(isSeen(call, call.attributes()), "a kernel that heeds all is refused");
    for (Attributes other : others(call)) {
      assertTrue(isSeen(call, other), () -> "a kernel that takes it for " + other + " passes");
    }
  }

  /** Whether a kernel that takes a call's attributes for these fails in any case. */
  private static boolean isSeen(Call call, Attributes attributes) {
    return IntStream.range(0, DRAWS)
        .mapToObj(seed -> RecurrentValues.fill(call, new Draw(seed)))
        .anyMatch(test -> !passes(computing(attributes), test));
  }

  private static boolean passes(KernelFactory factory, OperatorCase test) {
    try {
      KernelHarness.check(factory, test);
      return true;
    } catch (AssertionError refused) {
      return false;
    }
  }

  /** Kernels that take a node's attributes for these. */
  private static KernelFactory computing(Attributes attributes) {
    return (node, context) ->
        TABLE.offer(
            Tier.SCALAR,
            new Node(node.operator(), node.operands(), attributes, node.results(), node.label()),
            context);
  }

  /** The attributes of a call with one of them changed. */
  private static List<Attributes> others(Call call) {
    Attributes own = call.attributes();
    List<Attributes> others = new ArrayList<>();
    others.add(own.with(Recurrent.DIRECTION, MLRecurrentNetworkDirection.FORWARD));
    if (call.operator().equals(RecurrentNetwork.LSTM.operator())) {
      others.add(own.with(Recurrent.LSTM_LAYOUT, MLLstmWeightLayout.IFGO));
      withOther(own.get(Recurrent.LSTM_ACTIVATIONS))
          .forEach(list -> others.add(own.with(Recurrent.LSTM_ACTIVATIONS, list)));
    } else {
      others.add(own.with(Recurrent.GRU_LAYOUT, MLGruWeightLayout.RZN));
      others.add(own.with(Recurrent.RESET_AFTER, false));
      withOther(own.get(Recurrent.GRU_ACTIVATIONS))
          .forEach(list -> others.add(own.with(Recurrent.GRU_ACTIVATIONS, list)));
    }
    return others;
  }

  /** The list with another activation at each place in turn. */
  private static Stream<List<MLRecurrentNetworkActivation>> withOther(
      List<MLRecurrentNetworkActivation> list) {
    return IntStream.range(0, list.size())
        .boxed()
        .flatMap(
            i ->
                Stream.of(MLRecurrentNetworkActivation.values())
                    .filter(other -> other != list.get(i))
                    .map(
                        other -> {
                          var changed = new ArrayList<>(list);
                          changed.set(i, other);
                          return Collections.unmodifiableList(changed);
                        }));
  }
}
