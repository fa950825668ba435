package dev.webnn4j.backend.java.kernel.x64;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.webnn4j.backend.harness.ProcessMaps;
import dev.webnn4j.backend.harness.TestTiers;
import dev.webnn4j.backend.java.kernel.x64.asm.Assembler;
import dev.webnn4j.backend.java.kernel.x64.asm.Gp;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Code that is run: where it is, how long, and that it is what was written. */
final class MachineCodeTest {
  private static final byte RETURN = (byte) 0xC3;
  private static final String NOT_THERE = "the machine code is not there yet, or no longer";

  /** Stores a number where rdi points. */
  private record Store(int number) implements Routine.Source {
    @Override
    public void emit(Assembler a) {
      a.mov(Gp.RAX, number);
      a.mov(Gp.RDI.at(0), Gp.RAX);
      a.ret();
    }
  }

  private final MachineCode code = new MachineCode(Isa.AVX2);

  @BeforeEach
  void needsMachineCode() {
    TestTiers.requireMachineCode();
  }

  private static long call(Routine routine) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment result = arena.allocate(Long.BYTES, Long.BYTES);
      routine.call(result.address(), 0, 0, 0, 0, 0);
      return result.get(ValueLayout.JAVA_LONG, 0);
    }
  }

  private static void refuses(Routine routine) {
    assertEquals(
        NOT_THERE,
        assertThrows(IllegalStateException.class, () -> routine.call(0, 0, 0, 0, 0, 0))
            .getMessage());
  }

  @Test
  void eachRoutineIsItsOwn() {
    Routine[] routines = new Routine[100];
    for (int i = 0; i < routines.length; i++) {
      routines[i] = code.routine(new Store(i));
    }
    try (Arena arena = Arena.ofConfined()) {
      code.seal(arena);
      for (int i = 0; i < routines.length; i++) {
        assertEquals(i, call(routines[i]));
      }
    }
  }

  @Test
  void argumentsArriveInTheirRegisters() {
    Routine.Source sum =
        a -> {
          for (Gp register : new Gp[] {Gp.RSI, Gp.RDX, Gp.RCX, Gp.R8, Gp.R9}) {
            a.imul(Gp.RAX, Gp.RAX, 10);
            a.add(Gp.RAX, register);
          }
          a.mov(Gp.RDI.at(0), Gp.RAX);
          a.ret();
        };
    Routine routine =
        code.routine(
            a -> {
              a.mov(Gp.RAX, 0);
              sum.emit(a);
            });
    try (Arena arena = Arena.ofConfined()) {
      code.seal(arena);
      MemorySegment result = arena.allocate(Long.BYTES, Long.BYTES);
      routine.call(result.address(), 1, 2, 3, 4, 5);
      assertEquals(12_345, result.get(ValueLayout.JAVA_LONG, 0));
    }
  }

  @Test
  void equalSourcesShareARoutine() {
    assertSame(code.routine(new Store(1)), code.routine(new Store(1)));
    assertNotSame(code.routine(new Store(1)), code.routine(new Store(2)));
    assertEquals(2, code.count());
  }

  @Test
  void aRoutineCannotBeCalledBeforeTheCodeIsSealedNorAfterItIsFreed() {
    Routine routine = code.routine(new Store(7));
    refuses(routine);
    try (Arena arena = Arena.ofShared()) {
      code.seal(arena);
      assertEquals(7, call(routine));
    }
    refuses(routine);
  }

  @Test
  void nothingJoinsSealedCode() {
    try (Arena arena = Arena.ofConfined()) {
      code.seal(arena);
      assertEquals(
          "the code is sealed",
          assertThrows(IllegalStateException.class, () -> code.routine(new Store(1))).getMessage());
    }
  }

  @Test
  void codeIsReadOnlyAndGoneWithItsArena() throws ExecutableMemory.Refused {
    Assumptions.assumeTrue(ProcessMaps.areReadable(), "the system does not show its maps");
    long address;
    try (Arena arena = Arena.ofConfined()) {
      byte[] bytes = new byte[10_000];
      Arrays.fill(bytes, RETURN);
      MemorySegment mapping = ExecutableMemory.map(bytes, arena);
      address = mapping.address();
      assertEquals(bytes.length, mapping.byteSize());
      assertEquals("r-xp", ProcessMaps.rights(address));
      assertEquals("r-xp", ProcessMaps.rights(address + bytes.length - 1));
      assertThrows(
          IllegalArgumentException.class, () -> mapping.set(ValueLayout.JAVA_BYTE, 0, (byte) 0));
    }
    assertEquals("none", ProcessMaps.rights(address));
  }

  @Test
  void manyGraphsLeaveNothingBehind() throws ExecutableMemory.Refused {
    Assumptions.assumeTrue(ProcessMaps.areReadable(), "the system does not show its maps");
    byte[] large = new byte[256 << 10];
    cycles(1000, large);
    int maps = ProcessMaps.count();
    long resident = ProcessMaps.residentBytes();
    cycles(10_000, large);
    assertTrue(ProcessMaps.count() < maps + 200, () -> maps + " maps, now " + ProcessMaps.count());
    // What was mapped has 2.5 GB; the Java heap may have grown meanwhile.
    assertTrue(
        ProcessMaps.residentBytes() < resident + (1L << 30),
        () -> resident + " bytes, now " + ProcessMaps.residentBytes());
  }

  private static void cycles(int count, byte[] large) throws ExecutableMemory.Refused {
    for (int i = 0; i < count; i++) {
      try (Arena arena = Arena.ofConfined()) {
        MachineCode code = new MachineCode(Isa.AVX2);
        Routine routine = code.routine(new Store(i));
        code.seal(arena);
        assertEquals(i, call(routine));
        ExecutableMemory.map(large, arena);
      }
    }
  }
}
