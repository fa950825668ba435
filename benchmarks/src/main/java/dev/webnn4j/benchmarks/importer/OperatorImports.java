package dev.webnn4j.benchmarks.importer;

import dev.webnn4j.benchmarks.onnx.OnnxException;
import java.util.Map;
import java.util.TreeSet;

/** Which function imports which operator: those that the benchmarked networks have. */
final class OperatorImports {
  private static final Map<String, OperatorImport> BY_TYPE =
      Map.ofEntries(
          Map.entry("Add", (c, n) -> c.builder().add(c.operand(n, 0), c.operand(n, 1))),
          Map.entry("ArgMax", TypeImports::argMax),
          Map.entry("AveragePool", WindowImports::averagePool),
          Map.entry("Cast", TypeImports::cast),
          Map.entry("Clip", ShapeImports::clip),
          Map.entry("Concat", ShapeImports::concat),
          Map.entry("Conv", WindowImports::conv),
          Map.entry("Gemm", ShapeImports::gemm),
          Map.entry("GlobalAveragePool", WindowImports::globalAveragePool),
          Map.entry("HardSwish", (c, n) -> c.builder().hardSwish(c.operand(n, 0))),
          Map.entry("Identity", (c, n) -> c.operand(n, 0)),
          Map.entry("MaxPool", WindowImports::maxPool),
          Map.entry("Mul", (c, n) -> c.builder().mul(c.operand(n, 0), c.operand(n, 1))),
          Map.entry("Relu", (c, n) -> c.builder().relu(c.operand(n, 0))),
          Map.entry("Reshape", ShapeImports::reshape),
          Map.entry("Resize", ResizeImport::resize));

  private OperatorImports() {}

  /**
   * @throws OnnxException if there is none
   */
  static OperatorImport of(String opType) {
    OperatorImport function = BY_TYPE.get(opType);
    if (function == null) {
      throw new OnnxException(
          "the operator "
              + opType
              + " is not imported; there is "
              + String.join(", ", new TreeSet<>(BY_TYPE.keySet())));
    }
    return function;
  }
}
