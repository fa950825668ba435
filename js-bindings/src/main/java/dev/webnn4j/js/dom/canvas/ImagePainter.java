package dev.webnn4j.js.dom.canvas;

import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;

/** drawImage. */
final class ImagePainter {
  private ImagePainter() {}

  /**
   * Draws the source rectangle of a picture into a rectangle of the user space.
   *
   * @param from x, y, width, height in the picture; a negative size names the same area, without
   *     mirroring
   * @param to x, y, width, height in user space; likewise
   */
  static void draw(Bitmap target, DrawState state, Bitmap picture, double[] from, double[] to) {
    double[] source = corners(from);
    double[] user = corners(to);
    if (source[0] == source[2]
        || source[1] == source[3]
        || user[0] == user[2]
        || user[1] == user[3]) {
      return;
    }
    clipSource(picture, source, user);
    if (source[0] >= source[2] || source[1] >= source[3]) {
      return;
    }
    AffineTransform t = state.transform;
    if (t.getShearX() == 0 && t.getShearY() == 0) {
      aligned(target, state, picture, source, user);
    } else {
      turned(target, state, picture, source, user);
    }
  }

  private static double[] corners(double[] rect) {
    return new double[] {
      Math.min(rect[0], rect[0] + rect[2]),
      Math.min(rect[1], rect[1] + rect[3]),
      Math.max(rect[0], rect[0] + rect[2]),
      Math.max(rect[1], rect[1] + rect[3])
    };
  }

  // What lies outside the picture is not drawn, and the target shrinks in proportion.
  private static void clipSource(Bitmap picture, double[] source, double[] user) {
    double[] limit = {0, 0, picture.width(), picture.height()};
    for (int axis = 0; axis < 2; axis++) {
      double scale = (user[axis + 2] - user[axis]) / (source[axis + 2] - source[axis]);
      double low = Math.max(source[axis], limit[axis]);
      double high = Math.min(source[axis + 2], limit[axis + 2]);
      user[axis + 2] += (high - source[axis + 2]) * scale;
      user[axis] += (low - source[axis]) * scale;
      source[axis] = low;
      source[axis + 2] = high;
    }
  }

  private static void aligned(
      Bitmap target, DrawState state, Bitmap picture, double[] source, double[] user) {
    double[] corners = new double[4];
    state.transform.transform(user, 0, corners, 0, 2);
    int left = Math.max(0, firstCentre(Math.min(corners[0], corners[2])));
    int top = Math.max(0, firstCentre(Math.min(corners[1], corners[3])));
    int right = Math.min(target.width(), firstCentre(Math.max(corners[0], corners[2])));
    int bottom = Math.min(target.height(), firstCentre(Math.max(corners[1], corners[3])));
    if (left >= right || top >= bottom) {
      if (!state.composite.unbounded()) {
        return;
      }
      Painter.compose(target, state, g -> {});
      return;
    }
    Bitmap shrunk = state.smoothing ? shrink(state, picture, source, corners) : picture;
    Bitmap scaled =
        ImageScaler.scale(
            shrunk, source, corners, left, top, right - left, bottom - top, state.smoothing);
    Painter.compose(target, state, g -> g.drawImage(scaled.image(), left, top, null));
  }

  // A pixel belongs to the area that holds its centre; the tolerance absorbs rounding noise of the
  // transform.
  private static int firstCentre(double edge) {
    return (int) Math.ceil(edge - 0.5 - 1e-9);
  }

  // Quality "low" samples the full picture, as browsers do; the better ones average first when
  // shrinking a lot.
  private static Bitmap shrink(DrawState state, Bitmap picture, double[] source, double[] corners) {
    Bitmap level = picture;
    if (state.quality == DrawState.Smoothing.LOW) {
      return level;
    }
    while (level.width() > 1
        && level.height() > 1
        && source[2] - source[0] >= 2 * Math.abs(corners[2] - corners[0])
        && source[3] - source[1] >= 2 * Math.abs(corners[3] - corners[1])) {
      int halfWidth = level.width() / 2;
      int halfHeight = level.height() / 2;
      double scaleX = halfWidth / (double) level.width();
      double scaleY = halfHeight / (double) level.height();
      level = ImageScaler.halve(level);
      source[0] *= scaleX;
      source[2] *= scaleX;
      source[1] *= scaleY;
      source[3] *= scaleY;
    }
    return level;
  }

  private static void turned(
      Bitmap target, DrawState state, Bitmap picture, double[] source, double[] user) {
    int x = (int) Math.floor(source[0]);
    int y = (int) Math.floor(source[1]);
    Bitmap part =
        picture.crop(x, y, (int) Math.ceil(source[2]) - x, (int) Math.ceil(source[3]) - y);
    AffineTransform placed = new AffineTransform(state.transform);
    placed.translate(user[0], user[1]);
    placed.scale(
        (user[2] - user[0]) / (source[2] - source[0]),
        (user[3] - user[1]) / (source[3] - source[1]));
    placed.translate(x - source[0], y - source[1]);
    Object hint =
        state.smoothing
            ? RenderingHints.VALUE_INTERPOLATION_BILINEAR
            : RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR;
    Painter.compose(
        target,
        state,
        g -> {
          g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, hint);
          g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
          g.drawImage(part.image(), placed, null);
        });
  }
}
