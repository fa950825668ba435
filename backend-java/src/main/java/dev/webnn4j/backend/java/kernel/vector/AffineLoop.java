package dev.webnn4j.backend.java.kernel.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/**
 * {@code (x - mean) * factor * scale + bias} on neighbouring elements. All but x are addresses of
 * what either moves along with the elements or is one value for all of them.
 *
 * @param statisticsMove whether mean and factor move along
 * @param parametersMove whether scale and bias do
 */
record AffineLoop(boolean statisticsMove, boolean parametersMove) {

  void run(long x, long y, int count, long mean, long factor, long scale, long bias) {
    // Each in a loop of its own: with a choice inside, C2 would keep the vectors on the heap.
    if (statisticsMove && parametersMove) {
      allMove(x, y, 4L * count, mean, factor, scale, bias);
    } else if (statisticsMove) {
      statisticsMove(x, y, 4L * count, mean, factor, Lanes.get(scale), Lanes.get(bias));
    } else if (parametersMove) {
      parametersMove(x, y, 4L * count, Lanes.get(mean), Lanes.get(factor), scale, bias);
    } else {
      noneMoves(
          x, y, 4L * count, Lanes.get(mean), Lanes.get(factor) * Lanes.get(scale), Lanes.get(bias));
    }
  }

  private static void allMove(
      long x, long y, long end, long mean, long factor, long scale, long bias) {
    long at = 0;
    for (; at <= end - Lanes.BYTES; at += Lanes.BYTES) {
      FloatVector normal = Lanes.load(x + at).sub(Lanes.load(mean + at));
      FloatVector scaled = Lanes.load(factor + at).mul(Lanes.load(scale + at));
      Lanes.store(normal.fma(scaled, Lanes.load(bias + at)), y + at);
    }
    if (at < end) {
      VectorMask<Float> rest = Lanes.first((int) (end - at) / 4);
      FloatVector normal = Lanes.load(x + at, rest).sub(Lanes.load(mean + at, rest));
      FloatVector scaled = Lanes.load(factor + at, rest).mul(Lanes.load(scale + at, rest));
      Lanes.store(normal.fma(scaled, Lanes.load(bias + at, rest)), y + at, rest);
    }
  }

  private static void statisticsMove(
      long x, long y, long end, long mean, long factor, float scale, float bias) {
    FloatVector biases = Lanes.broadcast(bias);
    long at = 0;
    for (; at <= end - Lanes.BYTES; at += Lanes.BYTES) {
      FloatVector normal = Lanes.load(x + at).sub(Lanes.load(mean + at));
      Lanes.store(normal.fma(Lanes.load(factor + at).mul(scale), biases), y + at);
    }
    if (at < end) {
      VectorMask<Float> rest = Lanes.first((int) (end - at) / 4);
      FloatVector normal = Lanes.load(x + at, rest).sub(Lanes.load(mean + at, rest));
      Lanes.store(normal.fma(Lanes.load(factor + at, rest).mul(scale), biases), y + at, rest);
    }
  }

  private static void parametersMove(
      long x, long y, long end, float mean, float factor, long scale, long bias) {
    long at = 0;
    for (; at <= end - Lanes.BYTES; at += Lanes.BYTES) {
      FloatVector normal = Lanes.load(x + at).sub(mean).mul(factor);
      Lanes.store(normal.fma(Lanes.load(scale + at), Lanes.load(bias + at)), y + at);
    }
    if (at < end) {
      VectorMask<Float> rest = Lanes.first((int) (end - at) / 4);
      FloatVector normal = Lanes.load(x + at, rest).sub(mean).mul(factor);
      FloatVector scales = Lanes.load(scale + at, rest);
      Lanes.store(normal.fma(scales, Lanes.load(bias + at, rest)), y + at, rest);
    }
  }

  private static void noneMoves(long x, long y, long end, float mean, float factor, float bias) {
    FloatVector factors = Lanes.broadcast(factor);
    FloatVector biases = Lanes.broadcast(bias);
    long at = 0;
    for (; at <= end - Lanes.BYTES; at += Lanes.BYTES) {
      Lanes.store(Lanes.load(x + at).sub(mean).fma(factors, biases), y + at);
    }
    if (at < end) {
      VectorMask<Float> rest = Lanes.first((int) (end - at) / 4);
      Lanes.store(Lanes.load(x + at, rest).sub(mean).fma(factors, biases), y + at, rest);
    }
  }
}
