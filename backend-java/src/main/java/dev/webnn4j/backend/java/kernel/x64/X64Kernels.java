package dev.webnn4j.backend.java.kernel.x64;

import dev.webnn4j.backend.java.kernel.KernelFactory;
import dev.webnn4j.backend.java.kernel.vector.VectorKernels;
import dev.webnn4j.backend.java.op.ConcatenatedConvolutions;
import dev.webnn4j.backend.java.op.Convolution;
import dev.webnn4j.backend.java.op.InvertedResidual;
import dev.webnn4j.backend.java.op.ResampledArgMinMax;
import dev.webnn4j.op.Gemm;
import dev.webnn4j.op.Matmul;
import dev.webnn4j.op.Operator;
import dev.webnn4j.op.Pooling;
import java.util.Map;

/**
 * The x64 tier: kernels in machine code, written for the graph's own shapes. What lives off the
 * memory's speed is not here: the vector tier is as fast there.
 */
public final class X64Kernels {
  private X64Kernels() {}

  public static Map<Operator, KernelFactory> factories() {
    return Map.ofEntries(
        Map.entry(Convolution.OPERATOR, ConvolutionKernel::offer),
        Map.entry(ConcatenatedConvolutions.OPERATOR, ConcatenatedConvolutionsKernel::offer),
        Map.entry(InvertedResidual.OPERATOR, InvertedResidualKernel::offer),
        Map.entry(Gemm.OPERATOR, MachineProduct.within(VectorKernels::gemm)),
        Map.entry(Matmul.OPERATOR, MachineProduct.within(VectorKernels::matmul)),
        Map.entry(Pooling.MAX_POOL2D.operator(), MaxPoolingKernel::offer),
        Map.entry(
            ResampledArgMinMax.OPERATOR, MachineSearch.within(VectorKernels::resampledArgMinMax)));
  }
}
