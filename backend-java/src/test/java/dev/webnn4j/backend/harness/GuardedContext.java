package dev.webnn4j.backend.harness;

import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.backend.java.kernel.x64.Isa;
import dev.webnn4j.backend.java.kernel.x64.MachineCode;
import dev.webnn4j.graph.Value;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a kernel may use while it is made, with guards around everything it allocates. */
public final class GuardedContext implements KernelContext, AutoCloseable {
  private final int workers;
  private final GuardedMemory.Guard guard;
  private final Optional<MachineCode> machineCode;
  private final Map<Value, MemorySegment> constants;
  private final Arena codeArena = Arena.ofShared();
  private final List<GuardedMemory> allocated = new ArrayList<>();

  /**
   * @param isa for kernels in machine code
   */
  GuardedContext(
      int workers,
      GuardedMemory.Guard guard,
      Optional<Isa> isa,
      Map<Value, MemorySegment> constants) {
    this.workers = workers;
    this.guard = guard;
    this.machineCode = isa.map(MachineCode::new);
    this.constants = constants;
  }

  /** For the parts of kernels in machine code: everything ends at a guard page or begins at one. */
  public static GuardedContext of(Isa isa, boolean pageBehind) {
    GuardedMemory.Guard guard =
        pageBehind ? GuardedMemory.Guard.PAGE_BEHIND : GuardedMemory.Guard.PAGE_BEFORE;
    return new GuardedContext(1, guard, Optional.of(isa), Map.of());
  }

  /** Makes the machine code ready to run, if there is any. */
  public void seal() {
    machineCode.ifPresent(code -> code.seal(codeArena));
  }

  /** Whether nobody wrote beyond what was allocated. */
  public boolean isIntact() {
    return allocated.stream().allMatch(GuardedMemory::isIntact);
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
    GuardedMemory memory = GuardedMemory.of(bytes, guard);
    allocated.add(memory);
    return memory.segment().fill((byte) 0);
  }

  @Override
  public MachineCode machineCode() {
    return machineCode.orElseThrow(
        () -> new IllegalStateException("this tier is tested without machine code"));
  }

  @Override
  public void close() {
    codeArena.close();
    allocated.forEach(GuardedMemory::close);
  }
}
