package dev.webnn4j.backend.java.kernel.x64;

import dev.webnn4j.backend.java.kernel.KernelFactory;
import dev.webnn4j.backend.java.kernel.vector.VectorKernels;
import dev.webnn4j.backend.java.op.ConcatenatedConvolutions;
import dev.webnn4j.backend.java.op.Convolution;
import dev.webnn4j.backend.java.op.InvertedResidual;
import dev.webnn4j.op.Gemm;
import dev.webnn4j.op.Matmul;
import dev.webnn4j.op.Operator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The x64 tier: kernels in machine code, written for the graph's own shapes. What lives off the
 * memory's speed is not here: the vector tier is as fast there.
 */
public final class X64Kernels {
  private X64Kernels() {}

  public static Map<Operator, KernelFactory> factories() {
    Map<Operator, KernelFactory> factories = new HashMap<>();
    factories.put(Convolution.OPERATOR, ConvolutionKernel::offer);
    factories.put(ConcatenatedConvolutions.OPERATOR, ConcatenatedConvolutionsKernel::offer);
    factories.put(InvertedResidual.OPERATOR, InvertedResidualKernel::offer);
    MachineProduct.factory()
        .ifPresent(
            product -> {
              factories.put(Gemm.OPERATOR, VectorKernels.gemm(Optional.of(product)));
              factories.put(Matmul.OPERATOR, VectorKernels.matmul(Optional.of(product)));
            });
    return Map.copyOf(factories);
  }
}
