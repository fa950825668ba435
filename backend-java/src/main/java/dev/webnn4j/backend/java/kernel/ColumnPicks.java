package dev.webnn4j.backend.java.kernel;

/**
 * Which elements of a row those of a resized row lie between, a vector of these at a time. The last
 * vector is padded with the last element.
 */
public final class ColumnPicks {
  private final int lanes;
  private final int first;
  private final int count;
  private final int[] low;
  private final int[] high;
  private final float[] weights;
  private final int[] starts;
  private final boolean linear;
  private final boolean near;

  /**
   * @param from the first element of the resized row
   * @param to the end of its elements
   * @param lanes elements of a vector
   */
  public ColumnPicks(SamplePoints points, int from, int to, int lanes) {
    this.lanes = lanes;
    int vectors = Math.ceilDiv(to - from, lanes);
    first = points.low(from);
    count = points.high(to - 1) - first + 1;
    low = new int[vectors * lanes];
    high = new int[vectors * lanes];
    weights = new float[vectors * lanes];
    starts = new int[vectors];
    boolean between = false;
    for (int i = 0; i < low.length; i++) {
      int x = Math.min(from + i, to - 1);
      low[i] = points.low(x) - first;
      high[i] = points.high(x) - first;
      weights[i] = points.weight(x);
      between |= weights[i] != 0;
    }
    linear = between;
    near = isNear();
    if (near) {
      countFromStarts();
    }
  }

  private boolean isNear() {
    for (int i = 0; i < low.length; i += lanes) {
      if (high[i + lanes - 1] - low[i] >= 2 * lanes) {
        return false;
      }
    }
    return true;
  }

  private void countFromStarts() {
    for (int i = 0; i < low.length; i++) {
      starts[i / lanes] = i % lanes == 0 ? low[i] : starts[i / lanes];
      low[i] -= starts[i / lanes];
      high[i] -= starts[i / lanes];
    }
  }

  /** The first element needed of the row. */
  public int first() {
    return first;
  }

  /** How many elements are needed from there on. */
  public int count() {
    return count;
  }

  /** Vectors of the resized row. */
  public int vectors() {
    return starts.length;
  }

  /** Whether any element lies between two; otherwise each is one of them. */
  public boolean linear() {
    return linear;
  }

  /**
   * Whether two vectors hold all neighbours of a vector, as when the row grows: from {@link
   * #starts} on, where {@link #low} and {@link #high} then count.
   */
  public boolean near() {
    return near;
  }

  /** For each vector the needed element where its neighbours begin, or 0 if they are not near. */
  public int[] starts() {
    return starts.clone();
  }

  /** For each element the one before it. */
  public int[] low() {
    return low.clone();
  }

  /** For each element the one behind it. */
  public int[] high() {
    return high.clone();
  }

  /** For each element how far it is from the low one towards the high one, 0 to 1. */
  public float[] weights() {
    return weights.clone();
  }
}
