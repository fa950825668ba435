package dev.webnn4j.backend.java.kernel.vector;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/**
 * The one place that chooses vectors: C2 compiles badly, and for good, when a process mixes
 * species.
 *
 * <p>Memory is addressed absolutely. A kernel walks several tensors with many row pointers at once;
 * as segments each access would be checked against its own bounds, which costs up to half the
 * speed. So kernels prove their bounds from the shapes when they are made, and {@link #load} and
 * {@link #store} check nothing that matters.
 */
final class Lanes {
  static final VectorSpecies<Float> SPECIES = VectorSpecies.of(float.class, VectorWidth.shape());

  /** Vectors of integers, of the same shape. */
  static final VectorSpecies<Integer> INTS = VectorSpecies.of(int.class, SPECIES.vectorShape());

  /**
   * Vectors of bytes, of the same shape. A second shape of bytes made both a hundred times slower.
   */
  static final VectorSpecies<Byte> BYTE_SPECIES =
      VectorSpecies.of(byte.class, SPECIES.vectorShape());

  /** Elements of a vector. */
  static final int LENGTH = SPECIES.length();

  /** Bytes of a vector. */
  static final long BYTES = SPECIES.vectorByteSize();

  /** Bytes that several loops in a row find in the first-level cache, with what they come from. */
  static final long BLOCK_BYTES = 8192;

  /** How many vectors wide a matrix tile is, so that it fits the registers. */
  static final int TILE_VECTORS = tileVectors();

  static final MemorySegment EVERYTHING = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);
  static final ByteOrder ORDER = ByteOrder.nativeOrder();

  private Lanes() {}

  /** 32 registers hold 4 x 4 sums with their operands, 16 registers 4 x 3. */
  private static int tileVectors() {
    boolean x86 = System.getProperty("os.arch", "").matches("amd64|x86_64|x86|i386");
    return x86 && SPECIES.vectorBitSize() < 512 ? 3 : 4;
  }

  static FloatVector load(long address) {
    return FloatVector.fromMemorySegment(SPECIES, EVERYTHING, address, ORDER);
  }

  static FloatVector load(long address, VectorMask<Float> mask) {
    return FloatVector.fromMemorySegment(SPECIES, EVERYTHING, address, ORDER, mask);
  }

  static void store(FloatVector vector, long address) {
    vector.intoMemorySegment(EVERYTHING, address, ORDER);
  }

  static void store(FloatVector vector, long address, VectorMask<Float> mask) {
    vector.intoMemorySegment(EVERYTHING, address, ORDER, mask);
  }

  static IntVector loadInts(long address) {
    return IntVector.fromMemorySegment(INTS, EVERYTHING, address, ORDER);
  }

  static IntVector loadInts(long address, VectorMask<Integer> mask) {
    return IntVector.fromMemorySegment(INTS, EVERYTHING, address, ORDER, mask);
  }

  static void storeInts(IntVector vector, long address) {
    vector.intoMemorySegment(EVERYTHING, address, ORDER);
  }

  static void storeInts(IntVector vector, long address, VectorMask<Integer> mask) {
    vector.intoMemorySegment(EVERYTHING, address, ORDER, mask);
  }

  static ByteVector loadBytes(long address) {
    return ByteVector.fromMemorySegment(BYTE_SPECIES, EVERYTHING, address, ORDER);
  }

  static void storeBytes(ByteVector vector, long address) {
    vector.intoMemorySegment(EVERYTHING, address, ORDER);
  }

  static FloatVector broadcast(float value) {
    return FloatVector.broadcast(SPECIES, value);
  }

  /** A vector of the element at an address. */
  static FloatVector broadcast(long address) {
    return FloatVector.broadcast(SPECIES, get(address));
  }

  /** A vector of the integer at an address. */
  static IntVector broadcastInt(long address) {
    return IntVector.broadcast(INTS, EVERYTHING.get(ValueLayout.JAVA_INT, address));
  }

  static ByteVector broadcastByte(int value) {
    return ByteVector.broadcast(BYTE_SPECIES, (byte) value);
  }

  static float get(long address) {
    return EVERYTHING.get(ValueLayout.JAVA_FLOAT, address);
  }

  static void put(long address, float value) {
    EVERYTHING.set(ValueLayout.JAVA_FLOAT, address, value);
  }

  static int getInt(long address) {
    return EVERYTHING.get(ValueLayout.JAVA_INT, address);
  }

  static void putInt(long address, int value) {
    EVERYTHING.set(ValueLayout.JAVA_INT, address, value);
  }

  static void putLong(long address, long value) {
    EVERYTHING.set(ValueLayout.JAVA_LONG, address, value);
  }

  /** The first {@code count} lanes. */
  static VectorMask<Float> first(int count) {
    return SPECIES.indexInRange(0, count);
  }

  /** The same for integers. */
  static VectorMask<Integer> firstInts(int count) {
    return INTS.indexInRange(0, count);
  }

  /** The size of one, which is not negative, with the sign of the other, be it that of a zero. */
  static FloatVector withSign(FloatVector size, FloatVector sign) {
    return size.reinterpretAsInts()
        .or(sign.reinterpretAsInts().and(Integer.MIN_VALUE))
        .reinterpretAsFloats();
  }

  static FloatVector zero() {
    return FloatVector.zero(SPECIES);
  }

  /** Copies floats between places that do not overlap. */
  static void copy(long from, long to, int count) {
    int i = 0;
    for (; i <= count - LENGTH; i += LENGTH) {
      store(load(from + 4L * i), to + 4L * i);
    }
    if (i < count) {
      VectorMask<Float> rest = first(count - i);
      store(load(from + 4L * i, rest), to + 4L * i, rest);
    }
  }

  static void fill(float value, long to, int count) {
    FloatVector vector = broadcast(value);
    int i = 0;
    for (; i <= count - LENGTH; i += LENGTH) {
      store(vector, to + 4L * i);
    }
    if (i < count) {
      store(vector, to + 4L * i, first(count - i));
    }
  }
}
