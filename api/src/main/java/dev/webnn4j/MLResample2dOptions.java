package dev.webnn4j;

import dev.webnn4j.op.Resample2d;
import java.util.List;

/** Options of resample2d; see {@link Resample2d}. */
public final class MLResample2dOptions extends MLOptions<MLResample2dOptions> {
  MLResample2dOptions() {}

  public MLResample2dOptions mode(MLInterpolationMode value) {
    return set(Resample2d.MODE, value);
  }

  /** One factor for each of the axes. */
  public MLResample2dOptions scales(float height, float width) {
    return set(Resample2d.SCALES, List.of(height, width));
  }

  /** One size for each of the axes; scales do not count then. */
  public MLResample2dOptions sizes(int... values) {
    return set(Resample2d.SIZES, longs(values));
  }

  public MLResample2dOptions axes(int... values) {
    return set(Resample2d.AXES, longs(values));
  }

  /** An extension. */
  public MLResample2dOptions coordinateTransformation(MLCoordinateTransformation value) {
    return set(Resample2d.COORDINATE_TRANSFORMATION, value);
  }
}
