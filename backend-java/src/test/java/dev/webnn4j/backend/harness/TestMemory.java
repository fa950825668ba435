package dev.webnn4j.backend.harness;

import dev.webnn4j.backend.java.kernel.Buffers;
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
  private final GuardedContext context;
  private final List<Tensor> tensors;
  private final List<GuardedMemory> inputs = new ArrayList<>();
  private final List<GuardedMemory> results = new ArrayList<>();
  private final Buffers buffers;

  /**
   * @param isa for kernels in machine code
   */
  TestMemory(OperatorCase test, int workers, GuardedMemory.Guard guard, Optional<Isa> isa) {
    Map<Value, MemorySegment> constants = new HashMap<>();
    context = new GuardedContext(workers, guard, isa, constants);
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
