package dev.webnn4j.backend.java.kernel.x64;

import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.backend.java.kernel.vector.VectorKernels;
import dev.webnn4j.graph.Node;

/**
 * The x64 tier: kernels in machine code, written for the graph's own shapes. Some are no faster
 * than the vector tier's once these are compiled; but they are fast from their first run on, and
 * allocate nothing.
 */
public final class X64Kernels {
  private X64Kernels() {}

  /** A kernel for a node. By name, so that what no graph asks for is never loaded. */
  public static Candidate offer(Node node, KernelContext context) {
    return switch (node.operator().name()) {
      case "convolution" -> ConvolutionKernel.offer(node, context);
      case "concatenatedConvolutions" -> ConcatenatedConvolutionsKernel.offer(node, context);
      case "invertedResidual" -> InvertedResidualKernel.offer(node, context);
      case "gemm" -> MachineProduct.gemm(node, context);
      case "matmul" -> MachineProduct.matmul(node, context);
      case "averagePool2d" -> MachineMean.offer(node, context);
      case "maxPool2d" -> MaxPoolingKernel.offer(node, context);
      case "resample2d" -> MachinePixelResize.offer(node, context);
      case "resampledArgMinMax" -> MachineSearch.offer(node, context);
      case "add", "sub", "mul", "div", "max", "min" ->
          VectorKernels.binary(node, context, MachineBinary::of);
      default -> Candidate.none(node);
    };
  }
}
