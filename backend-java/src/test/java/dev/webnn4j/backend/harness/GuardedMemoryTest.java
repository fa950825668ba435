package dev.webnn4j.backend.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.webnn4j.backend.harness.GuardedMemory.Guard;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
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

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 4, 4095, 4096, 4097, 20_000})
  void pagesLieRightBesideTheMemory(long bytes) {
    try (GuardedMemory memory = GuardedMemory.of(bytes, Guard.PAGE_BEHIND)) {
      assertEquals(bytes, memory.segment().byteSize());
      assertEquals("---p", ProcessMaps.rights(memory.segment().address() + bytes));
      assertEquals("rw-p", ProcessMaps.rights(memory.segment().address() + bytes - 1));
    }
    try (GuardedMemory memory = GuardedMemory.of(bytes, Guard.PAGE_BEFORE)) {
      assertEquals(bytes, memory.segment().byteSize());
      assertEquals("---p", ProcessMaps.rights(memory.segment().address() - 1));
      assertEquals("rw-p", ProcessMaps.rights(memory.segment().address()));
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
