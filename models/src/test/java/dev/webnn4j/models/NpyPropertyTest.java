package dev.webnn4j.models;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.Shape;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class NpyPropertyTest {
  record Saved(int version, String descr, MLOperandDescriptor descriptor, MemorySegment data) {
    byte[] file() {
      return NpyWriter.write(version, descr, descriptor.shape().toList(), data.toArray(JAVA_BYTE));
    }
  }

  @Provide
  Arbitrary<Saved> saved() {
    Arbitrary<List<Long>> shapes = Arbitraries.longs().between(1, 7).list().ofMaxSize(5);
    return Combinators.combine(
            Arbitraries.integers().between(1, 3), types(), shapes, Arbitraries.longs())
        .as(NpyPropertyTest::saved);
  }

  private static Arbitrary<String> types() {
    return Arbitraries.of("<f4", "<f2", "<i4", "<u4", "<i8", "<u8", "|i1", "|u1");
  }

  private static Saved saved(int version, String descr, List<Long> shape, long seed) {
    MLOperandDataType type =
        switch (descr) {
          case "<f4" -> MLOperandDataType.FLOAT32;
          case "<f2" -> MLOperandDataType.FLOAT16;
          case "<i4" -> MLOperandDataType.INT32;
          case "<u4" -> MLOperandDataType.UINT32;
          case "<i8" -> MLOperandDataType.INT64;
          case "<u8" -> MLOperandDataType.UINT64;
          case "|i1" -> MLOperandDataType.INT8;
          default -> MLOperandDataType.UINT8;
        };
    MLOperandDescriptor descriptor = new MLOperandDescriptor(type, Shape.of(shape));
    byte[] data = new byte[Math.toIntExact(descriptor.byteLength())];
    new Random(seed).nextBytes(data);
    return new Saved(version, descr, descriptor, MemorySegment.ofArray(data));
  }

  @Property(tries = 200)
  void givesBackWhatWasSaved(@ForAll("saved") Saved saved) throws IOException {
    Npy read = read(saved.file());
    assertEquals(saved.descriptor(), read.descriptor());
    assertEquals(-1, read.data().mismatch(saved.data()));
    assertTrue(read.data().isReadOnly());
  }

  @Property(tries = 200)
  void refusesEveryFileCutShort(@ForAll("saved") Saved saved, @ForAll Random random) {
    byte[] whole = saved.file();
    byte[] cut = Arrays.copyOf(whole, random.nextInt(whole.length));
    assertThrows(NpyFormatException.class, () -> read(cut));
  }

  @Property(tries = 500)
  void refusesDamagedHeadersWithAnIoException(@ForAll("saved") Saved saved, @ForAll Random random) {
    byte[] damaged = saved.file();
    damaged[random.nextInt(64)] = (byte) random.nextInt();
    try {
      read(damaged);
    } catch (NpyFormatException expected) {
      assertTrue(expected.getMessage().contains(";"), expected.getMessage());
    } catch (IOException other) {
      throw new AssertionError(other);
    }
  }

  private static Npy read(byte[] bytes) throws IOException {
    Path file = Files.createTempFile("array", ".npy");
    try {
      return Npy.read(Files.write(file, bytes));
    } finally {
      Files.delete(file);
    }
  }
}
