package dev.webnn4j.backend.java.kernel.scalar;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.Shape;
import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.graph.Node;
import dev.webnn4j.graph.Value;
import dev.webnn4j.op.ElementwiseBinary;
import java.util.List;

/** Functions of two elements: both operands are spread to rows of the result, then combined. */
final class BinaryKernels {
  private BinaryKernels() {}

  static Candidate offer(Node node, KernelContext context) {
    ElementwiseBinary function = ElementwiseBinary.of(node.operator()).orElseThrow();
    return offer(
        node, context, BinaryLoops.floats(function), BinaryLoops.integers(function, type(node)));
  }

  static Candidate prelu(Node node, KernelContext context) {
    return offer(node, context, BinaryLoops.preluOfFloats(), BinaryLoops.preluOfIntegers());
  }

  /** The type of both operands; the result has it too, or is the truth of a comparison. */
  private static MLOperandDataType type(Node node) {
    return node.operands().flat().getFirst().type().dataType();
  }

  /** A kernel that takes whichever loop the operands' type asks for. */
  static Candidate offer(
      Node node,
      KernelContext context,
      BinaryLoops.FloatLoop floats,
      BinaryLoops.LongLoop integers) {
    return type(node).isFloat()
        ? Candidate.accept("binary", new OfFloats(node, context, floats))
        : ofIntegers(node, context, integers);
  }

  static Candidate ofIntegers(Node node, KernelContext context, BinaryLoops.LongLoop loop) {
    return Candidate.accept("binary", new OfIntegers(node, context, loop));
  }

  private static StridedView view(Node node, int operand) {
    List<Value> operands = node.operands().flat();
    Shape result = node.result().shape();
    return StridedView.broadcast(operands.get(operand).shape(), result);
  }

  private static final class OfFloats extends BlockKernel {
    private final Floats floats;
    private final FloatStore results;
    private final BinaryLoops.FloatLoop loop;
    private final StridedView left;
    private final StridedView right;
    private final float[][] leftRows;
    private final float[][] rightRows;

    OfFloats(Node node, KernelContext context, BinaryLoops.FloatLoop loop) {
      super(node.result().type().elementCount());
      this.floats = Floats.of(type(node));
      this.results = FloatStore.to(node.result().type().dataType());
      this.loop = loop;
      left = view(node, 0);
      right = view(node, 1);
      leftRows = new float[context.workers()][BLOCK];
      rightRows = new float[context.workers()][BLOCK];
    }

    @Override
    public boolean worksInPlace(int operand) {
      return true;
    }

    @Override
    void block(Buffers buffers, int worker, long at, int count) {
      float[] a = leftRows[worker];
      float[] b = rightRows[worker];
      left.load(floats, buffers.input(0), at, a, count);
      right.load(floats, buffers.input(1), at, b, count);
      loop.run(a, b, count);
      results.store(a, 0, buffers.output(), at, count);
    }
  }

  private static final class OfIntegers extends BlockKernel {
    private final Integers integers;
    private final Integers results;
    private final BinaryLoops.LongLoop loop;
    private final StridedView left;
    private final StridedView right;
    private final long[][] leftRows;
    private final long[][] rightRows;

    OfIntegers(Node node, KernelContext context, BinaryLoops.LongLoop loop) {
      super(node.result().type().elementCount());
      this.integers = Integers.of(type(node));
      this.results = Integers.of(node.result().type().dataType());
      this.loop = loop;
      left = view(node, 0);
      right = view(node, 1);
      leftRows = new long[context.workers()][BLOCK];
      rightRows = new long[context.workers()][BLOCK];
    }

    @Override
    public boolean worksInPlace(int operand) {
      return true;
    }

    @Override
    void block(Buffers buffers, int worker, long at, int count) {
      long[] a = leftRows[worker];
      long[] b = rightRows[worker];
      left.load(integers, buffers.input(0), at, a, count);
      right.load(integers, buffers.input(1), at, b, count);
      loop.run(a, b, count);
      results.store(a, 0, buffers.output(), at, count);
    }
  }
}
