package dev.webnn4j.backend.harness;

import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.Kernel;
import dev.webnn4j.backend.java.kernel.x64.Isa;
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

/** The operands and results of one kernel, guarded as all that it allocates. */
final class TestMemory implements AutoCloseable {
  private final OperatorCase test;
  private final GuardedContext context;
  private final List<Tensor> tensors;
  private final List<GuardedMemory> inputs = new ArrayList<>();
  private final List<GuardedMemory> results = new ArrayList<>();
  private final Buffers buffers;

  /** What the kernel sees of constants while it is made. */
  private final Map<Value, MemorySegment> constants = new HashMap<>();

  /**
   * @param isa for kernels in machine code
   */
  TestMemory(OperatorCase test, int workers, GuardedMemory.Guard guard, Optional<Isa> isa) {
    this.test = test;
    context = new GuardedContext(workers, guard, isa, constants);
    tensors = test.operands().inOrderOf(test.node().operator()).flat();
    List<Value> values = test.node().operands().flat();
    buffers = new Buffers(values.size(), test.node().results().size());
    for (int i = 0; i < values.size(); i++) {
      GuardedMemory input = GuardedMemory.of(tensors.get(i), guard);
      inputs.add(input);
      if (test.constants().get(i)) {
        MemorySegment copy = Arena.ofAuto().allocate(input.segment().byteSize(), Long.BYTES);
        constants.put(values.get(i), copy.copyFrom(input.segment()));
      } else {
        buffers.setInput(i, input.segment());
      }
    }
    for (Value value : test.node().results()) {
      GuardedMemory result = GuardedMemory.of(value.type().byteLength(), guard);
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

  int operands() {
    return inputs.size();
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

  /** Gives an operand its elements again. */
  void restore(int operand) {
    tensors.get(operand).write(inputs.get(operand).segment());
  }

  Buffers buffers() {
    return buffers;
  }

  /** What the kernel may use while it is made. */
  GuardedContext context() {
    return context;
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
    return context.isIntact()
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
  public void close() {
    context.close();
    inputs.forEach(GuardedMemory::close);
    results.forEach(GuardedMemory::close);
  }
}
