package dev.webnn4j.backend.harness;

import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.backend.java.kernel.x64.Isa;
import dev.webnn4j.backend.java.kernel.x64.MachineCode;
import dev.webnn4j.backend.reference.Tensor;
import dev.webnn4j.graph.Value;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The memory of one kernel, all of it guarded, and what it may ask for while it is made. */
final class TestMemory implements KernelContext, AutoCloseable {
  private final OperatorCase test;
  private final int workers;
  private final GuardedMemory.Guard guard;
  private final Arena codeArena = Arena.ofShared();
  private final Optional<MachineCode> machineCode;
  private final List<Tensor> tensors;
  private final List<GuardedMemory> inputs = new ArrayList<>();
  private final List<GuardedMemory> results = new ArrayList<>();
  private final List<GuardedMemory> allocated = new ArrayList<>();
  private final Map<Value, MemorySegment> constants = new HashMap<>();
  private final Buffers buffers;

  /**
   * @param isa for kernels in machine code
   */
  TestMemory(OperatorCase test, int workers, GuardedMemory.Guard guard, Optional<Isa> isa) {
    this.test = test;
    this.workers = workers;
    this.guard = guard;
    machineCode = isa.map(MachineCode::new);
    tensors = test.operands().inOrderOf(test.node().operator()).flat();
    List<Value> values = test.node().operands().flat();
    buffers = new Buffers(values.size(), test.node().results().size());
    for (int i = 0; i < values.size(); i++) {
      GuardedMemory input = GuardedMemory.of(tensors.get(i), guard);
      inputs.add(input);
      buffers.setInput(i, input.segment());
      if (test.constants().get(i)) {
        constants.put(values.get(i), input.segment().asReadOnly());
      }
    }
    for (Value value : test.node().results()) {
      GuardedMemory result = GuardedMemory.of(value.type().byteLength(), guard);
      buffers.setOutput(results.size(), result.segment());
      results.add(result);
    }
  }

  Buffers buffers() {
    return buffers;
  }

  /** Makes the kernel's machine code ready to run, if it has any. */
  void seal() {
    machineCode.ifPresent(code -> code.seal(codeArena));
  }

  List<MemorySegment> copyResults() {
    return results.stream()
        .map(result -> MemorySegment.ofArray(result.segment().toArray(ValueLayout.JAVA_BYTE)))
        .toList();
  }

  /** What a kernel wrote to and must not have, if it did. */
  Optional<String> trespass() {
    for (int i = 0; i < results.size(); i++) {
      if (!results.get(i).isIntact()) {
        return Optional.of("wrote beyond result " + i);
      }
    }
    for (int i = 0; i < inputs.size(); i++) {
      if (!inputs.get(i).isIntact() || !isAsGiven(i)) {
        return Optional.of("wrote to operand " + i);
      }
    }
    return allocated.stream().allMatch(GuardedMemory::isIntact)
        ? Optional.empty()
        : Optional.of("wrote beyond its scratch memory or packed constants");
  }

  private boolean isAsGiven(int input) {
    MemorySegment actual = inputs.get(input).segment();
    MemorySegment given = Arena.ofAuto().allocate(actual.byteSize(), Long.BYTES);
    tensors.get(input).write(given);
    return actual.mismatch(given) == -1;
  }

  @Override
  public int workers() {
    return workers;
  }

  @Override
  public Optional<MemorySegment> constant(Value value) {
    return Optional.ofNullable(constants.get(value));
  }

  @Override
  public MemorySegment allocate(long bytes) {
    GuardedMemory memory = GuardedMemory.of(bytes, guard);
    allocated.add(memory);
    return memory.segment().fill((byte) 0);
  }

  @Override
  public MachineCode machineCode() {
    return machineCode.orElseThrow(
        () -> new IllegalStateException(test + " is tested without machine code"));
  }

  @Override
  public void close() {
    codeArena.close();
    inputs.forEach(GuardedMemory::close);
    results.forEach(GuardedMemory::close);
    allocated.forEach(GuardedMemory::close);
  }
}
