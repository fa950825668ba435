package dev.webnn4j.backend.reference;

import dev.webnn4j.MLCoordinateTransformation;
import dev.webnn4j.MLInterpolationMode;
import dev.webnn4j.Shape;
import dev.webnn4j.op.Operator;
import dev.webnn4j.op.Resample2d;
import java.util.Map;

/** Resizing of two axes. The scale is what the sizes give, even where {@code scales} were given. */
final class ReferenceResample {
  private ReferenceResample() {}

  static Map<Operator, ReferenceFunction> functions() {
    return Map.of(Resample2d.OPERATOR, ReferenceResample::resample);
  }

  private static Tensor resample(ReferenceCall call) {
    Tensor input = call.tensor(Resample2d.INPUT);
    Shape from = input.shape();
    Shape to = call.resultType().shape();
    int[] axes = Resample2d.axes(call.node().call());
    MLCoordinateTransformation transformation = call.get(Resample2d.COORDINATE_TRANSFORMATION);
    if (call.get(Resample2d.MODE) == MLInterpolationMode.NEAREST_NEIGHBOR) {
      return input.pick(
          call.resultType(),
          i -> {
            int[] at = Places.coordinates(to, i);
            for (int axis : axes) {
              double point =
                  Resample2d.coordinate(transformation, at[axis], from.dim(axis), to.dim(axis));
              at[axis] = (int) Math.ceil(point - 0.5);
            }
            return Places.index(from, at);
          });
    }
    return input.isFloat()
        ? Tensor.ofReals(call.resultType(), i -> linear(call, input, axes, i))
        : Tensor.ofIntegers(call.resultType(), i -> (long) Math.rint(linear(call, input, axes, i)));
  }

  /** The mean of the four neighbours, each weighted by how near it is. */
  private static double linear(ReferenceCall call, Tensor input, int[] axes, int index) {
    Shape from = input.shape();
    Shape to = call.resultType().shape();
    int[] at = Places.coordinates(to, index);
    double[] points = new double[2];
    for (int i = 0; i < 2; i++) {
      points[i] =
          Resample2d.coordinate(
              call.get(Resample2d.COORDINATE_TRANSFORMATION),
              at[axes[i]],
              from.dim(axes[i]),
              to.dim(axes[i]));
    }
    double sum = 0;
    for (int corner = 0; corner < 4; corner++) {
      double weight = 1;
      for (int i = 0; i < 2; i++) {
        double low = Math.floor(points[i]);
        boolean upper = (corner >> i & 1) == 1;
        weight *= upper ? points[i] - low : 1 - (points[i] - low);
        at[axes[i]] = (int) Math.min(low + (upper ? 1 : 0), from.dim(axes[i]) - 1);
      }
      if (weight != 0) {
        int place = Places.index(from, at);
        sum += weight * (input.isFloat() ? input.real(place) : input.integer(place));
      }
    }
    return sum;
  }
}
