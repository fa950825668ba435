package dev.webnn4j.js.dom.canvas;

import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;

/**
 * The path of a context or a Path2D: every point goes through the transform that holds when it is
 * added.
 */
final class CanvasPath {
  private static final double FULL = 2 * Math.PI;

  private final Path2D.Double path;

  CanvasPath() {
    this(new Path2D.Double());
  }

  private CanvasPath(Path2D.Double path) {
    this.path = path;
  }

  CanvasPath copy() {
    return new CanvasPath(new Path2D.Double(path));
  }

  Path2D.Double shape() {
    return path;
  }

  void clear() {
    path.reset();
  }

  void addPath(CanvasPath other, AffineTransform transform) {
    path.append(other.path.getPathIterator(transform), false);
  }

  void closePath() {
    if (path.getCurrentPoint() != null) {
      path.closePath();
    }
  }

  void moveTo(AffineTransform t, double x, double y) {
    Point2D p = point(t, x, y);
    path.moveTo(p.getX(), p.getY());
  }

  void lineTo(AffineTransform t, double x, double y) {
    if (path.getCurrentPoint() == null) {
      moveTo(t, x, y);
    }
    Point2D p = point(t, x, y);
    path.lineTo(p.getX(), p.getY());
  }

  void quadraticCurveTo(AffineTransform t, double cx, double cy, double x, double y) {
    if (path.getCurrentPoint() == null) {
      moveTo(t, cx, cy);
    }
    Point2D c = point(t, cx, cy);
    Point2D p = point(t, x, y);
    path.quadTo(c.getX(), c.getY(), p.getX(), p.getY());
  }

  void bezierCurveTo(
      AffineTransform t, double ax, double ay, double bx, double by, double x, double y) {
    if (path.getCurrentPoint() == null) {
      moveTo(t, ax, ay);
    }
    Point2D a = point(t, ax, ay);
    Point2D b = point(t, bx, by);
    Point2D p = point(t, x, y);
    path.curveTo(a.getX(), a.getY(), b.getX(), b.getY(), p.getX(), p.getY());
  }

  void rect(AffineTransform t, double x, double y, double width, double height) {
    moveTo(t, x, y);
    lineTo(t, x + width, y);
    lineTo(t, x + width, y + height);
    lineTo(t, x, y + height);
    path.closePath();
  }

  /** One radius for each corner, clockwise from the top left. */
  void roundRect(
      AffineTransform t, double x, double y, double width, double height, double[] radii) {
    double scale = 1;
    for (int corner = 0; corner < 4; corner++) {
      double side = Math.abs(corner % 2 == 0 ? width : height);
      double sum = radii[corner] + radii[(corner + 1) % 4];
      scale = sum > side ? Math.min(scale, side / sum) : scale;
    }
    double right = Math.signum(width) * scale;
    double down = Math.signum(height) * scale;
    moveTo(t, x + radii[0] * right, y);
    corner(t, x + width, y, -radii[1] * right, 0, 0, radii[1] * down);
    corner(t, x + width, y + height, 0, -radii[2] * down, -radii[2] * right, 0);
    corner(t, x, y + height, radii[3] * right, 0, 0, -radii[3] * down);
    corner(t, x, y, 0, radii[0] * down, radii[0] * right, 0);
    path.closePath();
    moveTo(t, x, y);
  }

  private void corner(
      AffineTransform t, double x, double y, double fromX, double fromY, double toX, double toY) {
    double k = 1 - 0.5522847498; // a quarter of a circle as one cubic curve
    lineTo(t, x + fromX, y + fromY);
    bezierCurveTo(t, x + fromX * k, y + fromY * k, x + toX * k, y + toY * k, x + toX, y + toY);
  }

  /** An arc in radians, clockwise unless {@code counterclockwise}. */
  void ellipse(
      AffineTransform t,
      double x,
      double y,
      double radiusX,
      double radiusY,
      double rotation,
      double start,
      double end,
      boolean counterclockwise) {
    double sweep = end - start;
    if (counterclockwise ? -sweep >= FULL : sweep >= FULL) {
      sweep = counterclockwise ? -FULL : FULL;
    } else {
      sweep %= FULL;
      if (counterclockwise && sweep > 0) {
        sweep -= FULL;
      } else if (!counterclockwise && sweep < 0) {
        sweep += FULL;
      }
    }
    AffineTransform all = new AffineTransform(t);
    all.translate(x, y);
    all.rotate(rotation);
    all.scale(radiusX, radiusY);
    // Arc2D turns the other way: its y axis points up.
    Arc2D arc =
        new Arc2D.Double(-1, -1, 2, 2, Math.toDegrees(-start), Math.toDegrees(-sweep), Arc2D.OPEN);
    path.append(arc.getPathIterator(all), path.getCurrentPoint() != null);
  }

  /** The rounded corner at (x1, y1) on the way from the current point to (x2, y2). */
  void arcTo(AffineTransform t, double x1, double y1, double x2, double y2, double radius) {
    if (path.getCurrentPoint() == null) {
      moveTo(t, x1, y1);
    }
    Point2D now = inverse(t, path.getCurrentPoint());
    double inX = now.getX() - x1;
    double inY = now.getY() - y1;
    double outX = x2 - x1;
    double outY = y2 - y1;
    double in = Math.hypot(inX, inY);
    double out = Math.hypot(outX, outY);
    double cross = inX * outY - inY * outX;
    if (in == 0 || out == 0 || radius == 0 || Math.abs(cross) < 1e-12 * in * out) {
      lineTo(t, x1, y1);
      return;
    }
    double half = Math.acos(Math.clamp((inX * outX + inY * outY) / (in * out), -1.0, 1.0)) / 2;
    double tangent = radius / Math.tan(half);
    double toCenter = radius / Math.sin(half);
    double middleX = inX / in + outX / out;
    double middleY = inY / in + outY / out;
    double middle = Math.hypot(middleX, middleY);
    double centerX = x1 + middleX / middle * toCenter;
    double centerY = y1 + middleY / middle * toCenter;
    double startX = x1 + inX / in * tangent;
    double startY = y1 + inY / in * tangent;
    double endX = x1 + outX / out * tangent;
    double endY = y1 + outY / out * tangent;
    lineTo(t, startX, startY);
    ellipse(
        t,
        centerX,
        centerY,
        radius,
        radius,
        0,
        Math.atan2(startY - centerY, startX - centerX),
        Math.atan2(endY - centerY, endX - centerX),
        cross > 0);
  }

  private static Point2D point(AffineTransform t, double x, double y) {
    return t.transform(new Point2D.Double(x, y), null);
  }

  private static Point2D inverse(AffineTransform t, Point2D p) {
    try {
      return t.inverseTransform(p, null);
    } catch (java.awt.geom.NoninvertibleTransformException e) {
      return p; // nothing will be visible under such a transform anyway
    }
  }
}
