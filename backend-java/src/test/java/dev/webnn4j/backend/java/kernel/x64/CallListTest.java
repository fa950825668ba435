package dev.webnn4j.backend.java.kernel.x64;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.webnn4j.backend.harness.GuardedContext;
import dev.webnn4j.backend.harness.TestTiers;
import dev.webnn4j.backend.java.kernel.x64.asm.Gp;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class CallListTest {
  /** Appends its five last arguments to a list whose end is noted where the first one points. */
  private static final Routine.Source APPEND =
      a -> {
        a.mov(Gp.RAX, Gp.RDI.at(0));
        long at = 0;
        for (Gp argument : List.of(Gp.RSI, Gp.RDX, Gp.RCX, Gp.R8, Gp.R9)) {
          a.mov(Gp.RAX.at(at), argument);
          at += 8;
        }
        a.add(Gp.RAX, 40);
        a.mov(Gp.RDI.at(0), Gp.RAX);
        // What a routine may lose.
        for (Gp lost : List.of(Gp.RSI, Gp.RDX, Gp.RCX, Gp.R8, Gp.R9, Gp.R10, Gp.R11)) {
          a.mov(lost, 7);
        }
        a.ret();
      };

  @BeforeEach
  void needsMachineCode() {
    TestTiers.requireMachineCode();
  }

  @Test
  void callsHaveTheirOrderAndTheirArguments() {
    try (GuardedContext context = GuardedContext.of(Isa.AVX2, true)) {
      Routine append = context.machineCode().routine(APPEND);
      CallList.Recorder recorder = new CallList.Recorder(context);
      List<Long> expected = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        recorder.call(
            append,
            1,
            Place.OTHER.plus(8),
            Place.of(i),
            Place.INPUT.plus(i),
            Place.RESULT.plus(-i),
            Place.RESIDUAL,
            Place.of(1L << 40).plus(i));
        expected.addAll(List.of((long) i, 1000L + i, 2000L - i, 3000L, (1L << 40) + i));
      }
      assertEquals(expected, run(recorder, context, 5 * 100));
    }
  }

  @Test
  void returnsToJavaBeforeTooMuchWork() {
    try (GuardedContext context = GuardedContext.of(Isa.AVX2, true)) {
      Routine append = context.machineCode().routine(APPEND);
      CallList.Recorder recorder = new CallList.Recorder(context);
      Place zero = Place.of(0);
      long half = CallList.MAX_WORK / 2;
      for (long work : new long[] {half, half, 1, 3 * half, half, half + 1}) {
        recorder.call(append, work, Place.OTHER.plus(8), zero, zero, zero, zero, zero);
      }
      CallList calls = recorder.finish();
      assertEquals(List.of(2, 1, 1, 1, 1), calls.callsOfStretches());
    }
  }

  @Test
  void noCallsAreNoWork() {
    try (GuardedContext context = GuardedContext.of(Isa.AVX2, true)) {
      assertEquals(List.of(), run(new CallList.Recorder(context), context, 0));
    }
  }

  @Test
  void aListCannotRunBeforeTheCodeIsSealed() {
    try (GuardedContext context = GuardedContext.of(Isa.AVX2, true)) {
      CallList.Recorder recorder = new CallList.Recorder(context);
      Place zero = Place.of(0);
      recorder.call(context.machineCode().routine(APPEND), 1, zero, zero, zero, zero, zero, zero);
      CallList calls = recorder.finish();
      assertThrows(IllegalStateException.class, () -> calls.run(0, 0, 0, 0));
    }
  }

  private static List<Long> run(
      CallList.Recorder recorder, GuardedContext context, int expectedCount) {
    MemorySegment end = context.allocate(16);
    MemorySegment list = context.allocate(8L * Math.max(1, expectedCount));
    end.set(ValueLayout.JAVA_LONG, 8, list.address());
    CallList calls = recorder.finish();
    context.seal();
    calls.run(1000, 2000, 3000, end.address());
    long count = (end.get(ValueLayout.JAVA_LONG, 8) - list.address()) / 8;
    List<Long> found = new ArrayList<>();
    for (long i = 0; i < count; i++) {
      found.add(list.getAtIndex(ValueLayout.JAVA_LONG, i));
    }
    return found;
  }
}
