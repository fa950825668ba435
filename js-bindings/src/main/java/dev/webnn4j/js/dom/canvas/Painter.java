package dev.webnn4j.js.dom.canvas;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.NoninvertibleTransformException;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.function.Consumer;

/** Brings shapes and pictures onto a bitmap under a state's clip, alpha and composite operation. */
final class Painter {
  private Painter() {}

  /** Fills a shape given in canvas coordinates. */
  static void fill(Bitmap target, DrawState state, Shape shape) {
    compose(target, state, g -> paintShape(g, state, shape, state.fill));
  }

  /** Strokes a path given in canvas coordinates; the pen is under the current transform. */
  static void stroke(Bitmap target, DrawState state, Path2D path) {
    AffineTransform inverse;
    try {
      inverse = state.transform.createInverse();
    } catch (NoninvertibleTransformException e) {
      return; // a pen of no area draws nothing
    }
    Shape outline = state.basicStroke().createStrokedShape(path.createTransformedShape(inverse));
    Shape onCanvas = state.transform.createTransformedShape(outline);
    compose(target, state, g -> paintShape(g, state, onCanvas, state.stroke));
  }

  /** Erases a shape given in canvas coordinates to transparent black. */
  static void clear(Bitmap target, DrawState state, Shape shape) {
    Graphics2D g = graphics(target);
    try {
      state.clip.ifPresent(g::setClip);
      g.setComposite(AlphaComposite.Clear);
      antialias(g, shape);
      g.fill(shape);
    } finally {
      g.dispose();
    }
  }

  /**
   * Draws with what the state says about clip, alpha and compositing; {@code draw} sees canvas
   * coordinates.
   */
  static void compose(Bitmap target, DrawState state, Consumer<Graphics2D> draw) {
    if (!state.composite.unbounded() && state.composite.blend().isEmpty()) {
      Graphics2D g = graphics(target);
      try {
        state.clip.ifPresent(g::setClip);
        g.setComposite(AlphaComposite.getInstance(state.composite.rule(), (float) state.alpha));
        draw.accept(g);
      } finally {
        g.dispose();
      }
      return;
    }
    Bitmap layer = new Bitmap(target.width(), target.height());
    Graphics2D g = graphics(layer);
    try {
      state.clip.ifPresent(g::setClip);
      g.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) state.alpha));
      draw.accept(g);
    } finally {
      g.dispose();
    }
    state
        .composite
        .blend()
        .ifPresentOrElse(
            blend -> Blending.blend(layer, target, state.composite, blend),
            () -> drawLayer(target, state, layer));
  }

  private static void drawLayer(Bitmap target, DrawState state, Bitmap layer) {
    Graphics2D g = graphics(target);
    try {
      state.clip.ifPresent(g::setClip);
      g.setComposite(AlphaComposite.getInstance(state.composite.rule()));
      g.drawImage(layer.image(), 0, 0, null);
    } finally {
      g.dispose();
    }
  }

  private static void paintShape(Graphics2D g, DrawState state, Shape shape, CanvasPaint paint) {
    antialias(g, shape);
    g.setPaint(paint.paint(state.transform));
    if (!(paint instanceof CanvasPaint.Pattern)) {
      g.fill(shape);
      return;
    }
    // Patterns are anchored in user space, so the shape goes back there.
    try {
      Shape inUserSpace = state.transform.createInverse().createTransformedShape(shape);
      g.transform(state.transform);
      g.fill(inUserSpace);
    } catch (NoninvertibleTransformException e) {
      return; // nothing is visible under such a transform
    }
  }

  // A rectangle on pixel borders is exact without antialiasing, and much faster.
  private static void antialias(Graphics2D g, Shape shape) {
    boolean exact =
        shape instanceof Rectangle2D r
            && whole(r.getX())
            && whole(r.getY())
            && whole(r.getWidth())
            && whole(r.getHeight());
    g.setRenderingHint(
        RenderingHints.KEY_ANTIALIASING,
        exact ? RenderingHints.VALUE_ANTIALIAS_OFF : RenderingHints.VALUE_ANTIALIAS_ON);
  }

  private static boolean whole(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e6;
  }

  private static Graphics2D graphics(Bitmap target) {
    Graphics2D g = target.image().createGraphics();
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    return g;
  }
}
