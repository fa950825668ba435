package dev.webnn4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What a context refuses to do with tensors, once each, with what it says. */
final class InvalidTensorsTest {
  private static final MLOperandDescriptor TYPE =
      MLOperandDescriptor.of(MLOperandDataType.FLOAT32, 2);
  private static final MLOperandDescriptor RANK_9 =
      MLOperandDescriptor.of(MLOperandDataType.UINT8, 1, 1, 1, 1, 1, 1, 1, 1, 1);
  private static final MLOperandDescriptor HUGE =
      MLOperandDescriptor.of(MLOperandDataType.FLOAT32, 1 << 29);

  private final MLContext context = new FakeBackend().context();

  @AfterEach
  void close() {
    context.close();
  }

  private static void refuses(String message, Executable call) {
    var error = assertThrows(IllegalArgumentException.class, call);
    assertTrue(error.getMessage().contains(message), error.getMessage());
  }

  private static MemorySegment floats(int count) {
    return MemorySegment.ofArray(new float[count]);
  }

  private static MemorySegment memory(long bytes) {
    return Arena.ofAuto().allocate(bytes, 64);
  }

  @Test
  void tensorsAreWithinTheLimits() {
    noTensorOf(
        RANK_9, "a tensor of uint8[1, 1, 1, 1, 1, 1, 1, 1, 1] has rank 9; at most 8 is allowed");
    noTensorOf(HUGE, "a tensor of float32[536870912] takes more than 2147483647 bytes");
  }

  private void noTensorOf(MLOperandDescriptor type, String message) {
    refuses(message, () -> context.createTensor(MLTensorDescriptor.of(type)));
    refuses(message, () -> context.createConstantTensor(type, floats(1)));
    refuses(message, () -> context.wrapTensor(type, memory(4)));
  }

  @Test
  void aConstantTensorIsFilledByItsData() {
    refuses(
        "the data has 4 bytes; a tensor of float32[2] takes 8",
        () -> context.createConstantTensor(TYPE, floats(1)));
  }

  @Test
  void wrappedMemoryFitsTheTensor() {
    refuses(
        "the data has 16 bytes; a tensor of float32[2] takes 8",
        () -> context.wrapTensor(TYPE, memory(16)));
    String needed =
        "a tensor of float32[2] needs native memory aligned to 4 bytes; copy other data with"
            + " writeTensor";
    refuses(needed, () -> context.wrapTensor(TYPE, floats(2)));
    refuses(needed, () -> context.wrapTensor(TYPE, memory(16).asSlice(2, 8)));
    refuses(
        "the memory of a tensor must be writable",
        () -> context.wrapTensor(TYPE, memory(8).asReadOnly()));
  }

  @Test
  void writeTensorTakesAWritableTensor() {
    MLTensor tensor = context.createTensor(MLTensorDescriptor.of(TYPE).asReadable());
    refuses(
        "the tensor float32[2] is not writable", () -> context.writeTensor(tensor, new float[2]));
    MLTensor constant = context.createConstantTensor(TYPE, floats(2));
    refuses(
        "the tensor float32[2] is not writable", () -> context.writeTensor(constant, floats(2)));
  }

  @Test
  void writeTensorTakesDataOfTheTensorsSize() {
    MLTensor tensor = context.createTensor(MLTensorDescriptor.of(TYPE).asWritable());
    refuses(
        "the data has 12 bytes; a tensor of float32[2] takes 8",
        () -> context.writeTensor(tensor, new float[3]));
    refuses("a long[] does not hold elements", () -> context.writeTensor(tensor, new long[1]));
  }

  @Test
  void readTensorTakesAReadableTensor() {
    MLTensor tensor = context.createTensor(MLTensorDescriptor.of(TYPE).asWritable());
    refuses("the tensor float32[2] is not readable", () -> context.readTensor(tensor));
    refuses(
        "the tensor float32[2] is not readable", () -> context.readTensor(tensor, new float[2]));
    MLTensor constant = context.createConstantTensor(TYPE, floats(2));
    refuses("the tensor float32[2] is not readable", () -> context.readTensor(constant));
  }

  @Test
  void readTensorTakesATargetOfTheTensorsSize() {
    MLTensor tensor = context.createTensor(MLTensorDescriptor.of(TYPE).asReadable());
    refuses(
        "the data has 4 bytes; a tensor of float32[2] takes 8",
        () -> context.readTensor(tensor, new float[1]));
    refuses("a short[] does not hold elements", () -> context.readTensor(tensor, new short[4]));
    refuses(
        "the data has 12 bytes; a tensor of float32[2] takes 8",
        () -> context.readTensorAsync(tensor, floats(3)));
  }

  @Test
  void tensorsStayInTheirContext() {
    try (MLContext other = new FakeBackend().context()) {
      MLTensor foreign = other.createTensor(MLTensorDescriptor.of(TYPE).asReadable().asWritable());
      String message = "the tensor float32[2] belongs to another context";
      refuses(message, () -> context.readTensor(foreign));
      refuses(message, () -> context.readTensor(foreign, new float[2]));
      refuses(message, () -> context.writeTensor(foreign, new float[2]));
    }
  }

  @Test
  void aClosedContextMakesNoTensors() {
    context.close();
    for (Executable call :
        new Executable[] {
          () -> context.createTensor(MLTensorDescriptor.of(TYPE)),
          () -> context.createConstantTensor(TYPE, floats(2)),
          () -> context.wrapTensor(TYPE, memory(8))
        }) {
      var error = assertThrows(IllegalStateException.class, call);
      assertEquals("the context is closed", error.getMessage());
    }
  }
}
