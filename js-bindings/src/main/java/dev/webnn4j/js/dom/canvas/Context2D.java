package dev.webnn4j.js.dom.canvas;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.NoninvertibleTransformException;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/** One canvas and its 2D context: the bitmap, the state stack and the current path. */
public final class Context2D {
  private final Deque<DrawState> saved = new ArrayDeque<>();
  private Bitmap bitmap;
  private DrawState state = new DrawState();
  private CanvasPath path = new CanvasPath();

  Context2D(int width, int height) {
    bitmap = new Bitmap(width, height);
  }

  /** Setting a canvas's size clears it and forgets all state. */
  void reset(int width, int height) {
    bitmap = new Bitmap(width, height);
    saved.clear();
    state = new DrawState();
    path = new CanvasPath();
  }

  /** What has been drawn: not a copy. */
  public Bitmap bitmap() {
    return bitmap;
  }

  DrawState state() {
    return state;
  }

  CanvasPath path() {
    return path;
  }

  void save() {
    saved.push(state.copy());
  }

  void restore() {
    if (!saved.isEmpty()) {
      state = saved.pop();
    }
  }

  void fill(CanvasPath shape, boolean evenOdd) {
    Painter.fill(bitmap, state, wound(shape, evenOdd));
  }

  void stroke(CanvasPath shape) {
    Painter.stroke(bitmap, state, shape.shape());
  }

  void clip(CanvasPath shape, boolean evenOdd) {
    state.intersectClip(wound(shape, evenOdd));
  }

  boolean isPointInPath(CanvasPath shape, double x, double y, boolean evenOdd) {
    return wound(shape, evenOdd).contains(x, y);
  }

  boolean isPointInStroke(CanvasPath shape, double x, double y) {
    try {
      AffineTransform inverse = state.transform.createInverse();
      Shape outline =
          state.basicStroke().createStrokedShape(shape.shape().createTransformedShape(inverse));
      return outline.contains(inverse.transform(new Point2D.Double(x, y), null));
    } catch (NoninvertibleTransformException e) {
      return false;
    }
  }

  void fillRect(double x, double y, double width, double height) {
    Painter.fill(bitmap, state, rectangle(x, y, width, height));
  }

  void clearRect(double x, double y, double width, double height) {
    Painter.clear(bitmap, state, rectangle(x, y, width, height));
  }

  void strokeRect(double x, double y, double width, double height) {
    CanvasPath rect = new CanvasPath();
    rect.rect(state.transform, x, y, width, height);
    stroke(rect);
  }

  void fillText(String text, double x, double y, double maxWidth) {
    Painter.fill(bitmap, state, TextPainter.outline(state, text, x, y, maxWidth));
  }

  void strokeText(String text, double x, double y, double maxWidth) {
    Painter.stroke(bitmap, state, TextPainter.outline(state, text, x, y, maxWidth));
  }

  void drawImage(Bitmap picture, double[] from, double[] to) {
    // A canvas drawn onto itself must not see its own half-drawn pixels.
    Bitmap source =
        picture == bitmap ? picture.crop(0, 0, picture.width(), picture.height()) : picture;
    ImagePainter.draw(bitmap, state, source, from, to);
  }

  void lineCap(String value) {
    state.lineCap =
        switch (value) {
          case "butt" -> BasicStroke.CAP_BUTT;
          case "round" -> BasicStroke.CAP_ROUND;
          case "square" -> BasicStroke.CAP_SQUARE;
          default -> state.lineCap;
        };
  }

  void lineJoin(String value) {
    state.lineJoin =
        switch (value) {
          case "miter" -> BasicStroke.JOIN_MITER;
          case "round" -> BasicStroke.JOIN_ROUND;
          case "bevel" -> BasicStroke.JOIN_BEVEL;
          default -> state.lineJoin;
        };
  }

  /** A dash of an odd number of lengths is repeated; all zeros mean a solid line. */
  void lineDash(double[] lengths) {
    double sum = 0;
    int count = lengths.length % 2 == 0 ? lengths.length : lengths.length * 2;
    float[] dash = new float[count];
    for (int i = 0; i < count; i++) {
      dash[i] = (float) lengths[i % lengths.length];
      sum += dash[i];
    }
    state.dash = sum == 0 ? new float[0] : dash;
  }

  void textAlign(String value) {
    state.textAlign = choose(DrawState.TextAlign.class, value, state.textAlign);
  }

  void textBaseline(String value) {
    state.textBaseline = choose(DrawState.TextBaseline.class, value, state.textBaseline);
  }

  void smoothingQuality(String value) {
    state.quality = choose(DrawState.Smoothing.class, value, state.quality);
  }

  private static <E extends Enum<E>> E choose(Class<E> type, String value, E otherwise) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().toLowerCase(Locale.ROOT).equals(value)) {
        return constant;
      }
    }
    return otherwise;
  }

  private Shape rectangle(double x, double y, double width, double height) {
    Rectangle2D rect =
        new Rectangle2D.Double(
            Math.min(x, x + width), Math.min(y, y + height), Math.abs(width), Math.abs(height));
    AffineTransform t = state.transform;
    if (t.isIdentity()) {
      return rect;
    }
    Shape placed = t.createTransformedShape(rect);
    return t.getShearX() == 0 && t.getShearY() == 0 ? placed.getBounds2D() : placed;
  }

  private static Path2D wound(CanvasPath shape, boolean evenOdd) {
    Path2D.Double path = shape.shape();
    int rule = evenOdd ? Path2D.WIND_EVEN_ODD : Path2D.WIND_NON_ZERO;
    if (path.getWindingRule() == rule) {
      return path;
    }
    Path2D.Double copy = new Path2D.Double(path);
    copy.setWindingRule(rule);
    return copy;
  }
}
