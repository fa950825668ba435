package dev.webnn4j.backend.java.kernel;

import dev.webnn4j.MLCoordinateTransformation;
import dev.webnn4j.MLInterpolationMode;
import dev.webnn4j.graph.Node;
import dev.webnn4j.op.Resample2d;

/** Where along one axis of the input each output element of {@code resample2d} takes its value. */
public final class SamplePoints {
  private final int[] low;
  private final int[] high;
  private final float[] weights;

  private SamplePoints(int size) {
    low = new int[size];
    high = new int[size];
    weights = new float[size];
  }

  /**
   * The points of an axis.
   *
   * @param input elements of the axis in the input
   * @param output elements of the axis in the result
   */
  public static SamplePoints of(Node node, int input, int output) {
    MLCoordinateTransformation transformation = node.get(Resample2d.COORDINATE_TRANSFORMATION);
    boolean nearest = node.get(Resample2d.MODE) == MLInterpolationMode.NEAREST_NEIGHBOR;
    SamplePoints points = new SamplePoints(output);
    for (int i = 0; i < output; i++) {
      double at = Resample2d.coordinate(transformation, i, input, output);
      if (nearest) {
        points.low[i] = Math.clamp((long) Math.ceil(at - 0.5), 0, input - 1);
        points.high[i] = points.low[i];
      } else {
        points.low[i] = (int) at;
        points.high[i] = Math.min(points.low[i] + 1, input - 1);
        // Beyond the last element there is nothing to mix it with.
        boolean between = points.low[i] < points.high[i];
        points.weights[i] = between ? (float) (at - points.low[i]) : 0;
      }
    }
    return points;
  }

  /** The element before the point, or the nearest one. */
  public int low(int index) {
    return low[index];
  }

  /** The element behind the point. */
  public int high(int index) {
    return high[index];
  }

  /** How far the point is from the low element towards the high one, 0 to 1. */
  public float weight(int index) {
    return weights[index];
  }
}
