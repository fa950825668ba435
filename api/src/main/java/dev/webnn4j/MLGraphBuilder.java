package dev.webnn4j;

import dev.webnn4j.graph.Graph;
import dev.webnn4j.graph.GraphRewriter;
import dev.webnn4j.graph.Value;
import dev.webnn4j.op.Attributes;
import dev.webnn4j.op.Operands;
import dev.webnn4j.op.Operator;
import dev.webnn4j.spi.TensorMemory;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.Buffer;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Builds one graph. The methods of the operators are inherited: {@link ElementwiseMethods}, {@link
 * ImageMethods}, {@link IndexMethods}, {@link LogicalMethods}, {@link MatrixMethods}, {@link
 * NormalizationMethods}, {@link QuantizationMethods}, {@link RecurrentMethods}, {@link
 * ReductionMethods}, {@link ShapeMethods}.
 *
 * <p>Every method throws IllegalStateException once the graph is built or the context closed, and
 * IllegalArgumentException if an operand belongs to another builder or the operator's rules are
 * broken. Not safe for use by several threads.
 */
public final class MLGraphBuilder
    implements ElementwiseMethods,
        ImageMethods,
        IndexMethods,
        LogicalMethods,
        MatrixMethods,
        NormalizationMethods,
        QuantizationMethods,
        RecurrentMethods,
        ReductionMethods,
        ShapeMethods {
  private final MLContext context;
  private final GraphRewriter graph = new GraphRewriter();
  private final Map<Value, String> inputNames = new LinkedHashMap<>();
  private final Set<Value> constants = new HashSet<>();

  /** Where the constants are until the engine has taken what it needs of them. */
  private final Arena memory = Arena.ofShared();

  private final Resource constantMemory = new Resource(this, memory::close);
  private boolean hasBuilt;

  public MLGraphBuilder(MLContext context) {
    context.requireOpen();
    this.context = context;
  }

  /**
   * A value that each dispatch gives. What has the same name and type as an earlier input is that
   * input: the specification refuses it, but web-platform-tests name inputs again.
   *
   * @param name not empty; inputs of one name that the outputs depend on are of one type
   */
  public MLOperand input(String name, MLOperandDescriptor descriptor) {
    requireCanBuild();
    if (name.isEmpty()) {
      throw new IllegalArgumentException("the name of an input must not be empty");
    }
    Limits.check("input '" + name + "' of", descriptor);
    Value value =
        inputNames.keySet().stream()
            .filter(given -> given.name().equals(name) && given.type().equals(descriptor))
            .findFirst()
            .orElseGet(() -> new Value(descriptor, name));
    inputNames.put(value, name);
    return new MLOperand(this, value);
  }

  /** A constant; the data, dense in native byte order, is copied. */
  public MLOperand constant(MLOperandDescriptor descriptor, MemorySegment data) {
    requireCanBuild();
    Limits.check("a constant of", descriptor);
    MemorySegment source = HostData.of(descriptor, data);
    MemorySegment copy = TensorMemory.allocate(memory, source.byteSize()).copyFrom(source);
    return constantOf(descriptor, copy.asReadOnly());
  }

  /** A constant of float32. */
  public MLOperand constant(MLOperandDescriptor descriptor, float... data) {
    return constant(descriptor, HostData.of(descriptor, data));
  }

  /** A constant of 32-bit integers. */
  public MLOperand constant(MLOperandDescriptor descriptor, int... data) {
    return constant(descriptor, HostData.of(descriptor, data));
  }

  /** A constant of what lies between a buffer's position and limit. */
  public MLOperand constant(MLOperandDescriptor descriptor, Buffer data) {
    return constant(descriptor, HostData.of(descriptor, data));
  }

  /** A scalar constant; the number is cast to the type. */
  public MLOperand constant(MLOperandDataType type, MLNumber value) {
    MLOperandDescriptor scalar = new MLOperandDescriptor(type, Shape.SCALAR);
    MemorySegment data = MemorySegment.ofArray(new byte[(int) scalar.byteLength()]);
    Elements.set(type, data, 0, value);
    return constant(scalar, data);
  }

  /** A scalar constant. */
  public MLOperand constant(MLOperandDataType type, double value) {
    return constant(type, MLNumber.of(value));
  }

  /** A constant made by {@link MLContext#createConstantTensor}; shares its memory. */
  public MLOperand constant(MLTensor tensor) {
    requireCanBuild();
    context.requireOwn(tensor);
    if (!tensor.isConstant()) {
      throw new IllegalArgumentException("the tensor " + tensor.type() + " is not a constant");
    }
    return constant(tensor.type(), tensor.memory());
  }

  private MLOperand constantOf(MLOperandDescriptor descriptor, MemorySegment data) {
    Value value = graph.constant(descriptor, data);
    constants.add(value);
    return new MLOperand(this, value);
  }

  /** Adds an operation of any operator; the operators' own methods end here. */
  @Override
  public List<MLOperand> call(
      Operator operator, Operands<MLOperand> operands, Attributes attributes, String label) {
    requireCanBuild();
    if (operator.isExtension() && !context.options().extensions()) {
      throw new IllegalArgumentException(
          operator.name() + " is an extension, and the context was created without them");
    }
    String prefix = operator.name() + (label.isEmpty() ? "" : " [" + label + "]");
    Operands<Value> values = operands.map(operand -> own(prefix, operand));
    return graph.emit(operator, values, attributes, label).stream()
        .map(value -> new MLOperand(this, value))
        .toList();
  }

  private Value own(String what, MLOperand operand) {
    if (operand.builder() != this) {
      throw new IllegalArgumentException(
          what + ": the operand " + operand + " belongs to another builder");
    }
    return operand.value();
  }

  /**
   * Compiles the graph of these outputs; the builder is done with then. After an invalid argument
   * it can still be used.
   *
   * @throws MLOperationException if the engine fails
   */
  public MLGraph build(Map<String, MLOperand> outputs) {
    return Timeline.await(buildAsync(outputs));
  }

  /** The same as {@link #build}, compiled on the context's own thread. */
  public CompletableFuture<MLGraph> buildAsync(Map<String, MLOperand> outputs) {
    Graph built = graph(outputs);
    hasBuilt = true;
    return context.compile(built, this::freeConstants);
  }

  /**
   * Keeps the builder reachable, too, lest it be collected with its constants while they are read.
   */
  private void freeConstants() {
    constantMemory.free();
  }

  /**
   * The graph of these outputs as {@link #build} would compile it, for who writes or looks at
   * graphs: with the inputs, constants and operations that the outputs depend on. Builds nothing;
   * the builder can be used on.
   */
  public Graph graph(Map<String, MLOperand> outputs) {
    requireCanBuild();
    if (outputs.isEmpty()) {
      throw new IllegalArgumentException("build: a graph needs at least one output");
    }
    outputs.forEach(
        (name, operand) -> {
          if (name.isEmpty()) {
            throw new IllegalArgumentException("build: the name of an output must not be empty");
          }
          Value value = own("build", Objects.requireNonNull(operand));
          if (inputNames.containsKey(value) || constants.contains(value)) {
            throw new IllegalArgumentException(
                "build: output '" + name + "' is an input or a constant; use identity");
          }
        });
    SequencedMap<String, Value> values = new LinkedHashMap<>();
    outputs.forEach((name, operand) -> values.put(name, operand.value()));
    Graph live = graph.finish(values);
    return new Graph(reachableInputs(live), live.constants(), live.nodes(), live.outputs());
  }

  /** Inputs that no output depends on are no inputs of the graph. */
  private SequencedMap<String, Value> reachableInputs(Graph live) {
    Set<Value> used = new HashSet<>();
    live.nodes().forEach(node -> used.addAll(node.operands().flat()));
    SequencedMap<String, Value> inputs = new LinkedHashMap<>();
    inputNames.forEach(
        (value, name) -> {
          if (used.contains(value) && inputs.put(name, value) != null) {
            throw new IllegalArgumentException(
                "build: two inputs of different types are called '" + name + "'");
          }
        });
    return inputs;
  }

  MLContext context() {
    return context;
  }

  private void requireCanBuild() {
    if (hasBuilt) {
      throw new IllegalStateException("the builder has built its graph already");
    }
    context.requireOpen();
  }
}
