package dev.webnn4j.js.dom.canvas;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.util.Optional;

/** What save() and restore() keep. */
final class DrawState {
  AffineTransform transform = new AffineTransform();
  Optional<Shape> clip = Optional.empty();
  CanvasPaint fill = new CanvasPaint.Solid(CssColor.BLACK);
  CanvasPaint stroke = new CanvasPaint.Solid(CssColor.BLACK);
  double alpha = 1;
  CompositeMode composite = CompositeMode.SOURCE_OVER;
  CssFont font = CssFont.DEFAULT;
  TextAlign textAlign = TextAlign.START;
  TextBaseline textBaseline = TextBaseline.ALPHABETIC;
  double lineWidth = 1;
  int lineCap = BasicStroke.CAP_BUTT;
  int lineJoin = BasicStroke.JOIN_MITER;
  double miterLimit = 10;
  float[] dash = {};
  double dashOffset = 0;
  boolean smoothing = true;
  Smoothing quality = Smoothing.LOW;

  /** How drawImage scales when smoothing is on. */
  enum Smoothing {
    LOW,
    MEDIUM,
    HIGH
  }

  /** Where the anchor lies in the text, left to right. */
  enum TextAlign {
    START,
    END,
    LEFT,
    RIGHT,
    CENTER
  }

  /** Which line of the font lies on the anchor. */
  enum TextBaseline {
    TOP,
    HANGING,
    MIDDLE,
    ALPHABETIC,
    IDEOGRAPHIC,
    BOTTOM
  }

  DrawState copy() {
    DrawState copy = new DrawState();
    copy.transform = new AffineTransform(transform);
    copy.clip = clip;
    copy.fill = fill;
    copy.stroke = stroke;
    copy.alpha = alpha;
    copy.composite = composite;
    copy.font = font;
    copy.textAlign = textAlign;
    copy.textBaseline = textBaseline;
    copy.lineWidth = lineWidth;
    copy.lineCap = lineCap;
    copy.lineJoin = lineJoin;
    copy.miterLimit = miterLimit;
    copy.dash = dash.clone();
    copy.dashOffset = dashOffset;
    copy.smoothing = smoothing;
    copy.quality = quality;
    return copy;
  }

  /** Narrows the clip, which is kept in canvas coordinates. */
  void intersectClip(Shape shape) {
    Area area = new Area(shape);
    clip.ifPresent(old -> area.intersect(new Area(old)));
    clip = Optional.of(area);
  }

  BasicStroke basicStroke() {
    float width = (float) lineWidth;
    float miter = Math.max(1, (float) miterLimit);
    return dash.length == 0
        ? new BasicStroke(width, lineCap, lineJoin, miter)
        : new BasicStroke(width, lineCap, lineJoin, miter, dash, (float) dashOffset);
  }
}
