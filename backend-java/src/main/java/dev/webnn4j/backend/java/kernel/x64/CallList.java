package dev.webnn4j.backend.java.kernel.x64;

import dev.webnn4j.backend.java.kernel.KernelContext;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Calls of routines, one after the other, which machine code goes through by itself. A kernel
 * records them when it is made: all but the addresses of tensors is known by then. What loops in
 * Java over calls would be interpreted at first, and then compiled on a core that the calls want.
 */
final class CallList {
  /**
   * Multiply-adds between two returns to Java, about a millisecond's: the JVM cannot stop for
   * anything meanwhile.
   */
  static final long MAX_WORK = 1 << 26;

  /**
   * Calls without a return to Java between them.
   *
   * @param first the address of the first one's {@link CallListCode entry}
   */
  private record Stretch(long first, int calls) {}

  private final Routine walk;
  private final Stretch[] stretches;

  private CallList(Routine walk, List<Stretch> stretches) {
    this.walk = walk;
    this.stretches = stretches.toArray(Stretch[]::new);
  }

  /**
   * Makes the calls.
   *
   * @param input what stands for {@link Place#INPUT}, and so on; anything if nothing counts from it
   */
  void run(long input, long result, long residual, long other) {
    for (Stretch stretch : stretches) {
      walk.call(stretch.first, stretch.calls, input, result, residual, other);
    }
  }

  /** How many calls are made before each return to Java. */
  List<Integer> callsOfStretches() {
    return Arrays.stream(stretches).map(Stretch::calls).toList();
  }

  /** Collects calls. */
  static final class Recorder {
    private final KernelContext context;
    private final Routine walk;
    private final List<Routine> routines = new ArrayList<>();
    private final List<Integer> begins = new ArrayList<>();
    private long[] words = new long[8 * CallListCode.WORDS];
    private long workOfStretch;

    Recorder(KernelContext context) {
      this.context = context;
      walk = context.machineCode().routine(new CallListCode());
      begins.add(0);
    }

    /** Where the routines come from. */
    MachineCode code() {
      return context.machineCode();
    }

    /**
     * Adds a call.
     *
     * @param work its multiply-adds, or what takes as long
     * @param arguments six
     */
    void call(Routine routine, long work, Place... arguments) {
      if (workOfStretch > 0 && workOfStretch + work > MAX_WORK) {
        begins.add(routines.size());
        workOfStretch = 0;
      }
      workOfStretch += work;
      int entry = routines.size() * CallListCode.WORDS;
      if (entry == words.length) {
        words = Arrays.copyOf(words, 2 * entry);
      }
      for (int i = 0; i < arguments.length; i++) {
        words[entry + CallListCode.base(i)] = CallListCode.base(arguments[i].base());
        words[entry + CallListCode.offset(i)] = arguments[i].offset();
      }
      routines.add(routine);
    }

    /** All that were added, to be run once the code is sealed. */
    CallList finish() {
      int count = routines.size();
      MemorySegment memory = context.allocate(8L * count * CallListCode.WORDS);
      context.machineCode().whenSealed(() -> write(memory));
      List<Stretch> stretches = new ArrayList<>();
      for (int i = 0; i < begins.size(); i++) {
        int end = i + 1 < begins.size() ? begins.get(i + 1) : count;
        long first = memory.address() + 8L * begins.get(i) * CallListCode.WORDS;
        stretches.add(new Stretch(first, end - begins.get(i)));
      }
      stretches.removeIf(stretch -> stretch.calls == 0);
      return new CallList(walk, stretches);
    }

    private void write(MemorySegment memory) {
      for (int i = 0; i < routines.size(); i++) {
        words[i * CallListCode.WORDS + CallListCode.ROUTINE] = routines.get(i).address();
      }
      int count = routines.size() * CallListCode.WORDS;
      MemorySegment.copy(words, 0, memory, ValueLayout.JAVA_LONG, 0, count);
    }
  }
}
