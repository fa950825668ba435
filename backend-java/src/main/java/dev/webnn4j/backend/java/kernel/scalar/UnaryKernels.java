package dev.webnn4j.backend.java.kernel.scalar;

import dev.webnn4j.MLNumber;
import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.graph.Node;
import dev.webnn4j.op.Activation;
import dev.webnn4j.op.Attribute;
import dev.webnn4j.op.Clamp;
import dev.webnn4j.op.ElementwiseUnary;

/** Functions of one element: a loop on rows that are taken out of memory and put back. */
final class UnaryKernels {
  private UnaryKernels() {}

  static Candidate offer(Node node, KernelContext context) {
    ElementwiseUnary function = ElementwiseUnary.of(node.operator()).orElseThrow();
    return type(node).isFloat()
        ? ofFloats(node, context, UnaryLoops.floats(function))
        : ofIntegers(node, context, UnaryLoops.integers(function));
  }

  static Candidate activation(Node node, KernelContext context) {
    Activation function = Activation.of(node.operator()).orElseThrow();
    float alpha = parameter(node, function.alpha());
    float beta = function.beta().map(b -> parameter(node, b)).orElse(0f);
    return ofFloats(node, context, UnaryLoops.activation(function, alpha, beta));
  }

  static Candidate ofFloats(Node node, KernelContext context, UnaryLoops.FloatLoop loop) {
    return Candidate.accept("unary", new OfFloats(node, context, loop));
  }

  static Candidate ofIntegers(Node node, KernelContext context, UnaryLoops.LongLoop loop) {
    return Candidate.accept("unary", new OfIntegers(node, context, loop));
  }

  /** The type of the operand; the result has it too, or is a truth value. */
  private static MLOperandDataType type(Node node) {
    return node.operands().flat().getFirst().type().dataType();
  }

  /** As the data type of the operand holds it. */
  static float parameter(Node node, Attribute<Double> attribute) {
    return (float) MLNumber.of(node.get(attribute)).castTo(type(node)).doubleValue();
  }

  static Candidate clamp(Node node, KernelContext context) {
    MLNumber min = Clamp.min(node.attributes(), type(node));
    MLNumber max = Clamp.max(node.attributes(), type(node));
    if (type(node).isFloat()) {
      return ofFloats(
          node, context, UnaryLoops.clamp((float) min.doubleValue(), (float) max.doubleValue()));
    }
    long order = Integers.order(type(node));
    return ofIntegers(
        node, context, UnaryLoops.clamp(min.longValue() ^ order, max.longValue() ^ order, order));
  }

  private static final class OfFloats extends BlockKernel {
    private final Floats floats;
    private final FloatStore results;
    private final UnaryLoops.FloatLoop loop;
    private final float[][] rows;

    OfFloats(Node node, KernelContext context, UnaryLoops.FloatLoop loop) {
      super(node.result().type().elementCount());
      this.floats = Floats.of(type(node));
      this.results = FloatStore.to(node.result().type().dataType());
      this.loop = loop;
      this.rows = new float[context.workers()][BLOCK];
    }

    @Override
    public boolean worksInPlace(int operand) {
      return true;
    }

    @Override
    void block(Buffers buffers, int worker, long at, int count) {
      float[] row = rows[worker];
      floats.load(buffers.input(0), at, row, 0, count);
      loop.run(row, count);
      results.store(row, 0, buffers.output(), at, count);
    }
  }

  private static final class OfIntegers extends BlockKernel {
    private final Integers integers;
    private final UnaryLoops.LongLoop loop;
    private final long[][] rows;

    OfIntegers(Node node, KernelContext context, UnaryLoops.LongLoop loop) {
      super(node.result().type().elementCount());
      this.integers = Integers.of(type(node));
      this.loop = loop;
      this.rows = new long[context.workers()][BLOCK];
    }

    @Override
    public boolean worksInPlace(int operand) {
      return true;
    }

    @Override
    void block(Buffers buffers, int worker, long at, int count) {
      long[] row = rows[worker];
      integers.load(buffers.input(0), at, 1, row, 0, count);
      loop.run(row, count);
      integers.store(row, 0, buffers.output(), at, count);
    }
  }
}
