package dev.webnn4j.backend.reference;

import dev.webnn4j.Shape;
import dev.webnn4j.op.Gather;
import dev.webnn4j.op.GatherElements;
import dev.webnn4j.op.GatherNd;
import dev.webnn4j.op.Indices;
import dev.webnn4j.op.Operator;
import dev.webnn4j.op.ScatterElements;
import dev.webnn4j.op.ScatterNd;
import java.util.Arrays;
import java.util.Map;

/** What picks and places elements by index. */
final class ReferenceIndexing {
  private ReferenceIndexing() {}

  static Map<Operator, ReferenceFunction> functions() {
    return Map.of(
        Gather.OPERATOR, ReferenceIndexing::gather,
        GatherElements.OPERATOR, ReferenceIndexing::gatherElements,
        GatherNd.OPERATOR, ReferenceIndexing::gatherNd,
        ScatterElements.OPERATOR, ReferenceIndexing::scatterElements,
        ScatterNd.OPERATOR, ReferenceIndexing::scatterNd);
  }

  private static Tensor gather(ReferenceCall call) {
    Tensor input = call.tensor(Gather.INPUT);
    Tensor indices = call.tensor(Gather.INDICES);
    int rank = input.shape().rank();
    int axis = call.node().call().axis(Gather.AXIS, rank);
    int behind = axis + indices.shape().rank();
    return input.pick(
        call.resultType(),
        i -> {
          int[] at = Places.coordinates(call.resultType().shape(), i);
          int index = Places.index(indices.shape(), Arrays.copyOfRange(at, axis, behind));
          int[] from = new int[rank];
          System.arraycopy(at, 0, from, 0, axis);
          from[axis] = Indices.place(indices.integer(index), input.shape().dim(axis));
          System.arraycopy(at, behind, from, axis + 1, rank - axis - 1);
          return Places.index(input.shape(), from);
        });
  }

  private static Tensor gatherElements(ReferenceCall call) {
    Tensor input = call.tensor(GatherElements.INPUT);
    Tensor indices = call.tensor(GatherElements.INDICES);
    int axis = call.node().call().axis(GatherElements.AXIS, input.shape().rank());
    return input.pick(call.resultType(), i -> placeAlongAxis(input.shape(), axis, indices, i));
  }

  private static Tensor gatherNd(ReferenceCall call) {
    Tensor input = call.tensor(GatherNd.INPUT);
    Tensor indices = call.tensor(GatherNd.INDICES);
    return input.pick(call.resultType(), i -> placeInSlice(input.shape(), indices, i));
  }

  private static Tensor scatterElements(ReferenceCall call) {
    Tensor input = call.tensor(ScatterElements.INPUT);
    Tensor indices = call.tensor(ScatterElements.INDICES);
    int axis = call.node().call().axis(ScatterElements.AXIS, input.shape().rank());
    return scatter(
        input,
        call.tensor(ScatterElements.UPDATES),
        i -> placeAlongAxis(input.shape(), axis, indices, i));
  }

  private static Tensor scatterNd(ReferenceCall call) {
    Tensor input = call.tensor(ScatterNd.INPUT);
    Tensor indices = call.tensor(ScatterNd.INDICES);
    return scatter(
        input, call.tensor(ScatterNd.UPDATES), i -> placeInSlice(input.shape(), indices, i));
  }

  /** The input with updates in their places; of several in one place the last. */
  private static Tensor scatter(Tensor input, Tensor updates, Tensor.IntToIntFunction placeOf) {
    int[] updateOf = new int[input.count()];
    Arrays.fill(updateOf, -1);
    for (int i = 0; i < updates.count(); i++) {
      updateOf[placeOf.applyAsInt(i)] = i;
    }
    return Tensor.collect(
        input.type(),
        i ->
            updateOf[i] < 0
                ? new Tensor.Element(input, i)
                : new Tensor.Element(updates, updateOf[i]));
  }

  /** The element that an index stands for: the index's own coordinates, but for one axis. */
  private static int placeAlongAxis(Shape shape, int axis, Tensor indices, int index) {
    int[] at = Places.coordinates(indices.shape(), index);
    at[axis] = Indices.place(indices.integer(index), shape.dim(axis));
    return Places.index(shape, at);
  }

  /** The element of a tensor for one of the slices that rows of coordinates name. */
  private static int placeInSlice(Shape shape, Tensor indices, int element) {
    int depth = indices.shape().dim(-1);
    int sliceSize = Math.toIntExact(shape.elementCount(depth, shape.rank()));
    int place = 0;
    for (int axis = 0; axis < depth; axis++) {
      long coordinate = indices.integer(element / sliceSize * depth + axis);
      place = place * shape.dim(axis) + Indices.place(coordinate, shape.dim(axis));
    }
    return place * sliceSize + element % sliceSize;
  }
}
