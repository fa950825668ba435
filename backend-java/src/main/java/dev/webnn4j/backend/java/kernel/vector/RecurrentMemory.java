package dev.webnn4j.backend.java.kernel.vector;

import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.graph.Node;
import dev.webnn4j.op.OperandSlot;
import dev.webnn4j.op.Recurrent;
import dev.webnn4j.op.RecurrentNetwork;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/**
 * The scratch memory of a recurrent network, and where in it the present turn is. Rows hold the
 * hidden units, padded to whole vectors, so that loops over them have no remainders. What computes
 * the padding starts from zeros, stays finite and is not read by anything else.
 */
final class RecurrentMemory {
  /** The gates with peepholes. */
  static final int PEEPHOLES = 3;

  private final Recurrent.Geometry geometry;
  private final int hiddenIndex;
  private final int cellIndex;
  private final int peepholeIndex;
  private final int blockTurns;
  private final long rowBytes;
  private final MemorySegment given;
  private final MemorySegment seen;
  private final MemorySegment hidden;
  private final MemorySegment reset;
  private final MemorySegment cell;
  private final MemorySegment peepholes;
  private int firstTurn;
  private int turn;

  /**
   * @param blockTurns for how many turns the products with the input are kept
   */
  RecurrentMemory(
      Node node,
      RecurrentNetwork network,
      Recurrent.Geometry geometry,
      int blockTurns,
      KernelContext context) {
    this.geometry = geometry;
    this.blockTurns = blockTurns;
    hiddenIndex = node.indexOf(network.hiddenState());
    cellIndex = indexOf(node, network.cellState());
    peepholeIndex = indexOf(node, network.peepholeWeight());
    rowBytes = rowBytes(geometry);
    long stateBytes = rowBytes * geometry.directions() * geometry.batch();
    given = context.allocate(stateBytes * geometry.gates() * blockTurns);
    seen = context.allocate(geometry.gates() * stateBytes);
    hidden = context.allocate(2 * stateBytes);
    reset = context.allocate(stateBytes);
    cell = context.allocate(stateBytes);
    peepholes = context.allocate(rowBytes * geometry.directions() * PEEPHOLES);
  }

  private static int indexOf(Node node, Optional<OperandSlot> slot) {
    return slot.map(node::indexOf).orElse(-1);
  }

  static long rowBytes(Recurrent.Geometry geometry) {
    return Math.ceilDiv(geometry.hiddenSize(), Lanes.LENGTH) * Lanes.BYTES;
  }

  /** Takes the states before the first turn. */
  void begin(Buffers buffers) {
    int states = geometry.directions() * geometry.batch();
    load(buffers, hiddenIndex, hidden, states);
    load(buffers, cellIndex, cell, states);
    load(buffers, peepholeIndex, peepholes, geometry.directions() * PEEPHOLES);
  }

  /** Zeros where there is no operand. */
  private void load(Buffers buffers, int index, MemorySegment target, int rows) {
    for (int row = 0; row < rows; row++) {
      long to = target.address() + row * rowBytes;
      if (index < 0) {
        Lanes.fill(0, to, geometry.hiddenSize());
      } else {
        long from = buffers.input(index).address() + 4L * row * geometry.hiddenSize();
        Lanes.copy(from, to, geometry.hiddenSize());
      }
    }
  }

  /** The products with the input begin with those of this turn from now on. */
  void beginBlock(int first) {
    firstTurn = first;
  }

  void beginTurn(int newTurn) {
    turn = newTurn;
  }

  int turn() {
    return turn;
  }

  int blockTurns() {
    return blockTurns;
  }

  /** The rows of the input that a block of turns takes, at most. */
  int blockRows() {
    return blockTurns * geometry.batch();
  }

  /** How many of them there are in the present block. */
  int presentRows() {
    return presentTurns() * geometry.batch();
  }

  int presentTurns() {
    return Math.min(blockTurns, geometry.steps() - firstTurn);
  }

  /** The first step of the input that the present block of turns takes. */
  int firstPosition(int direction) {
    return Math.min(
        geometry.position(direction, firstTurn),
        geometry.position(direction, firstTurn + presentTurns() - 1));
  }

  /** Bytes from a row to the next. */
  long rowBytes() {
    return rowBytes;
  }

  /** The products of a block's input rows with the weight of a gate, all directions counted. */
  long givenBlock(int gate) {
    return given.address() + (long) gate * blockRows() * rowBytes;
  }

  /** Those of the present turn. */
  long given(int direction, int gate) {
    int position = geometry.position(direction, turn) - firstPosition(direction);
    return givenBlock(gateIndex(direction, gate)) + (long) position * geometry.batch() * rowBytes;
  }

  /** The products of the hidden state with the recurrent weight of a gate. */
  long seen(int direction, int gate) {
    return seen.address() + (long) gateIndex(direction, gate) * geometry.batch() * rowBytes;
  }

  /** A gate's place among those of all directions. */
  int gateIndex(int direction, int gate) {
    return direction * geometry.gates() + gate;
  }

  /** The hidden state before this turn. */
  long hidden(int direction) {
    return hidden(direction, turn % 2);
  }

  /** The hidden state after this turn: elsewhere, since others still read the one before. */
  long nextHidden(int direction) {
    return hidden(direction, 1 - turn % 2);
  }

  private long hidden(int direction, int copy) {
    return state(hidden, copy * geometry.directions() + direction);
  }

  /** The hidden state after the reset gate. */
  long reset(int direction) {
    return state(reset, direction);
  }

  long cell(int direction) {
    return state(cell, direction);
  }

  private long state(MemorySegment states, int index) {
    return states.address() + (long) index * geometry.batch() * rowBytes;
  }

  boolean hasPeepholes() {
    return peepholeIndex >= 0;
  }

  /** What a gate sees of the cell state. */
  long peephole(int direction, int gate) {
    return peepholes.address() + (direction * PEEPHOLES + gate) * rowBytes;
  }
}
