package dev.webnn4j.cli.bench;

import dev.webnn4j.Elements;
import dev.webnn4j.MLNumber;
import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.MLTensor;
import java.lang.foreign.MemorySegment;
import java.util.Random;

/**
 * Fills tensors with numbers that are the same in every run: floats from -1 to 1, integers from 0
 * to 127, or to 7 if they have 4 bits. Small ones, since an integer may well be an index.
 */
final class RandomInput {
  private static final long SEED = 42;

  /** After so many elements they repeat: garbage made here would count as the model's memory. */
  private static final long PERIOD = 1 << 14;

  private final Random random = new Random(SEED);

  void fill(MLTensor tensor) {
    MLOperandDataType type = tensor.dataType();
    MemorySegment memory = tensor.memory();
    long drawn = Math.min(tensor.shape().elementCount(), PERIOD);
    for (long i = 0; i < drawn; i++) {
      Elements.set(type, memory, i, number(type));
    }
    long period = type.byteLength(drawn);
    for (long from = period; from < memory.byteSize(); from += period) {
      long length = Math.min(period, memory.byteSize() - from);
      MemorySegment.copy(memory, 0, memory, from, length);
    }
  }

  private MLNumber number(MLOperandDataType type) {
    return type.isFloat()
        ? MLNumber.of(2 * random.nextDouble() - 1)
        : MLNumber.of((long) random.nextInt(type.bits() < Byte.SIZE ? 8 : 128));
  }
}
