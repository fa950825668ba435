package dev.webnn4j.js.dom.canvas;

import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.LineMetrics;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Optional;

/** fillText, strokeText and measureText. */
final class TextPainter {
  private static final FontRenderContext EXACT =
      new FontRenderContext(new AffineTransform(), true, true);

  private TextPainter() {}

  /**
   * The outline of a text in canvas coordinates.
   *
   * @param maxWidth wider text is squeezed; infinite when not given
   */
  static Path2D outline(DrawState state, String text, double x, double y, double maxWidth) {
    Optional<TextLayout> layout = layout(state, text);
    if (layout.isEmpty() || maxWidth <= 0) {
      return new Path2D.Double();
    }
    double width = layout.get().getAdvance();
    double squeeze = width > maxWidth ? maxWidth / width : 1;
    AffineTransform placed = new AffineTransform(state.transform);
    placed.translate(x, y);
    placed.scale(squeeze, 1);
    placed.translate(-anchor(state, width), baseline(state));
    Shape shape = layout.get().getOutline(placed);
    return new Path2D.Double(shape);
  }

  /**
   * width, bounding box left, right, ascent, descent, font ascent, descent: distances from the
   * anchor.
   */
  static double[] measure(DrawState state, String text) {
    LineMetrics metrics = metrics(state);
    Optional<TextLayout> layout = layout(state, text);
    double width = layout.map(TextLayout::getAdvance).orElse(0f);
    Rectangle2D box =
        layout
            .map(l -> l.getOutline(new AffineTransform()).getBounds2D())
            .orElse(new Rectangle2D.Double());
    double anchor = anchor(state, width);
    double baseline = baseline(state);
    return new double[] {
      width,
      anchor - box.getMinX(),
      box.getMaxX() - anchor,
      -box.getMinY() - baseline,
      box.getMaxY() + baseline,
      metrics.getAscent() - baseline,
      metrics.getDescent() + baseline
    };
  }

  private static Optional<TextLayout> layout(DrawState state, String text) {
    // White space becomes spaces, as the specification's text preparation says.
    String prepared = text.replaceAll("[\\t\\n\\f\\r]", " ");
    return prepared.isEmpty()
        ? Optional.empty()
        : Optional.of(new TextLayout(prepared, state.font.toAwt(), EXACT));
  }

  private static LineMetrics metrics(DrawState state) {
    return state.font.toAwt().getLineMetrics("x", EXACT);
  }

  private static double anchor(DrawState state, double width) {
    return switch (state.textAlign) {
      case START, LEFT -> 0;
      case END, RIGHT -> width;
      case CENTER -> width / 2;
    };
  }

  /** How far the alphabetic baseline lies below the anchor. */
  private static double baseline(DrawState state) {
    LineMetrics metrics = metrics(state);
    double ascent = metrics.getAscent();
    double descent = metrics.getDescent();
    return switch (state.textBaseline) {
      case TOP -> ascent;
      case HANGING -> ascent * 0.8; // where browsers put it when the font has no baseline table
      case MIDDLE -> (ascent - descent) / 2;
      case ALPHABETIC -> 0;
      case IDEOGRAPHIC, BOTTOM -> -descent;
    };
  }
}
