package dev.webnn4j.backend.java.kernel.vector;

import dev.webnn4j.op.ElementwiseBinary;
import java.util.Optional;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/** The loops of functions of two elements; each has its own, as {@link UnaryLoops} has it. */
final class BinaryLoops {
  private BinaryLoops() {}

  /** A function of each pair of elements of some whole vectors, few enough for the first cache. */
  @FunctionalInterface
  interface Pass {
    /**
     * An operand moves along if its mask is -1; if it is 0, one vector of it serves all.
     *
     * @param moveA the mask of the steps in the first operand
     * @param moveB the mask of the steps in the second one
     * @param scratch room for as many vectors
     */
    void run(long a, long moveA, long b, long moveB, long to, long bytes, long scratch);
  }

  static Pass[] floats(ElementwiseBinary function) {
    return switch (function) {
      case ADD ->
          passes(
              (a, moveA, b, moveB, to, bytes, scratch) -> {
                for (long at = 0; at < bytes; at += Lanes.BYTES) {
                  FloatVector x = Lanes.load(a + (at & moveA));
                  FloatVector y = Lanes.load(b + (at & moveB));
                  Lanes.store(x.add(y), to + at);
                }
              });
      case SUB ->
          passes(
              (a, moveA, b, moveB, to, bytes, scratch) -> {
                for (long at = 0; at < bytes; at += Lanes.BYTES) {
                  FloatVector x = Lanes.load(a + (at & moveA));
                  FloatVector y = Lanes.load(b + (at & moveB));
                  Lanes.store(x.sub(y), to + at);
                }
              });
      case MUL ->
          passes(
              (a, moveA, b, moveB, to, bytes, scratch) -> {
                for (long at = 0; at < bytes; at += Lanes.BYTES) {
                  FloatVector x = Lanes.load(a + (at & moveA));
                  FloatVector y = Lanes.load(b + (at & moveB));
                  Lanes.store(x.mul(y), to + at);
                }
              });
      case DIV ->
          passes(
              (a, moveA, b, moveB, to, bytes, scratch) -> {
                for (long at = 0; at < bytes; at += Lanes.BYTES) {
                  FloatVector x = Lanes.load(a + (at & moveA));
                  FloatVector y = Lanes.load(b + (at & moveB));
                  Lanes.store(x.div(y), to + at);
                }
              });
      case MAX ->
          passes(
              (a, moveA, b, moveB, to, bytes, scratch) -> {
                for (long at = 0; at < bytes; at += Lanes.BYTES) {
                  FloatVector x = Lanes.load(a + (at & moveA));
                  FloatVector y = Lanes.load(b + (at & moveB));
                  Lanes.store(x.max(y), to + at);
                }
              });
      case MIN ->
          passes(
              (a, moveA, b, moveB, to, bytes, scratch) -> {
                for (long at = 0; at < bytes; at += Lanes.BYTES) {
                  FloatVector x = Lanes.load(a + (at & moveA));
                  FloatVector y = Lanes.load(b + (at & moveB));
                  Lanes.store(x.min(y), to + at);
                }
              });
      case POW -> Power.pow();
    };
  }

  /** What there are vector instructions for: not division nor powers. */
  static Optional<Pass[]> ints(ElementwiseBinary function) {
    return switch (function) {
      case ADD ->
          Optional.of(
              passes(
                  (a, moveA, b, moveB, to, bytes, scratch) -> {
                    for (long at = 0; at < bytes; at += Lanes.BYTES) {
                      IntVector x = Lanes.loadInts(a + (at & moveA));
                      IntVector y = Lanes.loadInts(b + (at & moveB));
                      Lanes.storeInts(x.add(y), to + at);
                    }
                  }));
      case SUB ->
          Optional.of(
              passes(
                  (a, moveA, b, moveB, to, bytes, scratch) -> {
                    for (long at = 0; at < bytes; at += Lanes.BYTES) {
                      IntVector x = Lanes.loadInts(a + (at & moveA));
                      IntVector y = Lanes.loadInts(b + (at & moveB));
                      Lanes.storeInts(x.sub(y), to + at);
                    }
                  }));
      case MUL ->
          Optional.of(
              passes(
                  (a, moveA, b, moveB, to, bytes, scratch) -> {
                    for (long at = 0; at < bytes; at += Lanes.BYTES) {
                      IntVector x = Lanes.loadInts(a + (at & moveA));
                      IntVector y = Lanes.loadInts(b + (at & moveB));
                      Lanes.storeInts(x.mul(y), to + at);
                    }
                  }));
      case MAX ->
          Optional.of(
              passes(
                  (a, moveA, b, moveB, to, bytes, scratch) -> {
                    for (long at = 0; at < bytes; at += Lanes.BYTES) {
                      IntVector x = Lanes.loadInts(a + (at & moveA));
                      IntVector y = Lanes.loadInts(b + (at & moveB));
                      Lanes.storeInts(x.max(y), to + at);
                    }
                  }));
      case MIN ->
          Optional.of(
              passes(
                  (a, moveA, b, moveB, to, bytes, scratch) -> {
                    for (long at = 0; at < bytes; at += Lanes.BYTES) {
                      IntVector x = Lanes.loadInts(a + (at & moveA));
                      IntVector y = Lanes.loadInts(b + (at & moveB));
                      Lanes.storeInts(x.min(y), to + at);
                    }
                  }));
      case DIV, POW -> Optional.empty();
    };
  }

  static Pass[] preluOfFloats() {
    return passes(
        (a, moveA, b, moveB, to, bytes, scratch) -> {
          for (long at = 0; at < bytes; at += Lanes.BYTES) {
            FloatVector x = Lanes.load(a + (at & moveA));
            FloatVector y = Lanes.load(b + (at & moveB));
            Lanes.store(x.blend(x.mul(y), x.compare(VectorOperators.LT, 0)), to + at);
          }
        });
  }

  static Pass[] preluOfInts() {
    return passes(
        (a, moveA, b, moveB, to, bytes, scratch) -> {
          for (long at = 0; at < bytes; at += Lanes.BYTES) {
            IntVector x = Lanes.loadInts(a + (at & moveA));
            IntVector y = Lanes.loadInts(b + (at & moveB));
            Lanes.storeInts(x.blend(x.mul(y), x.compare(VectorOperators.LT, 0)), to + at);
          }
        });
  }

  /** What is done one after the other with each block. */
  static Pass[] passes(Pass... passes) {
    return passes;
  }
}
