package dev.webnn4j.backend.java.kernel.scalar;

import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.Shape;
import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.backend.java.kernel.TransposedCopy;
import dev.webnn4j.graph.Node;
import dev.webnn4j.op.Expand;
import dev.webnn4j.op.Reverse;
import dev.webnn4j.op.Slice;
import dev.webnn4j.op.Tile;
import dev.webnn4j.op.Transpose;
import java.util.Arrays;

/**
 * Elements that move by strides: a step along an axis of the result is a step of some length in the
 * input. So are axes swapped, repeated, cut, thinned out and turned round.
 */
final class StridedCopyKernel extends PartsByShape {
  private static final long ELEMENTS_OF_PART = 1 << 14;

  /**
   * How an operator reads its input.
   *
   * @param view the input in the order of the result
   * @param origin the element of the input that comes first
   */
  private record Reading(StridedView view, long origin) {}

  private final Words words;
  private final StridedView view;
  private final long origin;
  private final long elements;
  private final long elementsOfPart;

  /** For each worker, if matrices are transposed. */
  private final TransposedCopy[] planes;

  private StridedCopyKernel(MLOperandDescriptor result, Reading reading, int workers) {
    this(result, reading, planeSize(result, reading), workers);
  }

  private StridedCopyKernel(
      MLOperandDescriptor result, Reading reading, int planeSize, int workers) {
    super(Math.ceilDiv(result.elementCount(), elementsOfPart(planeSize)));
    words = Words.of(result.dataType());
    view = reading.view;
    origin = reading.origin;
    elements = result.elementCount();
    elementsOfPart = elementsOfPart(planeSize);
    planes = new TransposedCopy[planeSize > 1 ? workers : 0];
    Arrays.setAll(planes, _ -> view.planes());
  }

  /** Small matrices of 32-bit words that are transposed have a way of their own. */
  private static int planeSize(MLOperandDescriptor result, Reading reading) {
    int size = reading.view.planeSize();
    return Words.of(result.dataType()) == Words.INT && size <= ELEMENTS_OF_PART ? size : 1;
  }

  /** Whole matrices. */
  private static long elementsOfPart(int planeSize) {
    return ELEMENTS_OF_PART / planeSize * planeSize;
  }

  static Candidate expand(Node node, KernelContext context) {
    Shape input = node.operand(Expand.INPUT).shape();
    return accept(
        node, context, new Reading(StridedView.broadcast(input, node.result().shape()), 0));
  }

  private static Candidate accept(Node node, KernelContext context, Reading reading) {
    return Candidate.accept(
        "stridedCopy", new StridedCopyKernel(node.result().type(), reading, context.workers()));
  }

  static Candidate reverse(Node node, KernelContext context) {
    Shape shape = node.result().shape();
    long[] strides = shape.strides();
    long origin = 0;
    for (int axis : Reverse.axes(node.call())) {
      origin += (shape.dim(axis) - 1) * strides[axis];
      strides[axis] = -strides[axis];
    }
    return accept(node, context, new Reading(new StridedView(shape, strides), origin));
  }

  static Candidate slice(Node node, KernelContext context) {
    long[] strides = node.operand(Slice.INPUT).shape().strides();
    int[] starts = node.call().getInts(Slice.STARTS);
    int[] steps = Slice.strides(node.call());
    long origin = 0;
    for (int axis = 0; axis < strides.length; axis++) {
      origin += starts[axis] * strides[axis];
      strides[axis] *= steps[axis];
    }
    return accept(
        node, context, new Reading(new StridedView(node.result().shape(), strides), origin));
  }

  /** Each axis becomes two: the repetitions, which stay where they are, and the axis itself. */
  static Candidate tile(Node node, KernelContext context) {
    Shape shape = node.operand(Tile.INPUT).shape();
    int[] repetitions = node.call().getInts(Tile.REPETITIONS);
    int[] order = new int[2 * shape.rank()];
    long[] strides = new long[order.length];
    for (int axis = 0; axis < shape.rank(); axis++) {
      order[2 * axis] = repetitions[axis];
      order[2 * axis + 1] = shape.dim(axis);
      strides[2 * axis + 1] = shape.strides()[axis];
    }
    return accept(node, context, new Reading(new StridedView(Shape.of(order), strides), 0));
  }

  static Candidate transpose(Node node, KernelContext context) {
    long[] inputStrides = node.operand(Transpose.INPUT).shape().strides();
    int[] permutation = Transpose.permutation(node.call());
    long[] strides = new long[permutation.length];
    for (int axis = 0; axis < strides.length; axis++) {
      strides[axis] = inputStrides[permutation[axis]];
    }
    return accept(node, context, new Reading(new StridedView(node.result().shape(), strides), 0));
  }

  @Override
  public void run(Buffers buffers, int part, int worker) {
    long begin = part * elementsOfPart;
    long count = Math.min(elementsOfPart, elements - begin);
    if (planes.length > 0) {
      view.copy(planes[worker], buffers.input(0), origin, buffers.output(), begin, count);
    } else {
      view.copy(words, buffers.input(0), origin, buffers.output(), begin, count);
    }
  }
}
