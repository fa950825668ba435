package dev.webnn4j.backend.java.kernel;

import dev.webnn4j.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How to walk a dense tensor of which some axes are reduced, so that memory is read in its own
 * order. Neighbouring axes of one kind are joined; the innermost is a row. A row that is reduced
 * makes one result, together with its like in the outer axes; one that is kept holds elements of
 * results that lie side by side.
 *
 * <p>What is reduced to one result is cut into chunks, and results that lie side by side into
 * blocks. Both follow from the shape alone: a sum of chunks' sums is the same whoever computes
 * them, and more accurate than one made element by element. The unit of work is an item: a chunk of
 * one result, or of a block of results.
 */
public final class ReductionPlan {
  /** Results of one item, at most. */
  public static final int BLOCK = 1024;

  private static final int CHUNK_ELEMENTS = 1 << 14;
  private static final int CHUNK_ROWS = 256;

  /** Joined axes, outermost first; how far a step goes along each in the tensor. */
  private static final class Axes {
    private final long[] sizes;
    private final long[] strides;

    Axes(List<Axis> axes, boolean isReduced) {
      List<Axis> chosen = axes.stream().filter(axis -> axis.isReduced == isReduced).toList();
      sizes = chosen.stream().mapToLong(Axis::size).toArray();
      strides = chosen.stream().mapToLong(Axis::stride).toArray();
    }

    long count() {
      return Arrays.stream(sizes).reduce(1, (a, b) -> a * b);
    }

    /** Where the elements of an index into all these axes begin. */
    long start(long index) {
      long start = 0;
      long rest = index;
      for (int i = sizes.length - 1; i > 0; i--) {
        start += rest % sizes[i] * strides[i];
        rest /= sizes[i];
      }
      return sizes.length == 0 ? 0 : start + rest * strides[0];
    }
  }

  private record Axis(long size, long stride, boolean isReduced) {}

  private final boolean sideBySide;
  private final long rowSize;
  private final Axes kept;
  private final Axes reduced;
  private final long groups;
  private final long length;
  private final long chunkLength;
  private final long chunks;
  private final long blocks;

  private ReductionPlan(Axis row, Axes kept, Axes reduced) {
    this.kept = kept;
    this.reduced = reduced;
    sideBySide = !row.isReduced;
    rowSize = row.size;
    groups = kept.count();
    length = reduced.count() * (sideBySide ? 1 : rowSize);
    chunkLength = sideBySide ? CHUNK_ROWS : CHUNK_ELEMENTS;
    chunks = Math.ceilDiv(length, chunkLength);
    blocks = sideBySide ? Math.ceilDiv(rowSize, (long) BLOCK) : 1;
  }

  public static ReductionPlan of(Shape shape, int[] axes) {
    List<Axis> joined = new ArrayList<>();
    long[] strides = shape.strides();
    for (int i = 0; i < shape.rank(); i++) {
      int axis = i;
      boolean isReduced = IntStream.of(axes).anyMatch(a -> a == axis);
      if (shape.dim(i) == 1) {
        continue;
      }
      long outer =
          !joined.isEmpty() && joined.getLast().isReduced == isReduced
              ? joined.removeLast().size
              : 1;
      joined.add(new Axis(outer * shape.dim(i), strides[i], isReduced));
    }
    Axis row = joined.isEmpty() ? new Axis(1, 1, false) : joined.removeLast();
    return new ReductionPlan(row, new Axes(joined, false), new Axes(joined, true));
  }

  /** Whether the results of an item lie side by side; else it has one. */
  public boolean isSideBySide() {
    return sideBySide;
  }

  /** How many elements make one result. */
  public long length() {
    return length;
  }

  /** How many results there are. */
  public long results() {
    return groups * (sideBySide ? rowSize : 1);
  }

  /** How many chunks each result is made of. */
  public long chunks() {
    return chunks;
  }

  /** How many elements of one result are in a chunk. */
  public long chunkLength(long chunk) {
    return Math.min(chunkLength, length - chunk * chunkLength);
  }

  public long items() {
    return groups * chunks * blocks;
  }

  /** The elements of an item, at most. */
  public long elementsOfItem() {
    return Math.min(chunkLength, length) * (sideBySide ? Math.min(BLOCK, rowSize) : 1);
  }

  public long chunk(long item) {
    return chunks == 1 ? 0 : item / blocks % chunks;
  }

  /** The results of an item that lie side by side, of which this is the first. */
  public long firstResult(long item) {
    long group = group(item);
    return sideBySide ? group * rowSize + column(item) : group;
  }

  /** How many results an item has. */
  public int resultsOf(long item) {
    return sideBySide ? (int) Math.min(BLOCK, rowSize - column(item)) : 1;
  }

  private long group(long item) {
    // Most plans have one of each, and a division takes as long as a short row.
    return blocks * chunks == 1 ? item : item / (blocks * chunks);
  }

  private long column(long item) {
    return blocks == 1 ? 0 : item % blocks * BLOCK;
  }

  /** A walk through the runs of neighbouring elements of an item. One worker's at a time. */
  public Runs runs() {
    return new Runs();
  }

  /**
   * The runs of an item: each one element of every result that lies side by side, or else elements
   * of the one result.
   */
  public final class Runs {
    private long at;
    private long end;
    private long base;
    private long position;
    private long start;
    private int count;

    private Runs() {}

    public void begin(long item) {
      at = chunk(item) * chunkLength;
      end = at + chunkLength(chunk(item));
      base = kept.start(group(item)) + (sideBySide ? column(item) : 0);
      count = sideBySide ? resultsOf(item) : 0;
    }

    /** Goes to the next run; false at the end. */
    public boolean next() {
      if (at == end) {
        return false;
      }
      position = at;
      if (sideBySide) {
        start = base + reduced.start(at);
        at++;
      } else {
        long row = rowSize == length ? 0 : at / rowSize;
        long column = at - row * rowSize;
        count = (int) Math.min(rowSize - column, end - at);
        start = base + reduced.start(row) + column;
        at += count;
      }
      return true;
    }

    /** The first element, counted in the tensor. */
    public long start() {
      return start;
    }

    public int count() {
      return count;
    }

    /** Which of the elements that are reduced to one result the first one is. */
    public long position() {
      return position;
    }
  }
}
