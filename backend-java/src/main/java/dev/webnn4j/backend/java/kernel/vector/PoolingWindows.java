package dev.webnn4j.backend.java.kernel.vector;

import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.backend.java.kernel.WindowLoop;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;

/** The windows of channels-last pooling, a vector of channels at a time. */
abstract class PoolingWindows implements WindowLoop {
  private static final VectorMask<Float> WHOLE = Lanes.first(Lanes.LENGTH);

  final long rowStep;
  final long columnStep;

  private PoolingWindows(Shape shape) {
    rowStep = shape.rowStep();
    columnStep = shape.columnStep();
  }

  @Override
  public final void run(long from, int rows, int columns, long to, int channels, int worker) {
    for (int channel = 0; channel < channels; channel += Lanes.LENGTH) {
      int count = Math.min(Lanes.LENGTH, channels - channel);
      vector(from + 4L * channel, rows, columns, to + 4L * channel, count);
    }
  }

  /**
   * The choice between these is made for each vector and not for each tap: see UnaryLoops. A mask
   * would be boxed on its way here.
   *
   * @param count how many channels, at most a vector
   */
  abstract void vector(long from, int rows, int columns, long to, int count);

  private static VectorMask<Float> mask(int count) {
    return count == Lanes.LENGTH ? WHOLE : Lanes.first(count);
  }

  /** A window that lies in the padding alone has no mean; zero, as the other tiers say. */
  static final class Mean extends PoolingWindows {
    Mean(Shape shape, KernelContext context) {
      super(shape);
    }

    @Override
    void vector(long from, int rows, int columns, long to, int count) {
      VectorMask<Float> mask = mask(count);
      FloatVector sum = Lanes.zero();
      for (int y = 0; y < rows; y++) {
        long at = from + y * rowStep;
        for (int x = 0; x < columns; x++) {
          sum = sum.add(Lanes.load(at + x * columnStep, mask));
        }
      }
      Lanes.store(sum.div(Math.max(rows * columns, 1)), to, mask);
    }
  }

  /** The root of the sum of squares. */
  static final class Length extends PoolingWindows {
    Length(Shape shape, KernelContext context) {
      super(shape);
    }

    @Override
    void vector(long from, int rows, int columns, long to, int count) {
      VectorMask<Float> mask = mask(count);
      FloatVector sum = Lanes.zero();
      for (int y = 0; y < rows; y++) {
        long at = from + y * rowStep;
        for (int x = 0; x < columns; x++) {
          FloatVector value = Lanes.load(at + x * columnStep, mask);
          sum = value.fma(value, sum);
        }
      }
      Lanes.store(sum.sqrt(), to, mask);
    }
  }

  /** The greatest float. */
  static final class Maximum extends PoolingWindows {
    Maximum(Shape shape, KernelContext context) {
      super(shape);
    }

    @Override
    void vector(long from, int rows, int columns, long to, int count) {
      VectorMask<Float> mask = mask(count);
      FloatVector max = Lanes.broadcast(Float.NEGATIVE_INFINITY);
      for (int y = 0; y < rows; y++) {
        long at = from + y * rowStep;
        for (int x = 0; x < columns; x++) {
          max = max.max(Lanes.load(at + x * columnStep, mask));
        }
      }
      Lanes.store(max, to, mask);
    }
  }

  /** The greatest integer. */
  static final class IntMaximum extends PoolingWindows {
    IntMaximum(Shape shape, KernelContext context) {
      super(shape);
    }

    @Override
    void vector(long from, int rows, int columns, long to, int count) {
      VectorMask<Float> mask = mask(count);
      IntVector max = IntVector.broadcast(Lanes.INTS, Integer.MIN_VALUE);
      for (int y = 0; y < rows; y++) {
        long at = from + y * rowStep;
        for (int x = 0; x < columns; x++) {
          max = max.max(Lanes.load(at + x * columnStep, mask).reinterpretAsInts());
        }
      }
      Lanes.store(max.reinterpretAsFloats(), to, mask);
    }
  }
}
