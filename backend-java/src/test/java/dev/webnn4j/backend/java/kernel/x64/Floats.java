package dev.webnn4j.backend.java.kernel.x64;

import dev.webnn4j.backend.harness.Draw;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Floats in native memory, and what the routines do to them, one after the other. */
final class Floats {
  private static final float[] SPECIAL = {
    Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 0f, -0f, Float.MIN_VALUE, 1e30f
  };

  private Floats() {}

  /** Around zero; once in a while one that upsets careless code. */
  static void fill(MemorySegment memory, Draw draw) {
    boolean special = draw.oneIn(3);
    for (long i = 0; i < memory.byteSize() / Float.BYTES; i++) {
      boolean upsets = special && draw.oneIn(50);
      set(memory, i, upsets ? SPECIAL[draw.between(0, SPECIAL.length - 1)] : any(draw));
    }
  }

  static float any(Draw draw) {
    return (float) draw.uniform(-2, 2);
  }

  static float get(MemorySegment memory, long index) {
    return memory.getAtIndex(ValueLayout.JAVA_FLOAT, index);
  }

  static void set(MemorySegment memory, long index, float value) {
    memory.setAtIndex(ValueLayout.JAVA_FLOAT, index, value);
  }

  /** NaN stays NaN, and a zero keeps its sign at a limit that is the other one. */
  static float clamp(float value, float min, float max) {
    float raised = value < min ? min : value;
    return raised > max ? max : raised;
  }
}
