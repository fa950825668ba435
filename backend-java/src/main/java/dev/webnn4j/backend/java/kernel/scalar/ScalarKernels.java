package dev.webnn4j.backend.java.kernel.scalar;

import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.graph.Node;

/**
 * The scalar tier: a kernel for every operator that does not stand for others, for any data type
 * and any shape. None refuses; a test holds this against the catalogue. Scratch rows are Java
 * arrays, made with the kernel, one for each worker.
 */
public final class ScalarKernels {
  private ScalarKernels() {}

  /** A kernel for a node. By name, so that what no graph asks for is never loaded. */
  public static Candidate offer(Node node, KernelContext context) {
    return switch (node.operator().name()) {
      case "abs", "ceil", "cos", "erf", "exp", "floor", "log", "neg", "reciprocal", "roundEven" ->
          UnaryKernels.offer(node, context);
      case "sign", "sin", "sqrt", "tan", "gelu", "hardSwish", "relu", "sigmoid", "softplus" ->
          UnaryKernels.offer(node, context);
      case "softsign", "tanh" -> UnaryKernels.offer(node, context);
      case "elu", "hardSigmoid", "leakyRelu", "linear" -> UnaryKernels.activation(node, context);
      case "clamp" -> UnaryKernels.clamp(node, context);
      case "add", "sub", "mul", "div", "max", "min", "pow" -> BinaryKernels.offer(node, context);
      case "prelu" -> BinaryKernels.prelu(node, context);
      case "equal", "notEqual", "greater", "greaterOrEqual", "lesser", "lesserOrEqual" ->
          LogicalKernels.comparison(node, context);
      case "logicalAnd", "logicalOr", "logicalXor" -> LogicalKernels.binary(node, context);
      case "logicalNot", "isNaN", "isInfinite" -> LogicalKernels.unary(node, context);
      case "where" -> WhereKernel.offer(node, context);
      case "cast" -> CastKernel.offer(node, context);
      case "quantizeLinear" -> QuantizeKernel.offer(node, context);
      case "dequantizeLinear" -> DequantizeKernel.offer(node, context);
      case "fakeQuantize" -> FakeQuantizeKernel.offer(node, context);

      case "conv2d" -> ConvolutionKernel.conv2d(node, context);
      case "groupConv2d" -> ConvolutionKernel.groupConv2d(node, context);
      case "convolution" -> ConvolutionKernel.convolution(node, context);
      case "convTranspose2d" -> TransposedConvolutionKernel.offer(node, context);
      case "gemm" -> MatrixKernel.gemm(node, context);
      case "matmul" -> MatrixKernel.matmul(node, context);
      case "gru", "gruCell", "lstm", "lstmCell" -> RecurrentKernel.offer(node, context);

      case "averagePool2d", "l2Pool2d", "maxPool2d" -> PoolingKernel.offer(node, context);
      case "resample2d" -> ResampleKernel.offer(node, context);
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

      case "identity", "reshape" -> CopyKernel.offer(node, context);
      case "expand" -> StridedCopyKernel.expand(node, context);
      case "reverse" -> StridedCopyKernel.reverse(node, context);
      case "slice" -> StridedCopyKernel.slice(node, context);
      case "tile" -> StridedCopyKernel.tile(node, context);
      case "transpose" -> StridedCopyKernel.transpose(node, context);
      case "concat" -> ConcatKernel.offer(node, context);
      case "split" -> SplitKernel.offer(node, context);
      case "pad" -> PadKernel.offer(node, context);
      case "triangular" -> TriangularKernel.offer(node, context);
      case "gather" -> GatherKernel.offer(node, context);
      case "gatherElements" -> GatherElementsKernel.offer(node, context);
      case "gatherND" -> GatherNdKernel.offer(node, context);
      case "scatterElements" -> ScatterElementsKernel.offer(node, context);
      case "scatterND" -> ScatterNdKernel.offer(node, context);
      default -> Candidate.none(node);
    };
  }
}
