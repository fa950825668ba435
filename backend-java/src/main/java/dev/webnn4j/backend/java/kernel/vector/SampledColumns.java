package dev.webnn4j.backend.java.kernel.vector;

import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.backend.java.kernel.SamplePoints;
import java.lang.foreign.MemorySegment;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/**
 * Some neighbouring elements of a row that is resized along itself: which elements of the input row
 * they lie between. The result is padded to whole vectors.
 */
final class SampledColumns {
  private final int first;
  private final int count;

  /** Where the neighbours of each element stand, from the first one of the input row on. */
  private final int[] low;

  private final int[] high;

  /** Where the neighbours of each vector's elements begin. */
  private final int[] starts;

  private final MemorySegment weights;
  private final boolean linear;

  /** Whether two vectors hold all neighbours of a vector, as when the row grows. */
  private final boolean near;

  /**
   * @param from the first element
   * @param to the end of the elements
   */
  SampledColumns(SamplePoints points, int from, int to, KernelContext context) {
    int vectors = Math.ceilDiv(to - from, Lanes.LENGTH);
    first = points.low(from);
    count = points.high(to - 1) - first + 1;
    low = new int[vectors * Lanes.LENGTH];
    high = new int[vectors * Lanes.LENGTH];
    starts = new int[vectors];
    weights = context.allocate(vectors * Lanes.BYTES);
    boolean between = false;
    for (int i = 0; i < low.length; i++) {
      // What pads the last vector is its last element again.
      int x = Math.min(from + i, to - 1);
      low[i] = points.low(x) - first;
      high[i] = points.high(x) - first;
      Lanes.put(weights.address() + 4L * i, points.weight(x));
      between |= points.weight(x) != 0;
    }
    linear = between;
    near = begin();
  }

  /** Counts the neighbours of each vector from its first one on, if two vectors hold them all. */
  private boolean begin() {
    for (int i = 0; i < low.length; i += Lanes.LENGTH) {
      if (high[i + Lanes.LENGTH - 1] - low[i] >= 2 * Lanes.LENGTH) {
        return false;
      }
    }
    for (int i = 0; i < low.length; i++) {
      starts[i / Lanes.LENGTH] = i % Lanes.LENGTH == 0 ? low[i] : starts[i / Lanes.LENGTH];
      low[i] -= starts[i / Lanes.LENGTH];
      high[i] -= starts[i / Lanes.LENGTH];
    }
    return true;
  }

  /** The floats that a line needs, in which the elements stand. */
  int lineLength() {
    return count + 2 * Lanes.LENGTH;
  }

  /** Vectors of the result. */
  int vectors() {
    return starts.length;
  }

  /** Puts what is needed of an input row, whose elements lie side by side, into a line. */
  void load(long row, float[] line) {
    long from = row + 4L * first;
    int i = 0;
    for (; i <= count - Lanes.LENGTH; i += Lanes.LENGTH) {
      Lanes.load(from + 4L * i).intoArray(line, i);
    }
    for (; i < count; i++) {
      line[i] = Lanes.get(from + 4L * i);
    }
  }

  /**
   * Puts what is needed of an input row into a line.
   *
   * @param step bytes from one element to the next
   */
  void load(long row, long step, float[] line) {
    long from = row + step * first;
    for (int i = 0; i < count; i++) {
      line[i] = Lanes.get(from + step * i);
    }
  }

  /**
   * Resizes a line.
   *
   * @param line the elements needed of an input row
   */
  void resample(float[] line, long to) {
    if (!near) {
      if (linear) {
        interpolateFar(line, to);
      } else {
        pickFar(line, to);
      }
    } else if (linear) {
      interpolate(line, to);
    } else {
      pick(line, to);
    }
  }

  private void pick(float[] line, long to) {
    for (int v = 0; v < starts.length; v++) {
      Lanes.store(select(line, starts[v], low, v), to + v * Lanes.BYTES);
    }
  }

  private void interpolate(float[] line, long to) {
    for (int v = 0; v < starts.length; v++) {
      long at = v * Lanes.BYTES;
      FloatVector left = select(line, starts[v], low, v);
      FloatVector right = select(line, starts[v], high, v);
      Lanes.store(mix(left, right, Lanes.load(weights.address() + at)), to + at);
    }
  }

  private static FloatVector select(float[] line, int start, int[] places, int vector) {
    IntVector near = FloatVector.fromArray(Lanes.SPECIES, line, start).reinterpretAsInts();
    IntVector far =
        FloatVector.fromArray(Lanes.SPECIES, line, start + Lanes.LENGTH).reinterpretAsInts();
    return IntVector.fromArray(Lanes.INTS, places, vector * Lanes.LENGTH)
        .selectFrom(near, far)
        .reinterpretAsFloats();
  }

  private void pickFar(float[] line, long to) {
    for (int i = 0; i < low.length; i += Lanes.LENGTH) {
      Lanes.store(FloatVector.fromArray(Lanes.SPECIES, line, 0, low, i), to + 4L * i);
    }
  }

  private void interpolateFar(float[] line, long to) {
    for (int i = 0; i < low.length; i += Lanes.LENGTH) {
      FloatVector left = FloatVector.fromArray(Lanes.SPECIES, line, 0, low, i);
      FloatVector right = FloatVector.fromArray(Lanes.SPECIES, line, 0, high, i);
      Lanes.store(mix(left, right, Lanes.load(weights.address() + 4L * i)), to + 4L * i);
    }
  }

  private static FloatVector mix(FloatVector left, FloatVector right, FloatVector weight) {
    FloatVector mixed = right.fma(weight, left.mul(Lanes.broadcast(1f).sub(weight)));
    // A weight of 0 must not make NaN of an infinity.
    return mixed.blend(left, weight.compare(VectorOperators.EQ, 0));
  }
}
