package dev.webnn4j.benchmarks.importer;

import dev.webnn4j.MLGraphBuilder;
import dev.webnn4j.MLOperand;
import dev.webnn4j.benchmarks.onnx.OnnxException;
import dev.webnn4j.benchmarks.onnx.OnnxModel;
import dev.webnn4j.benchmarks.onnx.OnnxNode;
import dev.webnn4j.benchmarks.onnx.OnnxValue;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * Builds an ONNX model with WebNN's calls, one for each operation, as a page that was written for
 * the same network would: channels first, nothing fused or folded beforehand.
 */
public final class OnnxImporter {
  private OnnxImporter() {}

  /**
   * What an import came to.
   *
   * @param outputs what to build
   * @param multiplyAdds of the convolutions and matrix products in one run
   */
  public record Imported(SequencedMap<String, MLOperand> outputs, long multiplyAdds) {}

  /**
   * @throws OnnxException if the model has an operator, or an option of one, that is not imported
   */
  public static Imported importInto(MLGraphBuilder builder, OnnxModel model) {
    ImportContext context = new ImportContext(model, builder);
    for (OnnxValue input : model.inputs()) {
      if (model.constant(input.name()).isEmpty()) {
        context.define(input.name(), builder.input(input.name(), input.type()));
      }
    }
    long multiplyAdds = 0;
    for (OnnxNode node : model.nodes()) {
      MLOperand result = OperatorImports.of(node.opType()).apply(context, node);
      context.define(node.outputs().getFirst(), result);
      multiplyAdds += MultiplyAdds.of(context, node, result);
    }
    SequencedMap<String, MLOperand> outputs = new LinkedHashMap<>();
    for (OnnxValue output : model.outputs()) {
      MLOperand operand = context.operand(output.name());
      if (!operand.type().equals(output.type())) {
        throw new OnnxException(
            "the output '"
                + output.name()
                + "' is declared as "
                + output.type()
                + " and comes out"
                + " as "
                + operand.type());
      }
      outputs.put(output.name(), operand);
    }
    return new Imported(outputs, multiplyAdds);
  }
}
