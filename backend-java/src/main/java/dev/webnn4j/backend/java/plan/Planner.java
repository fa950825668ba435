package dev.webnn4j.backend.java.plan;

import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.backend.java.kernel.KernelTable;
import dev.webnn4j.backend.java.kernel.x64.Isa;
import dev.webnn4j.backend.java.kernel.x64.MachineCode;
import dev.webnn4j.graph.Graph;
import dev.webnn4j.graph.Node;
import dev.webnn4j.graph.Value;
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
  private static final long ALIGNMENT = 64;

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
    MemoryPlan memory = MemoryPlan.of(lifetimes());
    MemorySegment space = arena.allocate(Math.max(memory.size(), ALIGNMENT), ALIGNMENT);
    List<ExecutionPlan.Border> borders = new ArrayList<>();
    for (Step step : steps) {
      bind(step, memory, space, borders);
    }
    return new ExecutionPlan(
        List.copyOf(steps), List.copyOf(borders), List.copyOf(copies()), memory);
  }

  private void chooseKernels() {
    KernelContext context = new PlanContext();
    for (Node node : graph.nodes()) {
      if (aliases.isAlias(node)) {
        continue;
      }
      int operands = node.operands().flat().size();
      node.results().forEach(result -> madeBy.put(result, steps.size()));
      steps.add(
          new Step(
              node, table.choose(node, context), new Buffers(operands, node.results().size())));
    }
    machineCode.ifPresent(code -> code.seal(arena));
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
        buffers.setInput(i, graph.constants().get(root));
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

  private List<ExecutionPlan.Copy> copies() {
    List<ExecutionPlan.Copy> copies = new ArrayList<>();
    for (int i = 0; i < outputs.size(); i++) {
      Value value = outputs.get(i);
      Value root = aliases.root(value);
      long bytes = value.type().byteLength();
      if (graph.isConstant(root)) {
        copies.add(new ExecutionPlan.CopyConstant(graph.constants().get(root), i));
      } else if (inputs.contains(root)) {
        copies.add(new ExecutionPlan.CopyInput(inputs.indexOf(root), i, bytes));
      } else if (outputs.indexOf(value) != i) {
        copies.add(new ExecutionPlan.CopyOutput(outputs.indexOf(value), i, bytes));
      }
    }
    return copies;
  }

  private final class PlanContext implements KernelContext {
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
      return arena.allocate(bytes, ALIGNMENT);
    }
  }
}
