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
import dev.webnn4j.op.Resample2d;
import java.util.HashMap;
import java.util.Map;

/**
 * The x64 tier: kernels in machine code, written for the graph's own shapes. Some are no faster
 * than the vector tier's once these are compiled; but they are fast from their first run on, and
 * allocate nothing.
 */
public final class X64Kernels {
  private X64Kernels() {}

  public static Map<Operator, KernelFactory> factories() {
    Map<Operator, KernelFactory> factories = new HashMap<>();
    factories.put(Convolution.OPERATOR, ConvolutionKernel::offer);
    factories.put(ConcatenatedConvolutions.OPERATOR, ConcatenatedConvolutionsKernel::offer);
    factories.put(InvertedResidual.OPERATOR, InvertedResidualKernel::offer);
    factories.put(Gemm.OPERATOR, MachineProduct.within(VectorKernels::gemm));
    factories.put(Matmul.OPERATOR, MachineProduct.within(VectorKernels::matmul));
    factories.put(Pooling.AVERAGE_POOL2D.operator(), MachineMean::offer);
    factories.put(Pooling.MAX_POOL2D.operator(), MaxPoolingKernel::offer);
    factories.put(Resample2d.OPERATOR, MachinePixelResize::offer);
    factories.put(ResampledArgMinMax.OPERATOR, MachineSearch::offer);
    KernelFactory binary = VectorKernels.binary(MachineBinary::of);
    BinaryCode.FUNCTIONS.forEach(function -> factories.put(function.operator(), binary));
    return Map.copyOf(factories);
  }
}
