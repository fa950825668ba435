package dev.webnn4j.backend.java.kernel.x64;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.webnn4j.MLInputOperandLayout;
import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.backend.harness.GuardedContext;
import dev.webnn4j.backend.harness.TestTiers;
import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.graph.Node;
import dev.webnn4j.graph.Value;
import dev.webnn4j.op.Attributes;
import dev.webnn4j.op.Call;
import dev.webnn4j.op.Operands;
import dev.webnn4j.op.Pool2d;
import dev.webnn4j.op.Pooling;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How much one call may add up while the JVM waits. */
final class MachineMeanTest {
  /** The mean of a whole image of one channel, made of shapes alone. */
  private static Candidate offer(int height, int width) {
    Pooling mean = Pooling.AVERAGE_POOL2D;
    MLOperandDescriptor image =
        MLOperandDescriptor.of(MLOperandDataType.FLOAT32, 1, height, width, 1);
    Operands<Value> operands = Operands.of(mean.input(), new Value(image, "image"));
    Attributes attributes = Attributes.of(Pool2d.LAYOUT, MLInputOperandLayout.NHWC);
    Call call = new Call(mean.operator(), operands.map(Value::type), attributes, "");
    Value result = new Value(mean.operator().infer(call).getFirst(), "result");
    Node node = new Node(mean.operator(), operands, attributes, List.of(result), "");
    try (GuardedContext context = GuardedContext.of(TestTiers.isas().getFirst(), true)) {
      return MachineMean.offer(node, context);
    }
  }

  @Test
  void windowsOfAMillionPixelsAreTaken() {
    assertInstanceOf(Candidate.Accepted.class, offer(1024, 1024));
  }

  @Test
  void largerOnesAreLeftToCodeThatTheJvmCanStop() {
    assertEquals(
        Candidate.refuse("the JVM would have to wait for windows of more than a million pixels"),
        offer(1024, 1025));
  }
}
