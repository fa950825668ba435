package dev.webnn4j.backend.java.kernel.vector;

import dev.webnn4j.backend.java.kernel.ChannelResize;
import dev.webnn4j.backend.java.kernel.ColumnPicks;
import dev.webnn4j.backend.java.kernel.KernelContext;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/** Some columns of a row, resized: what is needed of the row goes into a line, then from there. */
final class SampledColumns implements ChannelResize {
  private final Shape shape;
  private final ColumnPicks picks;
  private final int[] low;
  private final int[] high;
  private final int[] starts;
  private final MemorySegment weights;

  /** For each worker what is needed of a channel, with room for vectors that begin in it. */
  private final float[][] lines;

  SampledColumns(Shape shape, KernelContext context) {
    this.shape = shape;
    picks = new ColumnPicks(shape.points(), shape.from(), shape.to(), Lanes.LENGTH);
    low = picks.low();
    high = picks.high();
    starts = picks.starts();
    weights = context.allocate(starts.length * Lanes.BYTES);
    MemorySegment.copy(
        picks.weights(), 0, weights, ValueLayout.JAVA_FLOAT, 0, starts.length * Lanes.LENGTH);
    lines = new float[context.workers()][picks.count() + 2 * Lanes.LENGTH];
  }

  @Override
  public void run(long row, long result, int worker) {
    float[] line = lines[worker];
    long from = row + picks.first() * shape.columnStep();
    for (int c = 0; c < shape.channels(); c++) {
      long channel = from + c * shape.channelStep();
      if (shape.columnStep() == Float.BYTES) {
        loadRow(channel, line);
      } else {
        loadColumns(channel, line);
      }
      if (shape.negated()) {
        negate(line);
      }
      resample(line, result + c * shape.resultStep());
    }
  }

  private void loadRow(long from, float[] line) {
    int count = picks.count();
    int i = 0;
    for (; i <= count - Lanes.LENGTH; i += Lanes.LENGTH) {
      Lanes.load(from + 4L * i).intoArray(line, i);
    }
    for (; i < count; i++) {
      line[i] = Lanes.get(from + 4L * i);
    }
  }

  private void loadColumns(long from, float[] line) {
    for (int i = 0; i < picks.count(); i++) {
      line[i] = Lanes.get(from + shape.columnStep() * i);
    }
  }

  private static void negate(float[] line) {
    for (int i = 0; i < line.length; i++) {
      line[i] = -line[i];
    }
  }

  private void resample(float[] line, long to) {
    if (!picks.near()) {
      if (picks.linear()) {
        interpolateFar(line, to);
      } else {
        pickFar(line, to);
      }
    } else if (picks.linear()) {
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
