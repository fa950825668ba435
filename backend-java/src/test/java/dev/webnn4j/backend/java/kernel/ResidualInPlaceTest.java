package dev.webnn4j.backend.java.kernel;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.backend.harness.CaseGenerator;
import dev.webnn4j.backend.harness.Draw;
import dev.webnn4j.backend.harness.KernelHarness;
import dev.webnn4j.backend.harness.OperatorCase;
import dev.webnn4j.backend.harness.OperatorCases;
import dev.webnn4j.backend.java.op.Convolution;
import dev.webnn4j.graph.Node;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Convolutions as networks have them: weights known, the residual not. Tiles that overlap at an
 * edge would add it twice where it lies under the result, which random operands seldom show.
 */
final class ResidualInPlaceTest {
  private static final int CASES = 400;

  @Test
  void convolutionsAgreeWithTheReferenceWithTheirResultOverTheResidual() {
    CaseGenerator convolutions = OperatorCases.generators().get(Convolution.OPERATOR);
    long ran =
        IntStream.range(0, CASES)
            .mapToObj(seed -> convolutions.generate(new Draw(seed)))
            .filter(test -> isOfFloatsWithResidual(test.node()))
            .map(ResidualInPlaceTest::withKnownWeights)
            .filter(test -> KernelHarness.check(test).contains(Tier.VECTOR))
            .count();
    assertTrue(ran > CASES / 8, ran + " cases ran in the vector tier");
  }

  private static boolean isOfFloatsWithResidual(Node node) {
    return node.operands().has(Convolution.RESIDUAL)
        && node.result().type().dataType() == MLOperandDataType.FLOAT32;
  }

  private static OperatorCase withKnownWeights(OperatorCase test) {
    int residual = test.node().indexOf(Convolution.RESIDUAL);
    List<Boolean> constants =
        IntStream.range(0, test.constants().size())
            .mapToObj(operand -> operand > 0 && operand != residual)
            .toList();
    return new OperatorCase(
        test.node(), test.operands(), constants, test.fills(), test.allowance());
  }
}
