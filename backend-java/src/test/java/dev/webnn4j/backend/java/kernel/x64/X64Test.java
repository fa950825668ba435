package dev.webnn4j.backend.java.kernel.x64;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

final class X64Test {
  private static final int FMA_AVX = 1 << 12 | 1 << 28;
  private static final int AVX2 = 1 << 5;
  private static final int AVX512 = AVX2 | 1 << 16 | 1 << 30 | 1 << 31;
  private static final int YMM_STATE = 0b0000_0111;
  private static final int ZMM_STATE = 0b1110_0111;

  private static final X64.Support TOO_OLD =
      new X64.Support.Absent("the processor lacks AVX2 or FMA");
  private static final X64.Support NARROW = new X64.Support.Present(Isa.AVX2);
  private static final X64.Support WIDE = new X64.Support.Present(Isa.AVX512);

  private static X64.Support of(int basic, int extended, int state) {
    return X64.support(new Cpu(basic, extended, state));
  }

  @Test
  void theWidestInstructionSetThatTheProcessorHasAndTheSystemKeeps() {
    assertEquals(WIDE, of(FMA_AVX, AVX512, ZMM_STATE));
    assertEquals(NARROW, of(FMA_AVX, AVX512, YMM_STATE));
    assertEquals(NARROW, of(FMA_AVX, AVX512, ZMM_STATE & ~(1 << 7)));
    assertEquals(NARROW, of(FMA_AVX, AVX512 & ~(1 << 16), ZMM_STATE));
    assertEquals(NARROW, of(FMA_AVX, AVX512 & ~(1 << 30), ZMM_STATE));
    assertEquals(NARROW, of(FMA_AVX, AVX512 & ~(1 << 31), ZMM_STATE));
    assertEquals(NARROW, of(FMA_AVX, AVX2, YMM_STATE));
  }

  @Test
  void nothingForProcessorsThatAreTooOld() {
    assertEquals(TOO_OLD, of(0, 0, 0));
    assertEquals(TOO_OLD, of(FMA_AVX, 0, YMM_STATE));
    assertEquals(TOO_OLD, of(FMA_AVX & ~(1 << 12), AVX512, ZMM_STATE));
    assertEquals(TOO_OLD, of(FMA_AVX & ~(1 << 28), AVX512, ZMM_STATE));
    assertEquals(TOO_OLD, of(FMA_AVX, AVX512, 0));
    assertEquals(TOO_OLD, of(FMA_AVX, AVX512, ZMM_STATE & ~(1 << 2)));
  }

  @Test
  void theProcessorSaysWhatTheSystemSays() throws IOException, ExecutableMemory.Refused {
    Path info = Path.of("/proc/cpuinfo");
    Assumptions.assumeTrue(
        X64.obstacle().isEmpty() && Files.isReadable(info), "no machine code, or no cpuinfo");
    String line =
        Files.readAllLines(info).stream()
            .filter(text -> text.startsWith("flags"))
            .findFirst()
            .orElseThrow();
    Set<String> flags = Set.of(line.substring(line.indexOf(':') + 2).split(" "));
    Cpu cpu = Cpu.detect();
    assertEquals(flags.containsAll(List.of("avx", "avx2", "fma")), cpu.hasAvx2());
    assertEquals(
        cpu.hasAvx2() && flags.containsAll(List.of("avx512f", "avx512bw", "avx512vl")),
        cpu.hasAvx512());
  }

  @Test
  void anInstructionSetCanBeAskedFor() {
    assertEquals(WIDE, X64.choose(WIDE, ""));
    assertEquals(NARROW, X64.choose(WIDE, "avx2"));
    assertEquals(WIDE, X64.choose(WIDE, "AVX512"));
    assertEquals(TOO_OLD, X64.choose(TOO_OLD, "avx2"));
    assertEquals(
        new X64.Support.Absent("the processor lacks AVX512, which webnn.isa names"),
        X64.choose(NARROW, "avx512"));
    assertEquals(
        "webnn.isa is 'neon'; it can be [avx2, avx512]",
        assertThrows(IllegalArgumentException.class, () -> X64.choose(TOO_OLD, "neon"))
            .getMessage());
  }
}
