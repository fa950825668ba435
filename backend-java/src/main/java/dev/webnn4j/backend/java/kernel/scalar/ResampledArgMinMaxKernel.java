package dev.webnn4j.backend.java.kernel.scalar;

import dev.webnn4j.backend.java.exec.Workers;
import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.Kernel;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.backend.java.op.ResampledArgMinMax;
import dev.webnn4j.graph.Node;
import java.lang.foreign.MemorySegment;

/** The two kernels that the operator stands for, one after the other, the image in scratch. */
final class ResampledArgMinMaxKernel implements Kernel {
  private final Kernel resample;
  private final Kernel search;
  private final Buffers resampleBuffers = new Buffers(1, 1);
  private final Buffers searchBuffers = new Buffers(1, 1);

  static Candidate offer(Node node, KernelContext context) {
    ResampledArgMinMax.Parts parts = ResampledArgMinMax.parts(node);
    return Candidate.accept(
        "resampledArgMinMax",
        new ResampledArgMinMaxKernel(
            kernel(parts.resample(), context),
            kernel(parts.search(), context),
            context.allocate(parts.resample().result().type().byteLength())));
  }

  private static Kernel kernel(Node node, KernelContext context) {
    return switch (ScalarKernels.factories().get(node.operator()).offer(node, context)) {
      case Candidate.Accepted(String _, Kernel kernel) -> kernel;
      case Candidate.Refused(String reason) -> throw new IllegalStateException(reason);
    };
  }

  private ResampledArgMinMaxKernel(Kernel resample, Kernel search, MemorySegment resized) {
    this.resample = resample;
    this.search = search;
    resampleBuffers.setOutput(0, resized);
    searchBuffers.setInput(0, resized);
  }

  @Override
  public void run(Buffers buffers, Workers workers) {
    resampleBuffers.setInput(0, buffers.input(0));
    resample.run(resampleBuffers, workers);
    searchBuffers.setOutput(0, buffers.output());
    search.run(searchBuffers, workers);
  }
}
