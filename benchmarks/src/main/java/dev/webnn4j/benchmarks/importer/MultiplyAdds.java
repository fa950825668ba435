package dev.webnn4j.benchmarks.importer;

import dev.webnn4j.MLOperand;
import dev.webnn4j.benchmarks.onnx.OnnxNode;

/** The work of an operation, if it is a convolution or a product of matrices. */
final class MultiplyAdds {
  private MultiplyAdds() {}

  static long of(ImportContext context, OnnxNode node, MLOperand result) {
    return switch (node.opType()) {
      // Of [O, C / groups, kH, kW]: each element of the result sums up one filter of the O.
      case "Conv" -> {
        MLOperand filter = context.operand(node, 1);
        yield result.shape().elementCount()
            * (filter.shape().elementCount() / filter.shape().dim(0));
      }
      case "Gemm" -> {
        MLOperand b = context.operand(node, 1);
        int depth = b.shape().dim(node.integer("transB", 0) == 0 ? 0 : 1);
        yield result.shape().elementCount() * depth;
      }
      default -> 0;
    };
  }
}
