package dev.webnn4j.backend.java.kernel.scalar;

import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.graph.Node;
import dev.webnn4j.op.OperandSlot;
import java.lang.foreign.MemorySegment;

/**
 * What the gates of a recurrent network make of a vector: its products with a weight, and a bias.
 * Sums are doubles, since what is lost in one step is multiplied in all that follow.
 */
final class GateSums {
  private final Floats floats;
  private final int weightIndex;
  private final int biasIndex;
  private final int hidden;
  private final float[] row;
  private final float[] biases;

  /**
   * @param depth the elements of the vector
   */
  GateSums(Node node, OperandSlot weight, OperandSlot bias, int hidden, int depth) {
    floats = Floats.of(node.operand(weight).type().dataType());
    weightIndex = node.indexOf(weight);
    biasIndex = node.indexOf(bias);
    this.hidden = hidden;
    row = new float[depth];
    biases = new float[hidden];
  }

  /**
   * Computes the sums of one gate.
   *
   * @param gate its place in the weight, in gates from the start
   */
  void compute(Buffers buffers, int gate, double[] vector, double[] sums) {
    long first = (long) gate * hidden;
    if (biasIndex >= 0) {
      floats.load(buffers.input(biasIndex), first, biases, 0, hidden);
    }
    MemorySegment weight = buffers.input(weightIndex);
    for (int j = 0; j < hidden; j++) {
      floats.load(weight, (first + j) * row.length, row, 0, row.length);
      sums[j] = biases[j] + product(row, vector);
    }
  }

  /** Four sums at a time, since an addition has to wait for the one before it. */
  private static double product(float[] row, double[] vector) {
    double sum0 = 0;
    double sum1 = 0;
    double sum2 = 0;
    double sum3 = 0;
    int k = 0;
    for (; k + 4 <= row.length; k += 4) {
      sum0 += row[k] * vector[k];
      sum1 += row[k + 1] * vector[k + 1];
      sum2 += row[k + 2] * vector[k + 2];
      sum3 += row[k + 3] * vector[k + 3];
    }
    for (; k < row.length; k++) {
      sum0 += row[k] * vector[k];
    }
    return (sum0 + sum1) + (sum2 + sum3);
  }
}
