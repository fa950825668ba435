package dev.webnn4j.benchmarks.importer;

import dev.webnn4j.MLOperand;
import dev.webnn4j.benchmarks.onnx.OnnxException;
import dev.webnn4j.benchmarks.onnx.OnnxNode;
import java.util.List;

/** Matrices, bounds and shapes. */
final class ShapeImports {
  private ShapeImports() {}

  static MLOperand clip(ImportContext context, OnnxNode node) {
    return context
        .builder()
        .clamp(
            context.operand(node, 0),
            options -> {
              if (node.input(1).isPresent()) {
                options.minValue(context.constant(node, 1).scalar());
              }
              if (node.input(2).isPresent()) {
                options.maxValue(context.constant(node, 2).scalar());
              }
            });
  }

  static MLOperand concat(ImportContext context, OnnxNode node) {
    List<MLOperand> inputs = node.inputs().stream().map(context::operand).toList();
    return context.builder().concat(inputs, axis(node.integer("axis", 0), inputs.getFirst()));
  }

  static MLOperand gemm(ImportContext context, OnnxNode node) {
    return context
        .builder()
        .gemm(
            context.operand(node, 0),
            context.operand(node, 1),
            options -> {
              options
                  .alpha(node.real("alpha", 1))
                  .beta(node.real("beta", 1))
                  .aTranspose(node.integer("transA", 0) != 0)
                  .bTranspose(node.integer("transB", 0) != 0);
              node.input(2).ifPresent(c -> options.c(context.operand(c)));
            });
  }

  static MLOperand reshape(ImportContext context, OnnxNode node) {
    MLOperand input = context.operand(node, 0);
    int[] shape = new int[context.constant(node, 1).integers().length];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = Math.toIntExact(context.constant(node, 1).integers()[i]);
      if (shape[i] <= 0) {
        throw new OnnxException("Reshape: only sizes that are given as numbers are imported");
      }
    }
    return context.builder().reshape(input, shape);
  }

  /** ONNX counts axes from the end if they are negative. */
  static long axis(long axis, MLOperand operand) {
    return axis < 0 ? axis + operand.shape().rank() : axis;
  }
}
