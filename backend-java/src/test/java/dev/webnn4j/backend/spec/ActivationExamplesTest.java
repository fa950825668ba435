package dev.webnn4j.backend.spec;

import static dev.webnn4j.backend.spec.Data.float32;
import static dev.webnn4j.backend.spec.Data.integers;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.Shape;
import org.junit.jupiter.api.Test;

/** Activations, by hand. */
final class ActivationExamplesTest {
  @Test
  void relu() {
    Example.of(float32(-1.5, -0.0, 0, 2.5, Double.NEGATIVE_INFINITY))
        .graph((builder, x) -> builder.relu(x.getFirst()))
        .gives(float32(0, 0, 0, 2.5, 0));
    Example.of(integers(MLOperandDataType.INT8, Shape.of(3), -128, 0, 127))
        .graph((builder, x) -> builder.relu(x.getFirst()))
        .gives(integers(MLOperandDataType.INT8, Shape.of(3), 0, 0, 127));
  }
}
