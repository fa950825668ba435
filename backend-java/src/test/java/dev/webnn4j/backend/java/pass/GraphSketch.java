package dev.webnn4j.backend.java.pass;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.backend.harness.Draw;
import dev.webnn4j.graph.Graph;
import dev.webnn4j.graph.GraphRewriter;
import dev.webnn4j.graph.Value;
import dev.webnn4j.op.Attributes;
import dev.webnn4j.op.Conv2d;
import dev.webnn4j.op.ElementwiseBinary;
import dev.webnn4j.op.ElementwiseUnary;
import dev.webnn4j.op.OperandSlot;
import dev.webnn4j.op.Operands;
import dev.webnn4j.op.Operator;
import dev.webnn4j.op.Transpose;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Writes float32 graphs for the tests of passes, in few words. */
final class GraphSketch {
  private final GraphRewriter graph = new GraphRewriter();
  private final SequencedMap<String, Value> inputs = new LinkedHashMap<>();
  private final Draw draw;

  GraphSketch(long seed) {
    draw = new Draw(seed);
  }

  Draw draw() {
    return draw;
  }

  private static MLOperandDescriptor type(int... shape) {
    return MLOperandDescriptor.of(MLOperandDataType.FLOAT32, shape);
  }

  Value input(int... shape) {
    Value value = new Value(type(shape), "x" + inputs.size());
    inputs.put(value.name(), value);
    return value;
  }

  /** A constant with random elements of -1 to 1. */
  Value constant(int... shape) {
    return constant(-1, 1, shape);
  }

  private Value constant(double from, double to, int... shape) {
    MLOperandDescriptor type = type(shape);
    MemorySegment data = Arena.ofAuto().allocate(type.byteLength(), 64);
    for (long i = 0; i < type.elementCount(); i++) {
      data.setAtIndex(ValueLayout.JAVA_FLOAT, i, (float) draw.uniform(from, to));
    }
    return graph.constant(type, data);
  }

  /** A constant with random elements of 0.5 to 2. */
  Value positive(int... shape) {
    return constant(0.5, 2, shape);
  }

  /** A constant of rank 0. */
  Value scalar(float value) {
    MemorySegment data = Arena.ofAuto().allocate(4, 64);
    data.set(ValueLayout.JAVA_FLOAT, 0, value);
    return graph.constant(type(), data);
  }

  /** A constant of rank 0 of any type, all but the first of its bytes zero. */
  Value scalar(MLOperandDataType dataType, byte first) {
    MLOperandDescriptor type = MLOperandDescriptor.of(dataType);
    MemorySegment data = Arena.ofAuto().allocate(type.byteLength(), 64);
    data.set(ValueLayout.JAVA_BYTE, 0, first);
    return graph.constant(type, data);
  }

  Value emit(Operator operator, Operands<Value> operands, Attributes attributes) {
    return emitAll(operator, operands, attributes).getFirst();
  }

  List<Value> emitAll(Operator operator, Operands<Value> operands, Attributes attributes) {
    return graph.emit(operator, operands, attributes, "");
  }

  Value emit(Operator operator, OperandSlot slot, Value operand) {
    return emit(operator, Operands.of(slot, operand), Attributes.NONE);
  }

  Value add(Value a, Value b) {
    return binary(ElementwiseBinary.ADD, a, b);
  }

  Value binary(ElementwiseBinary function, Value a, Value b) {
    return emit(
        function.operator(),
        Operands.of(ElementwiseBinary.A, a, ElementwiseBinary.B, b),
        Attributes.NONE);
  }

  /** A convolution of [N, C, H, W] with a window of 1x1. */
  Value pointwise(Value x, int outputs) {
    return emit(
        Conv2d.OPERATOR,
        Operands.of(Conv2d.INPUT, x, Conv2d.FILTER, constant(outputs, x.shape().dim(1), 1, 1)),
        Attributes.NONE);
  }

  Value relu(Value x) {
    return emit(ElementwiseUnary.RELU.operator(), ElementwiseUnary.RELU.input(), x);
  }

  Value transpose(Value x, List<Long> permutation) {
    return emit(
        Transpose.OPERATOR,
        Operands.of(Transpose.INPUT, x),
        Attributes.of(Transpose.PERMUTATION, permutation));
  }

  Graph outputs(Value... values) {
    SequencedMap<String, Value> outputs = new LinkedHashMap<>();
    for (Value value : values) {
      outputs.put("y" + outputs.size(), value);
    }
    Graph live = graph.finish(outputs);
    return new Graph(inputs, live.constants(), live.nodes(), live.outputs());
  }

  /** How often an operator stands in a graph. */
  static long count(Graph graph, Operator operator) {
    return graph.nodes().stream().filter(node -> node.operator() == operator).count();
  }

  /** The names of the operators of a graph, in order. */
  static List<String> names(Graph graph) {
    return graph.nodes().stream().map(node -> node.operator().name()).toList();
  }
}
