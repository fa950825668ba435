package dev.webnn4j.backend.harness;

import dev.webnn4j.backend.harness.GuardedMemory.Guard;
import dev.webnn4j.backend.java.exec.Workers;
import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.Kernel;
import dev.webnn4j.backend.java.kernel.KernelTable;
import dev.webnn4j.backend.java.kernel.Tier;
import dev.webnn4j.backend.java.kernel.x64.Isa;
import dev.webnn4j.backend.java.kernel.x64.X64;
import dev.webnn4j.backend.java.op.Decompositions;
import dev.webnn4j.backend.reference.Tensor;
import dev.webnn4j.op.Operator;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Runs a case in every tier, in machine code with every instruction set there is: with one worker,
 * with two backwards and with three threads; and compares with the reference. The scalar tier may
 * refuse only what stands for other operators.
 *
 * <p>All memory of a kernel ends at a guard page in the first run, begins behind one in the second
 * and lies between guard bytes in the third. To touch a guard page ends the JVM; {@link Trace} says
 * how to find the case. The Vector API's masked loads do not touch lanes they leave out.
 */
public final class KernelHarness {
  private static final KernelTable TABLE =
      new KernelTable(Collections.max(EnumSet.allOf(Tier.class)));

  private record Crew(Workers workers, Guard guard) {}

  private static final List<Crew> CREWS =
      List.of(
          new Crew(Workers.single(), Guard.PAGE_BEHIND),
          new Crew(TestWorkers.backwards(2), Guard.PAGE_BEFORE),
          new Crew(TestWorkers.threads(3), Guard.BYTES));

  /** A way to run a case. */
  private record Subject(
      String name, KernelFactory factory, Optional<Isa> isa, boolean mayRefuse) {}

  static {
    if (!GuardPages.areSupported()) {
      System.out.println("kernels are tested without guard pages here, between guard bytes only");
    }
    X64.obstacle()
        .ifPresent(reason -> System.out.println("the x64 tier is not tested here: " + reason));
  }

  private KernelHarness() {}

  /**
   * The tiers that ran the case.
   *
   * @throws AssertionError if a tier is wrong, or refuses what it must take
   */
  public static List<Tier> check(OperatorCase test) {
    List<Tier> ran = new ArrayList<>();
    Verdict verdict = Verdict.of(test);
    for (Tier tier : Tier.values()) {
      List<Subject> subjects = subjects(tier, test.node().operator());
      long accepting = subjects.stream().filter(subject -> check(subject, test, verdict)).count();
      if (accepting > 0) {
        ran.add(tier);
      }
    }
    return ran;
  }

  private static List<Subject> subjects(Tier tier, Operator operator) {
    boolean mayRefuse = tier != Tier.SCALAR || Decompositions.operators().contains(operator);
    KernelFactory factory = (node, context) -> TABLE.offer(tier, node, context);
    return tier == Tier.X64
        ? X64.available().stream()
            .map(isa -> new Subject(tier + " " + isa, factory, Optional.of(isa), mayRefuse))
            .toList()
        : List.of(new Subject(tier.toString(), factory, Optional.empty(), mayRefuse));
  }

  /**
   * Checks the kernels of one factory, which must not refuse.
   *
   * @throws AssertionError if they are wrong
   */
  public static void check(KernelFactory factory, OperatorCase test) {
    check(new Subject("kernel", factory, Optional.empty(), false), test, Verdict.of(test));
  }

  /** Whether the subject took the case. */
  private static boolean check(Subject subject, OperatorCase test, Verdict verdict) {
    Optional<List<MemorySegment>> first = Optional.empty();
    for (Crew crew : CREWS) {
      try (TestMemory memory =
          new TestMemory(test, crew.workers().count(), crew.guard(), subject.isa())) {
        switch (subject.factory().offer(test.node(), memory.context())) {
          case Candidate.Refused(String reason) -> {
            require(subject.mayRefuse(), subject.name() + " refuses " + test + ": " + reason);
            return false;
          }
          case Candidate.Accepted(String name, Kernel kernel) -> {
            memory.context().seal();
            memory.bindConstants(kernel);
            String what =
                subject.name() + " " + name + ", " + crew.workers().count() + " workers, " + test;
            List<MemorySegment> results = run(kernel, test, memory, crew, what);
            if (first.isEmpty()) {
              verdict.require(what, results);
            }
            List<MemorySegment> earlier = first.orElse(results);
            require(same(test, earlier, results), what + ": differs from what one worker computes");
            first = Optional.of(earlier);
            checkInPlace(kernel, test, memory, crew, what, earlier);
          }
        }
      }
    }
    return true;
  }

  /** Runs with the result over each operand for which the kernel says that it may lie there. */
  private static void checkInPlace(
      Kernel kernel,
      OperatorCase test,
      TestMemory memory,
      Crew crew,
      String what,
      List<MemorySegment> expected) {
    for (int operand = 0; operand < memory.operands(); operand++) {
      if (memory.canTakeTheResult(operand) && kernel.worksInPlace(operand)) {
        MemorySegment place = memory.buffers().input(operand);
        kernel.run(memory.withResultOver(operand), crew.workers());
        require(
            same(
                test,
                expected,
                List.of(MemorySegment.ofArray(place.toArray(ValueLayout.JAVA_BYTE)))),
            what + ": differs with the result over operand " + operand);
        memory.restore(operand);
      }
    }
  }

  /** Runs twice, since what the first run leaves in scratch memory must not matter. */
  private static List<MemorySegment> run(
      Kernel kernel, OperatorCase test, TestMemory memory, Crew crew, String what) {
    List<MemorySegment> before = List.of();
    Trace.starts(what + ", " + crew.guard());
    for (int run = 0; run < 2; run++) {
      try {
        kernel.run(memory.buffers(), crew.workers());
      } catch (RuntimeException failed) {
        throw new AssertionError(what + ": " + failed, failed);
      }
      List<MemorySegment> after = memory.copyResults();
      require(run == 0 || same(test, before, after), what + ": the second run differs");
      before = after;
    }
    memory
        .trespass()
        .ifPresent(
            trespass -> {
              throw new AssertionError(what + ": " + trespass);
            });
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
}
