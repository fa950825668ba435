package dev.webnn4j.backend.harness;

import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.backend.java.exec.Workers;
import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.Kernel;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.backend.java.kernel.KernelFactory;
import dev.webnn4j.backend.java.kernel.KernelTable;
import dev.webnn4j.backend.java.kernel.Tier;
import dev.webnn4j.backend.java.kernel.x64.MachineCode;
import dev.webnn4j.backend.reference.Tensor;
import dev.webnn4j.graph.Value;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Runs a case in every tier, with one worker, with two backwards and with three threads, and
 * compares with the reference. Only tiers above the scalar one may refuse.
 */
public final class KernelHarness {
  private static final KernelTable TABLE =
      new KernelTable(Collections.max(EnumSet.allOf(Tier.class)));
  private static final List<Workers> CREWS =
      List.of(Workers.single(), TestWorkers.backwards(2), TestWorkers.threads(3));

  private KernelHarness() {}

  /**
   * The tiers that ran the case.
   *
   * @throws AssertionError if a tier is wrong, or the scalar one refuses
   */
  public static List<Tier> check(OperatorCase test) {
    List<Tier> ran = new ArrayList<>();
    Verdict verdict = Verdict.of(test);
    for (Tier tier : Tier.values()) {
      KernelFactory tiers = (node, context) -> TABLE.offer(tier, node, context);
      if (check(tier.toString(), tiers, tier != Tier.SCALAR, test, verdict)) {
        ran.add(tier);
      }
    }
    return ran;
  }

  /**
   * Checks the kernels of one factory, which must not refuse.
   *
   * @throws AssertionError if they are wrong
   */
  public static void check(KernelFactory factory, OperatorCase test) {
    check("kernel", factory, false, test, Verdict.of(test));
  }

  private static boolean check(
      String tier, KernelFactory factory, boolean mayRefuse, OperatorCase test, Verdict verdict) {
    Optional<List<MemorySegment>> first = Optional.empty();
    for (Workers crew : CREWS) {
      Memory memory = new Memory(test, crew.count());
      switch (factory.offer(test.node(), memory)) {
        case Candidate.Refused(String reason) -> {
          require(mayRefuse, tier + " refuses " + test + ": " + reason);
          return false;
        }
        case Candidate.Accepted(String name, Kernel kernel) -> {
          memory.machineCode.seal(memory.arena);
          memory.bindConstants(kernel);
          String what = tier + " " + name + ", " + crew.count() + " workers, " + test;
          List<MemorySegment> results = run(kernel, memory, crew, what);
          if (first.isEmpty()) {
            verdict.require(what, results);
          }
          List<MemorySegment> earlier = first.orElse(results);
          require(same(test, earlier, results), what + ": differs from what one worker computes");
          first = Optional.of(earlier);
          checkInPlace(kernel, memory, crew, what, earlier);
        }
      }
    }
    return true;
  }

  /** Runs with the result over each operand for which the kernel says that it may lie there. */
  private static void checkInPlace(
      Kernel kernel, Memory memory, Workers crew, String what, List<MemorySegment> expected) {
    for (int operand = 0; operand < memory.inputs.size(); operand++) {
      if (memory.canTakeTheResult(operand) && kernel.worksInPlace(operand)) {
        MemorySegment place = memory.buffers.input(operand);
        kernel.run(memory.withResultOver(operand), crew);
        require(
            same(
                memory.test,
                expected,
                List.of(MemorySegment.ofArray(place.toArray(ValueLayout.JAVA_BYTE)))),
            what + ": differs with the result over operand " + operand);
        memory.tensors.get(operand).write(place);
      }
    }
  }

  /** Runs twice, since what the first run leaves in scratch memory must not matter. */
  private static List<MemorySegment> run(Kernel kernel, Memory memory, Workers crew, String what) {
    List<MemorySegment> before = List.of();
    for (int run = 0; run < 2; run++) {
      try {
        kernel.run(memory.buffers, crew);
      } catch (RuntimeException failed) {
        throw new AssertionError(what + ": " + failed, failed);
      }
      List<MemorySegment> after = memory.copyResults();
      require(run == 0 || same(memory.test, before, after), what + ": the second run differs");
      before = after;
    }
    for (int i = 0; i < memory.results.size(); i++) {
      require(memory.results.get(i).isIntact(), what + ": wrote beyond result " + i);
    }
    for (int i = 0; i < memory.inputs.size(); i++) {
      MemorySegment given = GuardedMemory.of(memory.tensors.get(i)).segment();
      require(
          memory.inputs.get(i).isIntact() && memory.inputs.get(i).segment().mismatch(given) == -1,
          what + ": wrote to operand " + i);
    }
    return before;
  }

  /**
   * Bit for bit, but for NaN: of two of them a sum keeps one, and the compiler may swap operands.
   */
  private static boolean same(
      OperatorCase test, List<MemorySegment> first, List<MemorySegment> second) {
    return IntStream.range(0, first.size())
        .allMatch(
            i ->
                first.get(i).mismatch(second.get(i)) == -1
                    || same(
                        Tensor.read(test.node().results().get(i).type(), first.get(i)),
                        Tensor.read(test.node().results().get(i).type(), second.get(i))));
  }

  private static boolean same(Tensor a, Tensor b) {
    return a.isFloat()
        && IntStream.range(0, a.count()).allMatch(i -> Double.compare(a.real(i), b.real(i)) == 0);
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new AssertionError(message);
    }
  }

  /** The memory of one run and what a kernel may ask for while it is made. */
  private static final class Memory implements KernelContext {
    /** Kernels keep addresses only; what they were given lives as long as this. */
    private final Arena arena = Arena.ofAuto();

    private final OperatorCase test;
    private final int workers;
    private final List<Tensor> tensors;
    private final List<GuardedMemory> inputs = new ArrayList<>();
    private final List<GuardedMemory> results = new ArrayList<>();
    private final Buffers buffers;
    private final Map<Value, MemorySegment> constants = new HashMap<>();
    private final MachineCode machineCode = new MachineCode();

    Memory(OperatorCase test, int workers) {
      this.test = test;
      this.workers = workers;
      tensors = test.operands().inOrderOf(test.node().operator()).flat();
      List<Value> values = test.node().operands().flat();
      buffers = new Buffers(values.size(), test.node().results().size());
      for (int i = 0; i < values.size(); i++) {
        GuardedMemory input = GuardedMemory.of(tensors.get(i));
        inputs.add(input);
        if (test.constants().get(i)) {
          constants.put(values.get(i), GuardedMemory.of(tensors.get(i)).segment());
        } else {
          buffers.setInput(i, input.segment());
        }
      }
      for (Value value : test.node().results()) {
        GuardedMemory result = GuardedMemory.forResult(value.type().byteLength());
        buffers.setOutput(results.size(), result.segment());
        results.add(result);
      }
    }

    /** As a plan does it. Where the kernel saw constants while it was made there is rubbish now. */
    void bindConstants(Kernel kernel) {
      constants.values().forEach(data -> data.fill((byte) 0x5a));
      for (int i = 0; i < inputs.size(); i++) {
        if (test.constants().get(i) && kernel.reads(i)) {
          buffers.setInput(i, inputs.get(i).segment());
        }
      }
    }

    /** Whether a plan may put the result over an operand. */
    boolean canTakeTheResult(int operand) {
      MLOperandDescriptor type = test.node().operands().flat().get(operand).type();
      MLOperandDescriptor result = test.node().results().getFirst().type();
      return results.size() == 1
          && !test.constants().get(operand)
          && type.elementCount() == result.elementCount()
          && type.dataType().bits() == result.dataType().bits();
    }

    Buffers withResultOver(int operand) {
      Buffers shared = new Buffers(inputs.size(), 1);
      for (int i = 0; i < inputs.size(); i++) {
        shared.setInput(i, buffers.input(i));
      }
      shared.setOutput(0, buffers.input(operand));
      return shared;
    }

    List<MemorySegment> copyResults() {
      return results.stream()
          .map(result -> MemorySegment.ofArray(result.segment().toArray(ValueLayout.JAVA_BYTE)))
          .toList();
    }

    @Override
    public int workers() {
      return workers;
    }

    @Override
    public Optional<MemorySegment> constant(Value value) {
      return Optional.ofNullable(constants.get(value)).map(MemorySegment::asReadOnly);
    }

    @Override
    public MemorySegment allocate(long bytes) {
      return arena.allocate(bytes, 64);
    }

    @Override
    public MachineCode machineCode() {
      return machineCode;
    }
  }
}
