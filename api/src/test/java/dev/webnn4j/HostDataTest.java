package dev.webnn4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

final class HostDataTest {
  private static final MLOperandDescriptor FLOATS =
      MLOperandDescriptor.of(MLOperandDataType.FLOAT32, 2);

  private static void refuses(String message, Executable call) {
    var error = assertThrows(IllegalArgumentException.class, call);
    assertTrue(error.getMessage().contains(message), error.getMessage());
  }

  @Test
  void refusesDataOfAnotherSizeOrType() {
    refuses(
        "the data has 12 bytes; a tensor of float32[2] takes 8",
        () -> HostData.of(FLOATS, new float[3]));
    refuses(
        "a int[] does not hold elements of a tensor of float32[2]",
        () -> HostData.of(FLOATS, new int[2]));
    refuses("a short[] does not hold", () -> HostData.of(FLOATS, new short[2]));
  }

  @Test
  void refusesBuffersOfOtherOrderOrElements() {
    ByteOrder other =
        ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN
            ? ByteOrder.LITTLE_ENDIAN
            : ByteOrder.BIG_ENDIAN;
    FloatBuffer swapped = ByteBuffer.allocate(8).order(other).asFloatBuffer();
    refuses("use the native order", () -> HostData.of(FLOATS, swapped));
    DoubleBuffer doubles = DoubleBuffer.allocate(1);
    refuses("a DoubleBuffer cannot fill", () -> HostData.of(FLOATS, doubles));
    CharBuffer chars = CharBuffer.allocate(4);
    refuses("cannot fill a tensor", () -> HostData.of(FLOATS, chars));
  }

  @Test
  void takesWhatLiesBetweenPositionAndLimit() {
    FloatBuffer buffer = FloatBuffer.wrap(new float[] {1, 2, 3, 4}).position(1).limit(3);
    var bytes = HostData.of(FLOATS, buffer);
    assertEquals(8, bytes.byteSize());
    assertEquals(2f, bytes.get(ValueLayout.JAVA_FLOAT_UNALIGNED, 0));
  }

  @Test
  void bytesHoldAnything() {
    assertEquals(8, HostData.of(FLOATS, new byte[8]).byteSize());
    MLOperandDescriptor unsigned = MLOperandDescriptor.of(MLOperandDataType.UINT32, 2);
    assertEquals(8, HostData.of(unsigned, new int[2]).byteSize());
  }
}
