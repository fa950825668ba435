package dev.webnn4j.backend.java.kernel.vector;

import dev.webnn4j.backend.java.kernel.BinaryLoop;
import dev.webnn4j.backend.java.kernel.ChannelResize;
import dev.webnn4j.backend.java.kernel.KernelFactory;
import dev.webnn4j.backend.java.kernel.PanelProduct;
import dev.webnn4j.backend.java.kernel.PixelResize;
import dev.webnn4j.backend.java.kernel.RowSearch;
import dev.webnn4j.backend.java.kernel.WindowLoop;
import dev.webnn4j.backend.java.op.Convolution;
import dev.webnn4j.backend.java.op.ResampledArgMinMax;
import dev.webnn4j.op.Activation;
import dev.webnn4j.op.ArgMinMax;
import dev.webnn4j.op.BatchNormalization;
import dev.webnn4j.op.Clamp;
import dev.webnn4j.op.Comparison;
import dev.webnn4j.op.ConvTranspose2d;
import dev.webnn4j.op.CumulativeSum;
import dev.webnn4j.op.ElementwiseBinary;
import dev.webnn4j.op.ElementwiseUnary;
import dev.webnn4j.op.FakeQuantize;
import dev.webnn4j.op.Gemm;
import dev.webnn4j.op.InstanceNormalization;
import dev.webnn4j.op.LayerNormalization;
import dev.webnn4j.op.LogicalBinary;
import dev.webnn4j.op.LogicalUnary;
import dev.webnn4j.op.Matmul;
import dev.webnn4j.op.Operator;
import dev.webnn4j.op.Pooling;
import dev.webnn4j.op.Prelu;
import dev.webnn4j.op.RecurrentNetwork;
import dev.webnn4j.op.Reduction;
import dev.webnn4j.op.Resample2d;
import dev.webnn4j.op.Softmax;
import dev.webnn4j.op.Transpose;
import dev.webnn4j.op.Where;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The vector tier: kernels for float32 on the JDK's Vector API, and for what float32 meets there:
 * int32, truth values. Operators that only move elements are not here but for transpose: the scalar
 * tier's block copies are as fast.
 */
public final class VectorKernels {
  private VectorKernels() {}

  /** Floats of a vector. */
  public static int lanes() {
    return Lanes.LENGTH;
  }

  /** Gemm, whose panels another tier may multiply by. */
  public static KernelFactory gemm(PanelProduct.Factory products) {
    return (node, context) -> MatrixKernel.offerGemm(node, context, Optional.of(products));
  }

  /** Matmul, likewise. */
  public static KernelFactory matmul(PanelProduct.Factory products) {
    return (node, context) -> MatrixKernel.offerMatmul(node, context, Optional.of(products));
  }

  /** The search for the greatest channel of a resized image, whose rows other loops go through. */
  public static KernelFactory resampledArgMinMax(
      ChannelResize.Factory resizes, RowSearch.Factory searches) {
    return (node, context) -> ResampledArgMinMaxKernel.offer(node, context, resizes, searches);
  }

  /** Functions of two operands, by other loops. */
  public static KernelFactory binary(BinaryLoop.Factory loops) {
    return (node, context) -> BinaryKernel.offer(node, context, loops);
  }

  /** Average pooling of channels-last images, by other loops. */
  public static KernelFactory averagePool2d(WindowLoop.Factory means) {
    return (node, context) -> PoolingKernel.offerMean(node, context, means);
  }

  /** Resizing of channels-last images, by other loops. */
  public static KernelFactory resample2d(PixelResize.Factory rows) {
    return (node, context) -> ResampleKernel.offer(node, context, rows);
  }

  public static Map<Operator, KernelFactory> factories() {
    Map<Operator, KernelFactory> factories = new HashMap<>();
    factories.put(BatchNormalization.OPERATOR, BatchNormalizationKernel::offer);
    factories.put(Convolution.OPERATOR, ConvolutionKernel::offer);
    factories.put(ConvTranspose2d.OPERATOR, TransposedConvolutionKernel::offer);
    factories.put(CumulativeSum.OPERATOR, CumulativeSums::offer);
    factories.put(FakeQuantize.OPERATOR, FakeQuantizeKernel::offer);
    factories.put(
        Gemm.OPERATOR, (node, context) -> MatrixKernel.offerGemm(node, context, Optional.empty()));
    factories.put(InstanceNormalization.OPERATOR, NormalizationKernel::instance);
    factories.put(LayerNormalization.OPERATOR, NormalizationKernel::layer);
    factories.put(
        Matmul.OPERATOR,
        (node, context) -> MatrixKernel.offerMatmul(node, context, Optional.empty()));
    factories.put(Resample2d.OPERATOR, ResampleKernel::offer);
    factories.put(ResampledArgMinMax.OPERATOR, ResampledArgMinMaxKernel::offer);
    factories.put(Softmax.OPERATOR, SoftmaxKernel::offer);
    factories.put(Transpose.OPERATOR, TransposeKernel::offer);
    factories.put(Clamp.OPERATOR, UnaryKernel::offer);
    factories.put(Where.OPERATOR, WhereKernel::offer);
    for (ArgMinMax member : ArgMinMax.values()) {
      factories.put(member.operator(), ArgMinMaxKernel::offer);
    }
    for (RecurrentNetwork member : RecurrentNetwork.values()) {
      factories.put(member.operator(), RecurrentKernel::offer);
    }
    for (Pooling member : Pooling.values()) {
      factories.put(member.operator(), PoolingKernel::offer);
    }
    for (Reduction member : Reduction.values()) {
      factories.put(member.operator(), ReductionKernel::offer);
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
    for (Comparison member : Comparison.values()) {
      factories.put(member.operator(), ComparisonKernel::offer);
    }
    for (LogicalBinary member : LogicalBinary.values()) {
      factories.put(member.operator(), LogicalBinaryKernel::offer);
    }
    for (LogicalUnary member : LogicalUnary.values()) {
      factories.put(member.operator(), LogicalUnaryKernel::offer);
    }
    return Map.copyOf(factories);
  }
}
