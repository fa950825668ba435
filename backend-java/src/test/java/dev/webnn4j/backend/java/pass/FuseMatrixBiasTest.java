package dev.webnn4j.backend.java.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.webnn4j.graph.Graph;
import dev.webnn4j.graph.Value;
import dev.webnn4j.op.Attributes;
import dev.webnn4j.op.Gemm;
import dev.webnn4j.op.Matmul;
import dev.webnn4j.op.Operands;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FuseMatrixBiasTest {
  private final GraphSketch sketch = new GraphSketch(13);

  private Value matmul(Value a, Value b) {
    return sketch.emit(Matmul.OPERATOR, Operands.of(Matmul.A, a, Matmul.B, b), Attributes.NONE);
  }

  private List<String> fused(Value... outputs) {
    Graph graph = sketch.outputs(outputs);
    Graph fused = new FuseMatrixBias().apply(graph);
    new SameResults(graph, sketch.draw()).require("FuseMatrixBias", fused);
    return GraphSketch.names(fused);
  }

  @Test
  void aRowAddedToAProductIsItsBias() {
    Value product = matmul(sketch.input(3, 4), sketch.constant(4, 5));
    assertEquals(List.of("gemm"), fused(sketch.add(product, sketch.constant(5))));
  }

  @Test
  void theRowsOfManyMatricesAreThoseOfOne() {
    Value product = matmul(sketch.input(2, 3, 4), sketch.input(4, 5));
    assertEquals(
        List.of("reshape", "gemm", "reshape"),
        fused(sketch.add(sketch.constant(1, 1, 5), product)));
  }

  @Test
  void gemmKeepsItsFactors() {
    Value product =
        sketch.emit(
            Gemm.OPERATOR,
            Operands.of(Gemm.A, sketch.input(4, 3), Gemm.B, sketch.constant(5, 4)),
            Attributes.of(Gemm.ALPHA, 0.5)
                .with(Gemm.BETA, 3.0)
                .with(Gemm.A_TRANSPOSE, true)
                .with(Gemm.B_TRANSPOSE, true));
    assertEquals(List.of("gemm"), fused(sketch.add(product, sketch.constant(5))));
  }

  @Test
  void whatIsNoConstantRowStays() {
    Value a = sketch.input(3, 3);
    Value b = sketch.constant(3, 3);
    assertEquals(List.of("matmul", "add"), fused(sketch.add(matmul(a, b), sketch.constant(3, 1))));
    assertEquals(List.of("matmul", "add"), fused(sketch.add(matmul(a, b), sketch.input(3))));
    assertEquals(
        List.of("matmul", "add"), fused(sketch.add(matmul(a, b), sketch.constant(2, 1, 3))));
  }

  @Test
  void productsOfManyMatricesStay() {
    Value product = matmul(sketch.input(2, 3, 4), sketch.input(2, 4, 5));
    assertEquals(List.of("matmul", "add"), fused(sketch.add(product, sketch.constant(5))));
  }

  @Test
  void whatOthersNeedStays() {
    Value product = matmul(sketch.input(3, 4), sketch.constant(4, 5));
    assertEquals(List.of("matmul", "add"), fused(sketch.add(product, sketch.constant(5)), product));
  }
}
