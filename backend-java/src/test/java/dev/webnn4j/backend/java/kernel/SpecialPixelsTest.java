package dev.webnn4j.backend.java.kernel;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.Shape;
import dev.webnn4j.backend.harness.Draw;
import dev.webnn4j.backend.harness.Fill;
import dev.webnn4j.backend.harness.KernelHarness;
import dev.webnn4j.backend.harness.OperatorCase;
import dev.webnn4j.backend.harness.Tolerance;
import dev.webnn4j.backend.java.op.Convolution;
import dev.webnn4j.backend.reference.Tensor;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** NaN stays NaN behind a clamp, and infinities become its limits, in every tier. */
final class SpecialPixelsTest {
  private static final int CASES = 40;

  enum Kind {
    POINTWISE(1),
    WINDOW(3),
    DEPTHWISE(3);

    private final int window;

    Kind(int window) {
      this.window = window;
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void passThroughConvolutions(Kind kind) {
    for (long seed = 0; seed < CASES; seed++) {
      KernelHarness.check(convolution(kind, new Draw(seed)));
    }
  }

  private static Fill pixels() {
    return (type, draw) ->
        Tensor.ofReals(
            type,
            _ ->
                draw.oneIn(30)
                    ? draw.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -0.0)
                    : draw.uniform(-2, 2));
  }

  private static OperatorCase convolution(Kind kind, Draw draw) {
    int channels = draw.between(2, 20);
    boolean depthwise = kind == Kind.DEPTHWISE;
    int outputs = depthwise ? channels : draw.between(1, 20);
    int inputs = depthwise ? 1 : channels;
    int window = kind.window;
    long padding = window / 2;
    MLOperandDataType type = MLOperandDataType.FLOAT32;
    return OperatorCase.of(Convolution.OPERATOR)
        .operand(Convolution.INPUT, draw.type(type, Shape.of(1, 5, 5, channels)), pixels())
        .operand(
            Convolution.FILTER,
            draw.type(type, Shape.of(outputs, window, window, inputs)),
            Fill.uniform(-2, 2))
        .with(Convolution.PADDING, List.of(padding, padding, padding, padding))
        .with(Convolution.GROUPS, depthwise ? (long) channels : 1L)
        .with(Convolution.MIN, 0.0)
        .with(Convolution.MAX, 6.0)
        .constant(Convolution.FILTER)
        .tolerance(Tolerance.sum(window * window * inputs + 2))
        .build(draw);
  }
}
