package dev.webnn4j.backend.java.kernel.vector;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.backend.java.exec.Workers;
import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.Kernel;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.graph.Node;
import dev.webnn4j.op.Recurrent;
import dev.webnn4j.op.RecurrentNetwork;

/**
 * Recurrent networks. The input is multiplied with its weight for many turns at once, the hidden
 * state at each turn. The workers share the hidden units by panels: each makes the products and
 * gates of its own, so that they meet once a turn.
 */
final class RecurrentKernel implements Kernel {
  private final Recurrent.Geometry geometry;
  private final GateProducts inputs;
  private final RecurrentMemory memory;
  private final RecurrentStep step;
  private final boolean isLstm;
  private final boolean hasSequence;
  private final int blockRows;
  private final Ranges inputRanges;
  private final GateProducts states;
  private final Ranges stepRanges;
  private final Workers.Task multiplyInput = this::multiplyInput;
  private final Workers.Task advance = this::advance;
  private int phase;

  static Candidate offer(Node node, KernelContext context) {
    if (node.result().type().dataType() != MLOperandDataType.FLOAT32) {
      return Candidate.refuse("only float32");
    }
    RecurrentNetwork network = RecurrentNetwork.of(node.operator()).orElseThrow();
    return Candidate.accept("recurrent", new RecurrentKernel(node, network, context));
  }

  private RecurrentKernel(Node node, RecurrentNetwork network, KernelContext context) {
    geometry = Recurrent.geometry(node.call(), network);
    isLstm = network.isLstm();
    hasSequence = node.results().size() > (isLstm ? 2 : 1);
    int depth = geometry.inputSize();
    int units = geometry.hiddenSize();
    inputs = new GateProducts(node, network.weight(), network.bias(), geometry, depth, context);
    states =
        new GateProducts(
            node, network.recurrentWeight(), network.recurrentBias(), geometry, units, context);
    int rows = Product.rowsAtOnce(depth);
    int turns = Math.clamp(rows / geometry.batch(), 1, geometry.steps());
    memory = new RecurrentMemory(node, network, geometry, turns, context);
    step =
        isLstm
            ? new LstmStep(node, geometry, memory, inputs, states)
            : new GruStep(node, geometry, memory, inputs, states);
    int share = Math.ceilDiv(memory.blockRows(), context.workers());
    blockRows = Math.min(rows, Math.ceilDiv(share, Tiles.ROWS) * Tiles.ROWS);
    int panels = inputs.panels();
    long width = Math.ceilDiv(units, panels);
    inputRanges =
        Ranges.of(
            (long) inputs.count() * panels * Math.ceilDiv(memory.blockRows(), blockRows),
            cost(Math.min(blockRows, memory.blockRows()), depth, width),
            context.workers());
    stepRanges =
        Ranges.of(
            (long) geometry.directions() * panels,
            geometry.gates() * cost(geometry.batch(), units, width),
            context.workers());
  }

  /** What a product costs as {@link Ranges} count it: an element of B serves a tile's rows. */
  private static long cost(int rows, long depth, long width) {
    return Math.ceilDiv(rows, Tiles.ROWS) * depth * width;
  }

  @Override
  public boolean reads(int operand) {
    return inputs.isReadByRuns(operand) && states.isReadByRuns(operand);
  }

  @Override
  public void run(Buffers buffers, Workers workers) {
    inputs.prepare(buffers, workers);
    states.prepare(buffers, workers);
    memory.begin(buffers);
    for (int turn = 0; turn < geometry.steps(); turn++) {
      if (turn % memory.blockTurns() == 0) {
        memory.beginBlock(turn);
        workers.run(inputRanges.parts(), multiplyInput, buffers);
      }
      memory.beginTurn(turn);
      for (phase = 0; phase < step.phases(); phase++) {
        workers.run(stepRanges.parts(), advance, buffers);
      }
    }
  }

  private void multiplyInput(Buffers buffers, int part, int worker) {
    int panels = inputs.panels();
    for (long item = inputRanges.from(part); item < inputRanges.to(part); item++) {
      int panel = (int) (item % panels);
      int gate = (int) (item / panels % inputs.count());
      int first = (int) (item / panels / inputs.count()) * blockRows;
      int count = Math.min(blockRows, memory.presentRows() - first);
      if (count > 0) {
        multiplyInput(buffers, worker, panel, gate, first, count);
      }
    }
  }

  private void multiplyInput(
      Buffers buffers, int worker, int panel, int gate, int first, int count) {
    long position = memory.firstPosition(gate / geometry.gates());
    long rowBytes = 4L * geometry.inputSize();
    inputs
        .get(gate)
        .multiply(
            worker,
            panel,
            count,
            buffers.input(0).address() + (position * geometry.batch() + first) * rowBytes,
            rowBytes,
            memory.givenBlock(gate) + first * memory.rowBytes(),
            memory.rowBytes(),
            0);
  }

  private void advance(Buffers buffers, int part, int worker) {
    for (long item = stepRanges.from(part); item < stepRanges.to(part); item++) {
      int panel = (int) (item % states.panels());
      int direction = (int) (item / states.panels());
      step.run(phase, direction, panel, worker);
      if (phase == step.phases() - 1) {
        store(buffers, direction, panel);
      }
    }
  }

  /** Stores a panel of the new states where they are results. */
  private void store(Buffers buffers, int direction, int panel) {
    int last = geometry.steps() - 1;
    long hidden = memory.nextHidden(direction);
    if (hasSequence) {
      int position = geometry.position(direction, memory.turn());
      int state = position * geometry.directions() + direction;
      store(hidden, buffers.output(isLstm ? 2 : 1).address(), state, panel);
    }
    if (memory.turn() == last) {
      store(hidden, buffers.output().address(), direction, panel);
    }
    if (memory.turn() == last && isLstm) {
      store(memory.cell(direction), buffers.output(1).address(), direction, panel);
    }
  }

  /**
   * @param index which of the states that the result holds
   */
  private void store(long state, long result, int index, int panel) {
    PackedMatrix matrix = states.get(0).matrix();
    long offset = 4L * matrix.firstColumn(panel);
    long rowBytes = 4L * geometry.hiddenSize();
    long to = result + rowBytes * index * geometry.batch() + offset;
    for (int row = 0; row < geometry.batch(); row++) {
      long from = state + row * memory.rowBytes() + offset;
      Lanes.copy(from, to + row * rowBytes, matrix.width(panel));
    }
  }
}
