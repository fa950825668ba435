package dev.webnn4j.op;

import static dev.webnn4j.MLOperandDataType.FLOAT16;
import static dev.webnn4j.MLOperandDataType.FLOAT32;
import static dev.webnn4j.MLRecurrentNetworkActivation.RELU;
import static dev.webnn4j.MLRecurrentNetworkDirection.BOTH;
import static dev.webnn4j.op.RecurrentNetwork.GRU;
import static dev.webnn4j.op.RecurrentNetwork.GRU_CELL;
import static dev.webnn4j.op.RecurrentNetwork.LSTM;
import static dev.webnn4j.op.RecurrentNetwork.LSTM_CELL;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.webnn4j.MLOperandDescriptor;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each rule that a call of a recurrent network can break, once, with what it says. */
final class InvalidRecurrentTest {
  private static final OperandSlot CELL = LSTM.cellState().orElseThrow();
  private static final OperandSlot PEEPHOLE = LSTM.peepholeWeight().orElseThrow();

  private static MLOperandDescriptor floats(int... shape) {
    return MLOperandDescriptor.of(FLOAT32, shape);
  }

  /** Two steps of three rows of five elements into four hidden units. */
  private static Operands<MLOperandDescriptor> sequence(RecurrentNetwork network) {
    int rows = 4 * network.gates();
    return Operands.of(network.input(), floats(2, 3, 5), network.weight(), floats(1, rows, 5))
        .with(network.recurrentWeight(), floats(1, rows, 4));
  }

  private static Operands<MLOperandDescriptor> cell(RecurrentNetwork network) {
    int rows = 4 * network.gates();
    Operands<MLOperandDescriptor> operands =
        Operands.of(network.input(), floats(3, 5), network.weight(), floats(rows, 5))
            .with(network.recurrentWeight(), floats(rows, 4))
            .with(network.hiddenState(), floats(3, 4));
    return network.isLstm()
        ? operands.with(network.cellState().orElseThrow(), floats(3, 4))
        : operands;
  }

  private static Attributes sizes(long steps, long hiddenSize) {
    return Attributes.of(Recurrent.STEPS, steps).with(Recurrent.HIDDEN_SIZE, hiddenSize);
  }

  private static Attributes size(long hiddenSize) {
    return Attributes.of(Recurrent.HIDDEN_SIZE, hiddenSize);
  }

  private static InvalidCall sequence(
      String message, RecurrentNetwork network, OperandSlot slot, int... shape) {
    Operands<MLOperandDescriptor> operands = sequence(network).with(slot, floats(shape));
    return new InvalidCall(network.operator(), operands, sizes(2, 4), message);
  }

  private static InvalidCall sequence(
      String message, RecurrentNetwork network, Attributes attributes) {
    return new InvalidCall(network.operator(), sequence(network), attributes, message);
  }

  private static InvalidCall cell(
      String message, RecurrentNetwork network, OperandSlot slot, int... shape) {
    Operands<MLOperandDescriptor> operands = cell(network).with(slot, floats(shape));
    return new InvalidCall(network.operator(), operands, size(4), message);
  }

  private static InvalidCall cell(String message, RecurrentNetwork network, Attributes attributes) {
    return new InvalidCall(network.operator(), cell(network), attributes, message);
  }

  @TestFactory
  Stream<DynamicTest> sizes() {
    return Stream.of(
            sequence("steps is required", GRU, size(4)),
            sequence("hiddenSize is required", LSTM, Attributes.of(Recurrent.STEPS, 2L)),
            sequence("steps 0 must be 2, the first dimension of the input", GRU, sizes(0, 4)),
            sequence("steps 3 must be 2, the first dimension of the input", LSTM, sizes(3, 4)),
            sequence("hiddenSize 0 must be within 1 to 357913941", GRU, sizes(2, 0)),
            sequence("hiddenSize 357913942 must be within", GRU, sizes(2, 357913942)),
            sequence("hiddenSize 4294967295 must be within", LSTM, sizes(2, 4294967295L)),
            cell("hiddenSize 0 must be within 1 to 357913941", GRU_CELL, size(0)),
            cell("hiddenSize 268435456 must be within 1 to 268435455", LSTM_CELL, size(268435456)))
        .map(InvalidCall::test);
  }

  @TestFactory
  Stream<DynamicTest> shapesOfSequences() {
    return Stream.of(
            sequence("input has rank 2; allowed: 3", GRU, GRU.input(), 3, 5),
            sequence("weight has shape [1, 12, 6]; it must be", GRU, GRU.weight(), 1, 12, 6),
            sequence("it must be [1, 16, 5]", LSTM, LSTM.weight(), 1, 12, 5),
            sequence("it must be [1, 12, 4]", GRU, GRU.recurrentWeight(), 1, 12, 5),
            sequence("bias has rank 1; allowed: 2", GRU, GRU.bias(), 12),
            sequence("bias has shape [2, 12]; it must be [1, 12]", GRU, GRU.bias(), 2, 12),
            sequence("recurrentBias has shape [1, 4]; it", LSTM, LSTM.recurrentBias(), 1, 4),
            sequence("peepholeWeight has shape [1, 16]; it must be [1, 12]", LSTM, PEEPHOLE, 1, 16),
            sequence(
                "initialHiddenState has shape [1, 4, 3]; it must be [1, 3, 4]",
                GRU,
                GRU.hiddenState(),
                1,
                4,
                3),
            sequence("initialCellState has shape [2, 3, 4]; it", LSTM, CELL, 2, 3, 4),
            sequence(
                "weight has shape [1, 12, 5]; it must be [2, 12, 5]",
                GRU,
                sizes(2, 4).with(Recurrent.DIRECTION, BOTH)))
        .map(InvalidCall::test);
  }

  @TestFactory
  Stream<DynamicTest> shapesOfCells() {
    OperandSlot state = LSTM_CELL.cellState().orElseThrow();
    OperandSlot peephole = LSTM_CELL.peepholeWeight().orElseThrow();
    return Stream.of(
            cell(
                "weight has shape [12, 4]; it must be [12, 5]", GRU_CELL, GRU_CELL.weight(), 12, 4),
            cell("it must be [12, 4]", GRU_CELL, GRU_CELL.recurrentWeight(), 4, 12),
            cell("hiddenState has shape [1, 4]; it", GRU_CELL, GRU_CELL.hiddenState(), 1, 4),
            cell("cellState has shape [3, 5]; it must be [3, 4]", LSTM_CELL, state, 3, 5),
            cell("bias has shape [12]; it must be [16]", LSTM_CELL, LSTM_CELL.bias(), 12),
            cell("recurrentBias has shape [1]; it", LSTM_CELL, LSTM_CELL.recurrentBias(), 1),
            cell("peepholeWeight has shape [4]; it must be [12]", LSTM_CELL, peephole, 4),
            new InvalidCall(
                LSTM_CELL.operator(),
                cell(LSTM_CELL).without(state),
                size(4),
                "cellState is required"),
            new InvalidCall(
                GRU_CELL.operator(),
                cell(GRU_CELL).with(GRU_CELL.bias(), MLOperandDescriptor.of(FLOAT16, 12)),
                size(4),
                "bias has data type float16; it must be float32, that of input"))
        .map(InvalidCall::test);
  }

  @TestFactory
  Stream<DynamicTest> activations() {
    return Stream.of(
            sequence(
                "activations has 3 values; it must have 2",
                GRU,
                sizes(2, 4).with(Recurrent.GRU_ACTIVATIONS, List.of(RELU, RELU, RELU))),
            cell(
                "activations has 0 values; it must have 2",
                GRU_CELL,
                size(4).with(Recurrent.GRU_ACTIVATIONS, List.of())),
            sequence(
                "activations has 2 values; it must have 3",
                LSTM,
                sizes(2, 4).with(Recurrent.LSTM_ACTIVATIONS, List.of(RELU, RELU))),
            cell(
                "activations has 4 values; it must have 3",
                LSTM_CELL,
                size(4).with(Recurrent.LSTM_ACTIVATIONS, List.of(RELU, RELU, RELU, RELU))))
        .map(InvalidCall::test);
  }

  /** What the calls above are one mistake away from is valid. */
  @Test
  void otherwiseTheyAreValid() {
    Attributes all = sizes(2, 4).with(Recurrent.RETURN_SEQUENCE, true);
    MLOperandDescriptor state = floats(1, 3, 4);
    MLOperandDescriptor sequence = floats(2, 1, 3, 4);
    assertEquals(List.of(state), infer(GRU, sequence(GRU), sizes(2, 4)));
    assertEquals(List.of(state, sequence), infer(GRU, sequence(GRU), all));
    assertEquals(List.of(state, state, sequence), infer(LSTM, sequence(LSTM), all));
    assertEquals(List.of(floats(3, 4)), infer(GRU_CELL, cell(GRU_CELL), size(4)));
    assertEquals(List.of(floats(3, 4), floats(3, 4)), infer(LSTM_CELL, cell(LSTM_CELL), size(4)));
  }

  private static List<MLOperandDescriptor> infer(
      RecurrentNetwork network, Operands<MLOperandDescriptor> operands, Attributes attributes) {
    return network.operator().infer(new Call(network.operator(), operands, attributes, ""));
  }
}
