package dev.webnn4j.benchmarks.importer;

import dev.webnn4j.MLOperand;
import dev.webnn4j.benchmarks.onnx.OnnxNode;

/** Makes WebNN's calls for one operation of ONNX. */
@FunctionalInterface
interface OperatorImport {
  MLOperand apply(ImportContext context, OnnxNode node);
}
