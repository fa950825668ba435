package dev.webnn4j.op;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Gated recurrent units and long short-term memories, each over a sequence of steps or as the cell
 * that does one step. The operands of a cell lack the dimensions that count steps and directions.
 */
public enum RecurrentNetwork {
  GRU(3, false),
  GRU_CELL(3, true),
  LSTM(4, false),
  LSTM_CELL(4, true);

  private final int gates;
  private final boolean cell;
  private final OperandSlot input;
  private final OperandSlot weight;
  private final OperandSlot recurrentWeight;
  private final OperandSlot bias;
  private final OperandSlot recurrentBias;
  private final OperandSlot hiddenState;
  private final Optional<OperandSlot> cellState;
  private final Optional<OperandSlot> peepholeWeight;
  private final Operator operator;

  RecurrentNetwork(int gates, boolean cell) {
    this.gates = gates;
    this.cell = cell;
    boolean lstm = gates == 4;
    input = OperandSlot.of("input", Types.FLOATS).rank(cell ? 2 : 3);
    weight = like(input, "weight", 0);
    recurrentWeight = like(input, "recurrentWeight", 0);
    bias = like(input, "bias", -1).optional();
    recurrentBias = like(input, "recurrentBias", -1).optional();
    peepholeWeight = lstm ? Optional.of(like(input, "peepholeWeight", -1).optional()) : none();
    hiddenState = state("hiddenState");
    cellState = lstm ? Optional.of(state("cellState")) : none();
    operator =
        Operator.named(Families.camelCase(this))
            .operands(operands())
            .attributes(attributes().toArray(Attribute<?>[]::new))
            .outputs(outputs())
            .infersAll(call -> Recurrent.infer(call, this));
  }

  private static Optional<OperandSlot> none() {
    return Optional.empty();
  }

  private static OperandSlot like(OperandSlot input, String name, int moreDimensions) {
    return OperandSlot.of(name, Types.FLOATS)
        .sameTypeAs(input)
        .rank(input.minRank() + moreDimensions);
  }

  private OperandSlot state(String name) {
    return cell
        ? like(input, name, 0)
        : like(input, "initial" + Character.toUpperCase(name.charAt(0)) + name.substring(1), 0)
            .optional();
  }

  private OperandSlot[] operands() {
    Stream<OperandSlot> weights = Stream.of(input, weight, recurrentWeight);
    Stream<OperandSlot> states = Stream.concat(Stream.of(hiddenState), cellState.stream());
    Stream<OperandSlot> additions =
        Stream.concat(Stream.of(bias, recurrentBias), peepholeWeight.stream());
    return Stream.of(weights, cell ? states : additions, cell ? additions : states)
        .flatMap(slots -> slots)
        .toArray(OperandSlot[]::new);
  }

  private List<Attribute<?>> attributes() {
    List<Attribute<?>> attributes = new ArrayList<>();
    if (cell) {
      attributes.add(Recurrent.HIDDEN_SIZE);
    } else {
      attributes.addAll(
          List.of(
              Recurrent.STEPS,
              Recurrent.HIDDEN_SIZE,
              Recurrent.RETURN_SEQUENCE,
              Recurrent.DIRECTION));
    }
    attributes.addAll(
        isLstm()
            ? List.of(Recurrent.LSTM_LAYOUT, Recurrent.LSTM_ACTIVATIONS)
            : List.of(Recurrent.RESET_AFTER, Recurrent.GRU_LAYOUT, Recurrent.GRU_ACTIVATIONS));
    return attributes;
  }

  private OperandSlot[] outputs() {
    if (this == GRU_CELL) {
      return new OperandSlot[] {like(input, "output", 0)};
    }
    List<OperandSlot> outputs = new ArrayList<>();
    for (int i = 0; i < (isLstm() ? 2 : 1); i++) {
      outputs.add(like(input, "output" + i, 0));
    }
    if (!cell) {
      outputs.add(like(input, "output" + outputs.size(), 1));
    }
    return outputs.toArray(OperandSlot[]::new);
  }

  public Operator operator() {
    return operator;
  }

  /** Whether it does one step. */
  public boolean isCell() {
    return cell;
  }

  public boolean isLstm() {
    return gates == 4;
  }

  /** How many matrices its weights hold, one for each gate. */
  public int gates() {
    return gates;
  }

  public OperandSlot input() {
    return input;
  }

  public OperandSlot weight() {
    return weight;
  }

  public OperandSlot recurrentWeight() {
    return recurrentWeight;
  }

  public OperandSlot bias() {
    return bias;
  }

  public OperandSlot recurrentBias() {
    return recurrentBias;
  }

  /** The hidden state before the first step; optional unless this is a cell. */
  public OperandSlot hiddenState() {
    return hiddenState;
  }

  /** The cell state before the first step; only a long short-term memory has one. */
  public Optional<OperandSlot> cellState() {
    return cellState;
  }

  /** What the gates i, o and f see of the cell state; only a long short-term memory has it. */
  public Optional<OperandSlot> peepholeWeight() {
    return peepholeWeight;
  }

  /** The member that declares this operator, if it is of this family. */
  public static Optional<RecurrentNetwork> of(Operator operator) {
    return Families.member(values(), RecurrentNetwork::operator, operator);
  }
}
