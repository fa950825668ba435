package dev.webnn4j.backend.java.kernel.vector;

import dev.webnn4j.backend.java.kernel.KernelFactory;
import dev.webnn4j.backend.java.op.Convolution;
import dev.webnn4j.op.Activation;
import dev.webnn4j.op.ArgMinMax;
import dev.webnn4j.op.Clamp;
import dev.webnn4j.op.ElementwiseBinary;
import dev.webnn4j.op.ElementwiseUnary;
import dev.webnn4j.op.Gemm;
import dev.webnn4j.op.Matmul;
import dev.webnn4j.op.Operator;
import dev.webnn4j.op.Pooling;
import dev.webnn4j.op.Prelu;
import dev.webnn4j.op.Resample2d;
import dev.webnn4j.op.Softmax;
import dev.webnn4j.op.Transpose;
import java.util.HashMap;
import java.util.Map;

/**
 * The vector tier: kernels for float32, some for int32, on the JDK's Vector API. Operators that
 * only move elements are not here but for transpose: the scalar tier's block copies are as fast.
 */
public final class VectorKernels {
  private VectorKernels() {}

  public static Map<Operator, KernelFactory> factories() {
    Map<Operator, KernelFactory> factories = new HashMap<>();
    factories.put(Convolution.OPERATOR, ConvolutionKernel::offer);
    factories.put(Gemm.OPERATOR, MatrixKernel::offerGemm);
    factories.put(Matmul.OPERATOR, MatrixKernel::offerMatmul);
    factories.put(Resample2d.OPERATOR, ResampleKernel::offer);
    factories.put(Softmax.OPERATOR, SoftmaxKernel::offer);
    factories.put(Transpose.OPERATOR, TransposeKernel::offer);
    factories.put(Clamp.OPERATOR, UnaryKernel::offer);
    for (ArgMinMax member : ArgMinMax.values()) {
      factories.put(member.operator(), ArgMinMaxKernel::offer);
    }
    for (Pooling member : Pooling.values()) {
      factories.put(member.operator(), PoolingKernel::offer);
    }
    for (ElementwiseUnary member : ElementwiseUnary.values()) {
      factories.put(member.operator(), UnaryKernel::offer);
    }
    for (Activation member : Activation.values()) {
      factories.put(member.operator(), UnaryKernel::offer);
    }
    factories.put(Prelu.OPERATOR, BinaryKernel::offerPrelu);
    for (ElementwiseBinary member : ElementwiseBinary.values()) {
      factories.put(member.operator(), BinaryKernel::offer);
    }
    return Map.copyOf(factories);
  }
}
