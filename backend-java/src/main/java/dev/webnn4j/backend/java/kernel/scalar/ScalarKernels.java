package dev.webnn4j.backend.java.kernel.scalar;

import dev.webnn4j.backend.java.kernel.KernelFactory;
import dev.webnn4j.op.Operator;
import java.util.HashMap;
import java.util.Map;

/** The scalar tier: a kernel for every operator, for any data type and any shape. */
public final class ScalarKernels {
  private ScalarKernels() {}

  public static Map<Operator, KernelFactory> factories() {
    return new HashMap<>();
  }
}
