package dev.webnn4j.backend.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.webnn4j.backend.harness.GuardedMemory.Guard;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The guards are where they should be; to try a page would end this process. */
final class GuardedMemoryTest {
  @BeforeEach
  void needsPages() {
    Assumptions.assumeTrue(GuardPages.areSupported(), "guard pages are for Linux");
  }

  /** What one may do at an address, as the system prints it. */
  private static String rights(long address) throws IOException {
    return Files.readAllLines(Path.of("/proc/self/maps")).stream()
        .filter(line -> contains(line.substring(0, line.indexOf(' ')), address))
        .map(line -> line.split(" ", 3)[1])
        .findFirst()
        .orElse("none");
  }

  private static boolean contains(String range, long address) {
    String[] ends = range.split("-", 2);
    return Long.compareUnsigned(HexFormat.fromHexDigitsToLong(ends[0]), address) <= 0
        && Long.compareUnsigned(address, HexFormat.fromHexDigitsToLong(ends[1])) < 0;
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 4, 4095, 4096, 4097, 20_000})
  void pagesLieRightBesideTheMemory(long bytes) throws IOException {
    try (GuardedMemory memory = GuardedMemory.of(bytes, Guard.PAGE_BEHIND)) {
      assertEquals(bytes, memory.segment().byteSize());
      assertEquals("---p", rights(memory.segment().address() + bytes));
      assertEquals("rw-p", rights(memory.segment().address() + bytes - 1));
    }
    try (GuardedMemory memory = GuardedMemory.of(bytes, Guard.PAGE_BEFORE)) {
      assertEquals(bytes, memory.segment().byteSize());
      assertEquals("---p", rights(memory.segment().address() - 1));
      assertEquals("rw-p", rights(memory.segment().address()));
    }
  }

  @ParameterizedTest
  @EnumSource(Guard.class)
  void bytesKeepTraces(Guard guard) {
    try (GuardedMemory memory = GuardedMemory.of(12, guard)) {
      MemorySegment segment = memory.segment();
      segment.fill((byte) 1);
      assertTrue(memory.isIntact());
      long outside = guard == Guard.PAGE_BEHIND ? -1 : segment.byteSize();
      MemorySegment.ofAddress(segment.address() + outside)
          .reinterpret(1)
          .set(ValueLayout.JAVA_BYTE, 0, (byte) 1);
      assertFalse(memory.isIntact());
    }
  }
}
