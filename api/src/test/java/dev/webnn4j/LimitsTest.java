package dev.webnn4j;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class LimitsTest {
  private static void refuses(String message, MLOperandDataType type, int... shape) {
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () -> Limits.check("it", MLOperandDescriptor.of(type, shape)));
    assertTrue(error.getMessage().contains(message), error.getMessage());
  }

  @Test
  void refusesTooManyAxes() {
    refuses("has rank 9; at most 8", MLOperandDataType.UINT8, 1, 1, 1, 1, 1, 1, 1, 1, 1);
  }

  @Test
  void refusesTooManyBytes() {
    refuses("takes more than 2147483647 bytes", MLOperandDataType.FLOAT32, 1 << 29);
    int max = Integer.MAX_VALUE;
    refuses("takes more than", MLOperandDataType.INT64, max, max, max);
  }

  @Test
  void acceptsTheLargest() {
    MLOperandDescriptor largest =
        MLOperandDescriptor.of(MLOperandDataType.UINT8, Integer.MAX_VALUE);
    assertDoesNotThrow(() -> Limits.check("it", largest));
    MLOperandDescriptor packed = MLOperandDescriptor.of(MLOperandDataType.INT4, 1 << 30, 3);
    assertDoesNotThrow(() -> Limits.check("it", packed));
  }
}
