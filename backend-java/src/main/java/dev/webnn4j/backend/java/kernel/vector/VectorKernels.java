package dev.webnn4j.backend.java.kernel.vector;

import dev.webnn4j.backend.java.kernel.BinaryLoop;
import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.ChannelResize;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.backend.java.kernel.PanelProduct;
import dev.webnn4j.backend.java.kernel.PixelResize;
import dev.webnn4j.backend.java.kernel.RowSearch;
import dev.webnn4j.backend.java.kernel.WindowLoop;
import dev.webnn4j.graph.Node;
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
  public static Candidate gemm(Node node, KernelContext context, PanelProduct.Factory products) {
    return MatrixKernel.offerGemm(node, context, Optional.of(products));
  }

  /** Matmul, likewise. */
  public static Candidate matmul(Node node, KernelContext context, PanelProduct.Factory products) {
    return MatrixKernel.offerMatmul(node, context, Optional.of(products));
  }

  /** The search for the greatest channel of a resized image, whose rows other loops go through. */
  public static Candidate resampledArgMinMax(
      Node node, KernelContext context, ChannelResize.Factory resizes, RowSearch.Factory searches) {
    return ResampledArgMinMaxKernel.offer(node, context, resizes, searches);
  }

  /** Functions of two operands, by other loops. */
  public static Candidate binary(Node node, KernelContext context, BinaryLoop.Factory loops) {
    return BinaryKernel.offer(node, context, loops);
  }

  /** Average pooling of channels-last images, by other loops. */
  public static Candidate averagePool2d(
      Node node, KernelContext context, WindowLoop.Factory means) {
    return PoolingKernel.offerMean(node, context, means);
  }

  /** Resizing of channels-last images, by other loops. */
  public static Candidate resample2d(Node node, KernelContext context, PixelResize.Factory rows) {
    return ResampleKernel.offer(node, context, rows);
  }

  /** A kernel for a node. By name, so that what no graph asks for is never loaded. */
  public static Candidate offer(Node node, KernelContext context) {
    return switch (node.operator().name()) {
      case "abs", "ceil", "cos", "erf", "exp", "floor", "identity", "log", "neg", "reciprocal" ->
          UnaryKernel.offer(node, context);
      case "roundEven", "sign", "sin", "sqrt", "tan", "gelu", "hardSwish", "relu", "sigmoid" ->
          UnaryKernel.offer(node, context);
      case "softplus", "softsign", "tanh", "clamp", "elu", "hardSigmoid", "leakyRelu", "linear" ->
          UnaryKernel.offer(node, context);
      case "add", "sub", "mul", "div", "max", "min", "pow" -> BinaryKernel.offer(node, context);
      case "prelu" -> BinaryKernel.offerPrelu(node, context);
      case "equal", "notEqual", "greater", "greaterOrEqual", "lesser", "lesserOrEqual" ->
          ComparisonKernel.offer(node, context);
      case "logicalAnd", "logicalOr", "logicalXor" -> LogicalBinaryKernel.offer(node, context);
      case "logicalNot", "isNaN", "isInfinite" -> LogicalUnaryKernel.offer(node, context);
      case "where" -> WhereKernel.offer(node, context);
      case "fakeQuantize" -> FakeQuantizeKernel.offer(node, context);

      case "convolution" -> ConvolutionKernel.offer(node, context);
      case "convTranspose2d" -> TransposedConvolutionKernel.offer(node, context);
      case "gemm" -> MatrixKernel.offerGemm(node, context, Optional.empty());
      case "matmul" -> MatrixKernel.offerMatmul(node, context, Optional.empty());
      case "gru", "gruCell", "lstm", "lstmCell" -> RecurrentKernel.offer(node, context);

      case "averagePool2d", "l2Pool2d", "maxPool2d" -> PoolingKernel.offer(node, context);
      case "resample2d" -> ResampleKernel.offer(node, context);
      case "resampledArgMinMax" -> ResampledArgMinMaxKernel.offer(node, context);
      case "argMin", "argMax" -> ArgMinMaxKernel.offer(node, context);
      case "reduceL1", "reduceL2", "reduceLogSum", "reduceLogSumExp", "reduceMax", "reduceMean" ->
          ReductionKernel.offer(node, context);
      case "reduceMin", "reduceProduct", "reduceSum", "reduceSumSquare" ->
          ReductionKernel.offer(node, context);
      case "cumulativeSum" -> CumulativeSums.offer(node, context);
      case "softmax" -> SoftmaxKernel.offer(node, context);
      case "batchNormalization" -> BatchNormalizationKernel.offer(node, context);
      case "instanceNormalization" -> NormalizationKernel.instance(node, context);
      case "layerNormalization" -> NormalizationKernel.layer(node, context);

      case "transpose" -> TransposeKernel.offer(node, context);
      default -> Candidate.none(node);
    };
  }
}
