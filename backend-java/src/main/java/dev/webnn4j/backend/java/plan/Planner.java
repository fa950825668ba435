package dev.webnn4j.backend.java.plan;

import dev.webnn4j.MLInputOperandLayout;
import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.backend.java.kernel.KernelTable;
import dev.webnn4j.backend.java.kernel.x64.Isa;
import dev.webnn4j.backend.java.kernel.x64.MachineCode;
import dev.webnn4j.graph.Graph;
import dev.webnn4j.graph.Node;
import dev.webnn4j.graph.Value;
import dev.webnn4j.spi.TensorMemory;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns a compiled graph into steps: chooses kernels, then places every value in memory. */
public final class Planner {
  private final Graph graph;
  private final Arena arena;
  private final KernelTable table;
  private final Optional<MachineCode> machineCode;
  private final int workers;
  private final Aliases aliases;
  private final List<Value> inputs;
  private final List<Value> outputs;
  private final List<Step> steps = new ArrayList<>();
  private final Map<Value, Integer> madeBy = new HashMap<>();
  private final Map<Value, MemorySegment> kept = new HashMap<>();
  private final PlanContext context = new PlanContext();

  /**
   * @param isa what machine code is written for, if the table has kernels in machine code
   * @param arena owns the plan's memory; closed when the plan is no longer run
   */
  public Planner(Graph graph, KernelTable table, Optional<Isa> isa, int workers, Arena arena) {
    this.graph = graph;
    this.table = table;
    this.machineCode = isa.map(MachineCode::new);
    this.workers = workers;
    this.arena = arena;
    this.aliases = new Aliases(graph);
    this.inputs = List.copyOf(graph.inputs().values());
    this.outputs = List.copyOf(graph.outputs().values());
  }

  public ExecutionPlan plan() {
    chooseKernels();
    List<MemoryPlan.Lifetime> lifetimes = lifetimes();
    MemoryPlan memory = MemoryPlan.of(lifetimes, new InPlace(lifetimes, aliases).find(steps));
    MemorySegment space = TensorMemory.allocate(arena, memory.size());
    List<ExecutionPlan.Border> borders = new ArrayList<>();
    for (Step step : steps) {
      bind(step, memory, space, borders);
    }
    List<ExecutionPlan.Copy> copies = copies();
    return new ExecutionPlan(
        List.copyOf(steps),
        List.copyOf(borders),
        List.copyOf(copies),
        memory,
        context.allocated,
        constantBytes());
  }

  private void chooseKernels() {
    ImageLayouts layouts = new ImageLayouts();
    for (Node node : graph.nodes()) {
      if (aliases.isAlias(node)) {
        layouts.add(node);
      } else {
        table.choose(node, context).forEach(choice -> addStep(choice, layouts.add(choice.node())));
      }
    }
    machineCode.ifPresent(code -> code.seal(arena));
  }

  private void addStep(KernelTable.Choice choice, Optional<MLInputOperandLayout> layout) {
    Node node = choice.node();
    node.results().forEach(result -> madeBy.put(result, steps.size()));
    Buffers buffers = new Buffers(node.operands().flat().size(), node.results().size());
    steps.add(new Step(choice, buffers, layout));
  }

  /** The lives of the values that need memory of the arena. */
  private List<MemoryPlan.Lifetime> lifetimes() {
    Map<Value, Integer> lastUse = new LinkedHashMap<>();
    for (int i = 0; i < steps.size(); i++) {
      for (Value result : steps.get(i).node().results()) {
        lastUse.put(result, i);
      }
      for (Value operand : steps.get(i).node().operands().flat()) {
        lastUse.put(aliases.root(operand), i);
      }
    }
    List<MemoryPlan.Lifetime> lifetimes = new ArrayList<>();
    lastUse.forEach(
        (value, last) -> {
          if (madeBy.containsKey(value) && !outputs.contains(value)) {
            lifetimes.add(new MemoryPlan.Lifetime(value, madeBy.get(value), last));
          }
        });
    return lifetimes;
  }

  private void bind(
      Step step, MemoryPlan memory, MemorySegment space, List<ExecutionPlan.Border> borders) {
    Buffers buffers = step.buffers();
    List<Value> operands = step.node().operands().flat();
    for (int i = 0; i < operands.size(); i++) {
      Value root = aliases.root(operands.get(i));
      if (graph.isConstant(root)) {
        if (step.choice().kernel().reads(i)) {
          buffers.setInput(i, keep(root));
        }
      } else if (inputs.contains(root)) {
        borders.add(new ExecutionPlan.InputOperand(buffers, i, inputs.indexOf(root)));
      } else if (outputs.contains(root)) {
        borders.add(new ExecutionPlan.OutputOperand(buffers, i, outputs.indexOf(root)));
      } else {
        buffers.setInput(i, place(root, memory, space));
      }
    }
    List<Value> results = step.node().results();
    for (int i = 0; i < results.size(); i++) {
      if (outputs.contains(results.get(i))) {
        borders.add(new ExecutionPlan.OutputResult(buffers, i, outputs.indexOf(results.get(i))));
      } else {
        buffers.setOutput(i, place(results.get(i), memory, space));
      }
    }
  }

  private static MemorySegment place(Value value, MemoryPlan memory, MemorySegment space) {
    return space.asSlice(memory.offsets().get(value), value.type().byteLength());
  }

  /** A constant in memory of the plan's own, since the graph's goes when it is compiled. */
  private MemorySegment keep(Value constant) {
    return kept.computeIfAbsent(
        constant,
        value -> {
          MemorySegment data = graph.constants().get(value);
          return TensorMemory.allocate(arena, data.byteSize()).copyFrom(data).asReadOnly();
        });
  }

  private long constantBytes() {
    return kept.values().stream().mapToLong(MemorySegment::byteSize).sum();
  }

  private List<ExecutionPlan.Copy> copies() {
    List<ExecutionPlan.Copy> copies = new ArrayList<>();
    for (int i = 0; i < outputs.size(); i++) {
      Value value = outputs.get(i);
      Value root = aliases.root(value);
      long bytes = value.type().byteLength();
      if (graph.isConstant(root)) {
        copies.add(new ExecutionPlan.CopyConstant(keep(root), i));
      } else if (inputs.contains(root)) {
        copies.add(new ExecutionPlan.CopyInput(inputs.indexOf(root), i, bytes));
      } else if (outputs.indexOf(value) != i) {
        copies.add(new ExecutionPlan.CopyOutput(outputs.indexOf(value), i, bytes));
      }
    }
    return copies;
  }

  private final class PlanContext implements KernelContext {
    /** Kernels ask for many little pieces, each of which an arena would free by itself. */
    private static final long BLOCK = 64 << 10;

    private MemorySegment block = MemorySegment.NULL;
    private long usedOfBlock;
    private long allocated;

    @Override
    public MachineCode machineCode() {
      return machineCode.orElseThrow(
          () -> new IllegalStateException("this engine writes no machine code"));
    }

    @Override
    public int workers() {
      return workers;
    }

    @Override
    public Optional<MemorySegment> constant(Value value) {
      return graph.constant(aliases.root(value));
    }

    @Override
    public MemorySegment allocate(long bytes) {
      allocated += bytes;
      long room = TensorMemory.aligned(bytes) + TensorMemory.ALIGNMENT;
      if (room > BLOCK / 8) {
        return TensorMemory.allocate(arena, bytes);
      }
      if (usedOfBlock + room > block.byteSize()) {
        block = TensorMemory.allocate(arena, BLOCK);
        usedOfBlock = 0;
      }
      MemorySegment piece = block.asSlice(usedOfBlock, bytes);
      usedOfBlock += room;
      return piece;
    }
  }
}
