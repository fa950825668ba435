package dev.webnn4j.backend.fuzz;

import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.Shape;
import dev.webnn4j.backend.harness.Draw;
import dev.webnn4j.backend.harness.Fill;
import dev.webnn4j.backend.harness.OperatorCase;
import dev.webnn4j.backend.harness.Tolerance;
import dev.webnn4j.backend.reference.Tensor;
import dev.webnn4j.graph.Graph;
import dev.webnn4j.graph.GraphRewriter;
import dev.webnn4j.graph.Value;
import dev.webnn4j.op.Attributes;
import dev.webnn4j.op.ElementwiseBinary;
import dev.webnn4j.op.ElementwiseUnary;
import dev.webnn4j.op.OperandSlot;
import dev.webnn4j.op.Operands;
import dev.webnn4j.op.Operator;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Predicate;

/** Grows a graph node by node, and remembers what each may be off by. */
final class GraphGrower {
  private static final long ALIGNMENT = 64;

  /** How far back what was made lately goes; to draw from it makes graphs deep. */
  private static final int LATELY = 30;

  private static final OperatorCase.Allowance UNSIGNED_ZEROS =
      new OperatorCase.Allowance(Tolerance.ulps(0), List.of());

  private final Draw draw;
  private final boolean laundering;
  private final GraphRewriter rewriter = new GraphRewriter();
  private final SequencedMap<String, Value> inputs = new LinkedHashMap<>();
  private final List<Tensor> data = new ArrayList<>();
  private final Set<Value> used = new HashSet<>();
  private final List<Value> made = new ArrayList<>();
  private final Map<Value, OperatorCase.Allowance> allowances = new HashMap<>();

  /**
   * @param laundering whether zeros get the sign that the reference gives them, where an operator
   *     promises none: else all that follows would be another graph in the engine
   */
  GraphGrower(Draw draw, boolean laundering) {
    this.draw = draw;
    this.laundering = laundering;
  }

  Draw draw() {
    return draw;
  }

  int size() {
    return allowances.size();
  }

  /** An input or a constant. */
  Value fresh(MLOperandDescriptor type, Fill fill) {
    Tensor tensor = fill.fill(type, draw);
    return draw.oneIn(2) ? input(tensor) : constant(tensor);
  }

  private Value input(Tensor tensor) {
    Value value = new Value(tensor.type(), "x" + inputs.size());
    inputs.put(value.name(), value);
    data.add(tensor);
    return value;
  }

  Value constant(Tensor tensor) {
    MemorySegment memory = Arena.ofAuto().allocate(tensor.type().byteLength(), ALIGNMENT);
    tensor.write(memory);
    return rewriter.constant(tensor.type(), memory);
  }

  List<Value> emit(
      Operator operator,
      Operands<Value> operands,
      Attributes attributes,
      OperatorCase.Allowance allowance) {
    List<Value> results = rewriter.emit(operator, operands, attributes, "");
    used.addAll(operands.flat());
    allowances.put(results.getFirst(), allowance);
    List<Value> clean =
        laundering && !allowance.tolerance().signedZeros()
            ? results.stream().map(this::laundered).toList()
            : results;
    made.addAll(clean);
    return clean;
  }

  /** Zero and minus zero make zero. */
  private Value laundered(Value value) {
    MLOperandDescriptor type = value.type();
    if (!type.dataType().isFloat()) {
      return value;
    }
    Value zero = constant(Tensor.ofReals(type.withShape(Shape.SCALAR), _ -> 0));
    return binary(ElementwiseBinary.ADD, value, zero);
  }

  /** What IEEE 754 has one result for. */
  Value binary(ElementwiseBinary function, Value a, Value b) {
    return emit(
            function.operator(),
            Operands.of(ElementwiseBinary.A, a, ElementwiseBinary.B, b),
            Attributes.NONE,
            OperatorCase.Allowance.NONE)
        .getFirst();
  }

  Value unary(ElementwiseUnary function, Value x) {
    return emit(function.operator(), function.input(), x, Attributes.NONE);
  }

  /** A node that moves or converts data. */
  Value emit(Operator operator, OperandSlot slot, Value operand, Attributes attributes) {
    return emit(operator, Operands.of(slot, operand), attributes, OperatorCase.Allowance.NONE)
        .getFirst();
  }

  /** A node that picks one of several numbers, among which zeros have no order. */
  Value pick(Operator operator, OperandSlot slot, Value operand, Attributes attributes) {
    return emit(operator, Operands.of(slot, operand), attributes, UNSIGNED_ZEROS).getFirst();
  }

  /** A result that is so, if there is one; the wish only counts where it can be had. */
  Optional<Value> find(Predicate<Value> must, Predicate<Value> wish) {
    List<Value> lately = made.subList(Math.max(0, made.size() - LATELY), made.size());
    List<Value> candidates = (draw.oneIn(3) ? lately : made).stream().filter(must).toList();
    List<Value> best = candidates.stream().filter(wish).toList();
    List<Value> from = best.isEmpty() ? candidates : best;
    return from.isEmpty() ? Optional.empty() : Optional.of(draw.from(from));
  }

  /** Whether nothing is made of a result yet: to prefer it ties the graph together. */
  boolean isLoose(Value value) {
    return !used.contains(value);
  }

  RandomGraph finish() {
    SequencedMap<String, Value> outputs = new LinkedHashMap<>();
    made.forEach(value -> outputs.put("y" + outputs.size(), value));
    Graph live = rewriter.finish(outputs);
    Graph graph = new Graph(inputs, live.constants(), live.nodes(), live.outputs());
    List<Value> ends = made.stream().filter(this::isLoose).toList();
    return new RandomGraph(graph, List.copyOf(data), Map.copyOf(allowances), ends);
  }
}
