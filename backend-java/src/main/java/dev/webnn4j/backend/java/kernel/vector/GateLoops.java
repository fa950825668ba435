package dev.webnn4j.backend.java.kernel.vector;

import dev.webnn4j.MLRecurrentNetworkActivation;
import jdk.incubator.vector.FloatVector;

/**
 * The element-wise loops of recurrent networks, on whole vectors at absolute addresses. Each is
 * small enough that the JVM inlines all that a vector passes through, which it would not do with a
 * choice among functions inside.
 */
final class GateLoops {
  private GateLoops() {}

  /** {@code sums += addends}. */
  static void add(long sums, long addends, long bytes) {
    for (long i = 0; i < bytes; i += Lanes.BYTES) {
      Lanes.store(Lanes.load(sums + i).add(Lanes.load(addends + i)), sums + i);
    }
  }

  /** {@code sums += a * b}. */
  static void addProduct(long sums, long a, long b, long bytes) {
    for (long i = 0; i < bytes; i += Lanes.BYTES) {
      FloatVector sum = Lanes.load(a + i).fma(Lanes.load(b + i), Lanes.load(sums + i));
      Lanes.store(sum, sums + i);
    }
  }

  /** {@code values = values * factors + addends}. */
  static void multiplyAdd(long values, long factors, long addends, long bytes) {
    for (long i = 0; i < bytes; i += Lanes.BYTES) {
      FloatVector value = Lanes.load(values + i);
      Lanes.store(value.fma(Lanes.load(factors + i), Lanes.load(addends + i)), values + i);
    }
  }

  /** {@code product = a * b}. */
  static void multiply(long a, long b, long product, long bytes) {
    for (long i = 0; i < bytes; i += Lanes.BYTES) {
      Lanes.store(Lanes.load(a + i).mul(Lanes.load(b + i)), product + i);
    }
  }

  /** {@code result = weight * a + (1 - weight) * b}. */
  static void mix(long weight, long a, long b, long result, long bytes) {
    FloatVector one = Lanes.broadcast(1f);
    for (long i = 0; i < bytes; i += Lanes.BYTES) {
      FloatVector share = Lanes.load(weight + i);
      FloatVector rest = one.sub(share).mul(Lanes.load(b + i));
      Lanes.store(share.fma(Lanes.load(a + i), rest), result + i);
    }
  }

  /** {@code values = f(values)}. */
  static void activate(MLRecurrentNetworkActivation activation, long values, long bytes) {
    switch (activation) {
      case RELU -> relu(values, bytes);
      case SIGMOID -> sigmoid(values, bytes);
      case TANH -> tanh(values, bytes);
    }
  }

  private static void relu(long values, long bytes) {
    for (long i = 0; i < bytes; i += Lanes.BYTES) {
      Lanes.store(Lanes.load(values + i).max(0), values + i);
    }
  }

  private static void sigmoid(long values, long bytes) {
    for (long i = 0; i < bytes; i += Lanes.BYTES) {
      Lanes.store(Exponential.sigmoid(Lanes.load(values + i)), values + i);
    }
  }

  private static void tanh(long values, long bytes) {
    for (long i = 0; i < bytes; i += Lanes.BYTES) {
      Lanes.store(Exponential.tanh(Lanes.load(values + i)), values + i);
    }
  }
}
