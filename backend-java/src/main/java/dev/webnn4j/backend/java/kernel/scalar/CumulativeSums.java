package dev.webnn4j.backend.java.kernel.scalar;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.CumulativeSumKernel;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.backend.java.kernel.ReductionPlan;
import dev.webnn4j.backend.java.kernel.RunningSums;
import dev.webnn4j.graph.Node;
import dev.webnn4j.op.CumulativeSum;
import java.util.Arrays;

/** Running sums of any data type along any axis. */
final class CumulativeSums {
  private CumulativeSums() {}

  static Candidate offer(Node node, KernelContext context) {
    ReductionPlan plan = CumulativeSumKernel.plan(node);
    MLOperandDataType type = node.result().type().dataType();
    boolean exclusive = node.get(CumulativeSum.EXCLUSIVE);
    boolean reversed = node.get(CumulativeSum.REVERSED);
    RunningSums[] sums = new RunningSums[context.workers()];
    if (type.isFloat()) {
      double[] table = new double[CumulativeSumKernel.places(plan)];
      Arrays.setAll(sums, _ -> new FloatRunningSums(Floats.of(type), table, exclusive, reversed));
    } else {
      long[] table = new long[CumulativeSumKernel.places(plan)];
      Arrays.setAll(
          sums, _ -> new IntegerRunningSums(Integers.of(type), table, exclusive, reversed));
    }
    return Candidate.accept("cumulativeSum", new CumulativeSumKernel(node, plan, sums));
  }
}
