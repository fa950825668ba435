package dev.webnn4j.backend.java.kernel.vector;

import dev.webnn4j.backend.java.exec.Workers;
import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.graph.Node;
import dev.webnn4j.graph.Value;
import dev.webnn4j.op.OperandSlot;
import dev.webnn4j.op.Recurrent;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/**
 * The products with one of the weights of a recurrent network, and the biases that go with them:
 * one for each gate in each direction, in the order in which the weight holds them. All have the
 * same panels, so what the gates of a panel's hidden units need is made by whoever needs it.
 *
 * <p>A sum that starts from its bias, as the tiles have it, loses more than one that the bias joins
 * at the end: with weights much smaller than biases, lstm then misses the 3 ulp that
 * web-platform-tests allow. So the biases are kept apart, zeros where there is no operand.
 *
 * <p>Constants are packed once, other weights and biases at the start of each run.
 */
final class GateProducts {
  private final Product[] products;
  private final MemorySegment biases;
  private final int weightIndex;
  private final int biasIndex;
  private final boolean packsEachRun;
  private final Workers.Task pack = this::pack;

  /**
   * @param depth the columns of the weight
   */
  GateProducts(
      Node node,
      OperandSlot weight,
      OperandSlot bias,
      Recurrent.Geometry geometry,
      int depth,
      KernelContext context) {
    products = new Product[geometry.directions() * geometry.gates()];
    for (int i = 0; i < products.length; i++) {
      PackedMatrix matrix = PackedMatrix.allocate(context, depth, geometry.hiddenSize());
      products[i] = new Product(matrix, Epilogue.NONE, context);
    }
    biases = context.allocate(RecurrentMemory.rowBytes(geometry) * products.length);
    weightIndex = node.indexOf(weight);
    biasIndex = node.indexOf(bias);
    Optional<MemorySegment> weights = context.constant(node.operand(weight));
    Optional<Value> biasOperand = node.findOperand(bias);
    Optional<MemorySegment> addends = biasOperand.flatMap(context::constant);
    packsEachRun = weights.isEmpty() || addends.isPresent() != biasOperand.isPresent();
    if (!packsEachRun) {
      for (int part = 0; part < products.length * panels(); part++) {
        pack(part, weights.get().address(), addends.map(MemorySegment::address).orElse(0L), 0);
      }
    }
  }

  /** How many products there are. */
  int count() {
    return products.length;
  }

  Product get(int index) {
    return products[index];
  }

  /** The biases of a gate, padded to whole vectors. */
  long bias(int index) {
    return biases.address() + index * (biases.byteSize() / products.length);
  }

  /** The panels of each product, which divide the hidden units. */
  int panels() {
    return products[0].matrix().panels();
  }

  /** Whether a run needs an operand: not if it is weight or bias and packed already. */
  boolean isReadByRuns(int operand) {
    return packsEachRun || (operand != weightIndex && operand != biasIndex);
  }

  /** Packs what is not constant. */
  void prepare(Buffers buffers, Workers workers) {
    if (packsEachRun) {
      workers.run(products.length * panels(), pack, buffers);
    }
  }

  private void pack(Buffers buffers, int part, int worker) {
    long bias = biasIndex < 0 ? 0 : buffers.input(biasIndex).address();
    pack(part, buffers.input(weightIndex).address(), bias, worker);
  }

  private void pack(int part, long weight, long bias, int worker) {
    int index = part / panels();
    int panel = part % panels();
    PackedMatrix matrix = products[index].matrix();
    long first = (long) index * matrix.columns();
    long rowBytes = 4L * matrix.rows();
    products[index].pack(worker, panel, weight + first * rowBytes, 4, rowBytes, 1);
    if (biasIndex >= 0) {
      long column = matrix.firstColumn(panel);
      long from = bias + 4 * (first + column);
      Lanes.copy(from, bias(index) + 4 * column, matrix.width(panel));
    }
  }
}
