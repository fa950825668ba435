package dev.webnn4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.foreign.MemorySegment;
import java.math.BigInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Elements of each type are written and read back, at the ends of their ranges too. */
final class ElementsTest {
  static Stream<Arguments> ranges() {
    return Stream.of(
        Arguments.of(MLOperandDataType.INT4, "-8", "7"),
        Arguments.of(MLOperandDataType.UINT4, "0", "15"),
        Arguments.of(MLOperandDataType.INT8, "-128", "127"),
        Arguments.of(MLOperandDataType.UINT8, "0", "255"),
        Arguments.of(MLOperandDataType.INT32, "-2147483648", "2147483647"),
        Arguments.of(MLOperandDataType.UINT32, "0", "4294967295"),
        Arguments.of(MLOperandDataType.INT64, "-9223372036854775808", "9223372036854775807"),
        Arguments.of(MLOperandDataType.UINT64, "0", "18446744073709551615"));
  }

  private static MemorySegment tensor(MLOperandDataType type, long count) {
    return MemorySegment.ofArray(new byte[(int) type.byteLength(count)]);
  }

  @ParameterizedTest
  @MethodSource("ranges")
  void integersKeepTheEndsOfTheirRange(MLOperandDataType type, String least, String most) {
    MLNumber low = MLNumber.of(new BigInteger(least));
    MLNumber high = MLNumber.of(new BigInteger(most));
    MemorySegment data = tensor(type, 3);
    Elements.set(type, data, 0, low);
    Elements.set(type, data, 1, high);
    Elements.set(type, data, 2, low);
    assertEquals(low, Elements.get(type, data, 0));
    assertEquals(high, Elements.get(type, data, 1));
    assertEquals(low, Elements.get(type, data, 2));
  }

  @ParameterizedTest
  @EnumSource(
      value = MLOperandDataType.class,
      names = {"FLOAT32", "FLOAT16"})
  void floatsKeepSignsAndInfinities(MLOperandDataType type) {
    double[] values = {1.5, -0.0, Double.NEGATIVE_INFINITY, Double.NaN};
    MemorySegment data = tensor(type, values.length);
    for (int i = 0; i < values.length; i++) {
      Elements.set(type, data, i, MLNumber.of(values[i]));
    }
    for (int i = 0; i < values.length; i++) {
      assertEquals(MLNumber.of(values[i]), Elements.get(type, data, i));
    }
  }

  @Test
  void theFirstOfTwoNibblesIsTheLowOne() {
    byte[] bytes = {(byte) 0xff};
    Elements.set(MLOperandDataType.UINT4, MemorySegment.ofArray(bytes), 0, MLNumber.of(1L));
    assertArrayEquals(new byte[] {(byte) 0xf1}, bytes);
    Elements.set(MLOperandDataType.UINT4, MemorySegment.ofArray(bytes), 1, MLNumber.of(2L));
    assertArrayEquals(new byte[] {0x21}, bytes);
  }

  @Test
  void whatTheTensorDoesNotHaveIsRefused() {
    MemorySegment data = tensor(MLOperandDataType.FLOAT32, 2);
    assertThrows(
        IndexOutOfBoundsException.class, () -> Elements.get(MLOperandDataType.FLOAT32, data, 2));
  }
}
