package dev.webnn4j.backend.harness;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.backend.java.exec.Workers;
import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.Kernel;
import dev.webnn4j.op.ElementwiseUnary;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A judge that never says no is none: kernels with one fault each. */
final class KernelHarnessTest {
  private static final int COUNT = 6;
  private static final OperatorCase NEG =
      OperatorCase.of(ElementwiseUnary.NEG.operator())
          .operand(
              ElementwiseUnary.NEG.input(),
              MLOperandDescriptor.of(MLOperandDataType.FLOAT32, COUNT),
              Fill.uniform(1, 2))
          .build(new Draw(1));

  private static void refuses(String message, Kernel kernel) {
    KernelFactory factory = (_, _) -> Candidate.accept("faulty", kernel);
    var error = assertThrows(AssertionError.class, () -> KernelHarness.check(factory, NEG));
    assertTrue(error.getMessage().contains(message), error.getMessage());
  }

  private static void negate(MemorySegment from, MemorySegment to, int i) {
    float value = from.getAtIndex(ValueLayout.JAVA_FLOAT, i);
    to.setAtIndex(ValueLayout.JAVA_FLOAT, i, -value);
  }

  private static void negateAll(MemorySegment from, MemorySegment to) {
    for (int i = 0; i < COUNT; i++) {
      negate(from, to, i);
    }
  }

  @Test
  void acceptsWhatIsRight() {
    KernelFactory factory =
        (_, _) ->
            Candidate.accept(
                "right", (buffers, _) -> negateAll(buffers.input(0), buffers.output()));
    assertDoesNotThrow(() -> KernelHarness.check(factory, NEG));
  }

  @Test
  void refusesAWrongElement() {
    refuses(
        "element 5 is",
        (buffers, _) -> {
          negateAll(buffers.input(0), buffers.output());
          buffers.output().setAtIndex(ValueLayout.JAVA_FLOAT, 5, 1.25f);
        });
  }

  @Test
  void refusesAnElementNeverWritten() {
    refuses("element 1 is", (buffers, _) -> negate(buffers.input(0), buffers.output(), 0));
  }

  @Test
  void refusesDependenceOnTheNumberOfWorkers() {
    refuses(
        "differs from what one worker computes",
        (buffers, workers) -> {
          negateAll(buffers.input(0), buffers.output());
          if (workers.count() > 1) {
            buffers.output().setAtIndex(ValueLayout.JAVA_FLOAT, 0, 0);
          }
        });
  }

  @Test
  void refusesDependenceOnTheOrderOfParts() {
    float[] last = new float[1];
    refuses(
        "differs",
        (buffers, workers) -> {
          negateAll(buffers.input(0), buffers.output());
          workers.run(2, (_, part, _) -> last[0] = part, buffers);
          buffers.output().setAtIndex(ValueLayout.JAVA_FLOAT, 0, last[0] == 1 ? first(buffers) : 7);
        });
  }

  private static float first(Buffers buffers) {
    return -buffers.input(0).getAtIndex(ValueLayout.JAVA_FLOAT, 0);
  }

  @Test
  void refusesDependenceOnAnEarlierRun() {
    int[] runs = new int[1];
    refuses(
        "the second run differs",
        (buffers, _) -> {
          negateAll(buffers.input(0), buffers.output());
          buffers.output().setAtIndex(ValueLayout.JAVA_FLOAT, 0, runs[0]++);
        });
  }

  @Test
  void refusesWritesToOperands() {
    refuses(
        "wrote to operand 0",
        (buffers, _) -> {
          negateAll(buffers.input(0), buffers.output());
          buffers.input(0).setAtIndex(ValueLayout.JAVA_FLOAT, 0, 3);
          buffers.output().setAtIndex(ValueLayout.JAVA_FLOAT, 0, -3);
        });
  }

  @Test
  void refusesAResultOverAnOperandThatIsReadAgain() {
    refuses(
        "differs with the result over operand 0",
        new Kernel() {
          @Override
          public void run(Buffers buffers, Workers workers) {
            negateAll(buffers.input(0), buffers.output());
            negate(buffers.input(0), buffers.output(), COUNT - 1);
          }

          @Override
          public boolean worksInPlace(int operand) {
            return true;
          }
        });
  }

  @Test
  void refusesAConstantThatIsKeptWhereItWasGiven() {
    OperatorCase constant =
        new OperatorCase(NEG.node(), NEG.operands(), List.of(true), NEG.fills(), NEG.allowance());
    KernelFactory factory =
        (node, context) -> {
          MemorySegment kept = context.constant(node.operands().flat().getFirst()).orElseThrow();
          return Candidate.accept("faulty", (buffers, _) -> negateAll(kept, buffers.output()));
        };
    var error = assertThrows(AssertionError.class, () -> KernelHarness.check(factory, constant));
    assertTrue(error.getMessage().contains("element 0 is"), error.getMessage());
  }

  @Test
  void tolerancesAreAsWideAsTheySay() {
    MLOperandDataType type = MLOperandDataType.FLOAT16;
    double ulp = 0x1p-10;
    assertTrue(Tolerance.ulps(2).accepts(type, 1, 1 + 2 * ulp, 0));
    assertFalse(Tolerance.ulps(2).accepts(type, 1, 1 + 3 * ulp, 0));
    assertTrue(Tolerance.ulps(1).accepts(type, Double.POSITIVE_INFINITY, 65504, 0));
    assertFalse(Tolerance.ulps(1).accepts(type, Double.POSITIVE_INFINITY, 65472, 0));
    assertFalse(Tolerance.ulps(1).accepts(type, Double.NaN, 1, 0));
    assertTrue(Tolerance.ulps(0).accepts(type, 0.0, -0.0, 0));
    assertFalse(Tolerance.exact().accepts(type, 0.0, -0.0, 0));
    MLOperandDataType wide = MLOperandDataType.FLOAT32;
    assertTrue(Tolerance.sum(8).accepts(wide, 0, 10 * 0x1p-24 * 100, 100));
    assertFalse(Tolerance.sum(8).accepts(wide, 0, 11 * 0x1p-24 * 100, 100));
  }
}
