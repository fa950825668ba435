package dev.webnn4j.backend.java.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.backend.harness.TestTiers;
import dev.webnn4j.backend.java.kernel.KernelTable;
import dev.webnn4j.backend.java.kernel.Tier;
import dev.webnn4j.backend.java.op.Convolution;
import dev.webnn4j.backend.java.op.InvertedResidual;
import dev.webnn4j.graph.Graph;
import dev.webnn4j.graph.GraphRewriter;
import dev.webnn4j.graph.Value;
import dev.webnn4j.op.Attributes;
import dev.webnn4j.op.ElementwiseBinary;
import dev.webnn4j.op.Gemm;
import dev.webnn4j.op.Operands;
import dev.webnn4j.op.Operator;
import java.lang.foreign.Arena;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A plan keeps no constant that its kernels have packed. */
final class KeptConstantsTest {
  private static final GraphRewriter GRAPH = new GraphRewriter();

  private static Value value(int... shape) {
    return new Value(MLOperandDescriptor.of(MLOperandDataType.FLOAT32, shape), "x");
  }

  private static Value constant(int... shape) {
    MLOperandDescriptor type = MLOperandDescriptor.of(MLOperandDataType.FLOAT32, shape);
    return GRAPH.constant(type, Arena.ofAuto().allocate(type.byteLength(), 64));
  }

  /** The bytes of constants kept for a graph of one node. */
  private static long kept(Tier tier, Operator operator, Value x, Operands<Value> operands) {
    Value y = GRAPH.emit(operator, operands, Attributes.NONE, "").getFirst();
    Graph live = GRAPH.finish(new LinkedHashMap<>(Map.of("y", y)));
    Graph graph =
        new Graph(
            new LinkedHashMap<>(Map.of("x", x)), live.constants(), live.nodes(), live.outputs());
    try (Arena arena = Arena.ofShared()) {
      ExecutionPlan plan =
          new Planner(graph, new KernelTable(tier), TestTiers.isa(tier), 2, arena).plan();
      assertTrue(plan.kernelBytes() > 0 || tier == Tier.SCALAR);
      return plan.constantBytes();
    }
  }

  @Test
  void filterAndBiasOfAConvolutionArePacked() {
    Value x = value(1, 4, 4, 5);
    Operands<Value> operands =
        Operands.of(Convolution.INPUT, x, Convolution.FILTER, constant(7, 3, 3, 5))
            .with(Convolution.BIAS, constant(7));
    assertEquals(0, kept(Tier.VECTOR, Convolution.OPERATOR, x, operands));
    assertEquals(4 * 7, kept(Tier.SCALAR, Convolution.OPERATOR, x, operands));
  }

  @Test
  void stagesOfABlockPackTheirsThemselves() {
    Value x = value(1, 4, 4, 5);
    Operands<Value> operands =
        Operands.of(InvertedResidual.INPUT, x, InvertedResidual.DEPTHWISE, constant(5, 3, 3, 1))
            .with(InvertedResidual.DEPTHWISE_BIAS, constant(5))
            .with(InvertedResidual.PROJECTION, constant(7, 1, 1, 5))
            .with(InvertedResidual.PROJECTION_BIAS, constant(7));
    assertEquals(0, kept(Tier.VECTOR, InvertedResidual.OPERATOR, x, operands));
    assertEquals(4 * (5 + 7), kept(Tier.SCALAR, InvertedResidual.OPERATOR, x, operands));
  }

  @Test
  void ofAProductTheAddendStaysUnlessItIsARow() {
    Value x = value(6, 5);
    Operands<Value> product = Operands.of(Gemm.A, x, Gemm.B, constant(5, 3));
    assertEquals(0, kept(Tier.VECTOR, Gemm.OPERATOR, x, product.with(Gemm.C, constant(3))));
    assertEquals(
        4 * 6 * 3, kept(Tier.VECTOR, Gemm.OPERATOR, x, product.with(Gemm.C, constant(6, 3))));
  }

  @Test
  void whatIsReadAsItIsStays() {
    Value x = value(6, 5);
    Operands<Value> operands =
        Operands.of(ElementwiseBinary.A, x, ElementwiseBinary.B, constant(6, 5));
    assertEquals(4 * 30, kept(Tier.VECTOR, ElementwiseBinary.MUL.operator(), x, operands));
  }
}
