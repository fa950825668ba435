package dev.webnn4j.benchmarks.importer;

import dev.webnn4j.MLOperand;
import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.benchmarks.onnx.OnnxException;
import dev.webnn4j.benchmarks.onnx.OnnxNode;
import dev.webnn4j.benchmarks.onnx.OnnxTypes;
import java.util.List;

/** Casts, and argMax, which in WebNN has a type of its own. */
final class TypeImports {
  private TypeImports() {}

  /** What is of the type already is left alone. */
  static MLOperand cast(ImportContext context, OnnxNode node) {
    MLOperand input = context.operand(node, 0);
    MLOperandDataType type = OnnxTypes.of(node.integer("to", 0));
    return input.dataType() == type ? input : context.builder().cast(input, type);
  }

  /**
   * ONNX knows indices of int64 only. Where they are cast to int32 at once, WebNN gives int32 right
   * away.
   */
  static MLOperand argMax(ImportContext context, OnnxNode node) {
    if (node.integer("select_last_index", 0) != 0) {
      throw new OnnxException("ArgMax: WebNN takes the first of equal elements, not the last");
    }
    MLOperand input = context.operand(node, 0);
    return context
        .builder()
        .argMax(
            input,
            ShapeImports.axis(node.integer("axis", 0), input),
            options ->
                options
                    .keepDimensions(node.integer("keepdims", 1) != 0)
                    .outputDataType(
                        isCastToInt32(context, node.outputs().getFirst())
                            ? MLOperandDataType.INT32
                            : MLOperandDataType.INT64));
  }

  private static boolean isCastToInt32(ImportContext context, String name) {
    List<OnnxNode> readers = context.readers(name);
    return !context.isOutput(name)
        && !readers.isEmpty()
        && readers.stream()
            .allMatch(
                reader ->
                    reader.opType().equals("Cast")
                        && OnnxTypes.of(reader.integer("to", 0)) == MLOperandDataType.INT32);
  }
}
