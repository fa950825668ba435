package dev.webnn4j.backend.java.kernel.vector;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.CumulativeSumKernel;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.backend.java.kernel.ReductionPlan;
import dev.webnn4j.backend.java.kernel.RunningSums;
import dev.webnn4j.graph.Node;
import dev.webnn4j.op.CumulativeSum;
import java.util.Arrays;

/** Running sums of float32 and int32 along any axis but the last. */
final class CumulativeSums {
  private CumulativeSums() {}

  static Candidate offer(Node node, KernelContext context) {
    MLOperandDataType type = node.result().type().dataType();
    if (type != MLOperandDataType.FLOAT32 && type != MLOperandDataType.INT32) {
      return Candidate.refuse("only float32 and int32");
    }
    ReductionPlan plan = CumulativeSumKernel.plan(node);
    if (!plan.isSideBySide()) {
      return Candidate.refuse("the sums along a row wait for each other");
    }
    boolean exclusive = node.get(CumulativeSum.EXCLUSIVE);
    boolean reversed = node.get(CumulativeSum.REVERSED);
    RunningSums[] sums = new RunningSums[context.workers()];
    if (type == MLOperandDataType.INT32) {
      int[] table = new int[CumulativeSumKernel.places(plan)];
      Arrays.setAll(sums, _ -> new IntRunningSums(context, table, exclusive, reversed));
    } else {
      double[] table = new double[CumulativeSumKernel.places(plan)];
      Arrays.setAll(sums, _ -> new FloatRunningSums(context, table, exclusive, reversed));
    }
    return Candidate.accept("cumulativeSum", new CumulativeSumKernel(node, plan, sums));
  }
}
