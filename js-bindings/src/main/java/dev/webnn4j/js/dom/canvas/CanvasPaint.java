package dev.webnn4j.js.dom.canvas;

import java.awt.Color;
import java.awt.LinearGradientPaint;
import java.awt.MultipleGradientPaint.ColorSpaceType;
import java.awt.MultipleGradientPaint.CycleMethod;
import java.awt.Paint;
import java.awt.RadialGradientPaint;
import java.awt.TexturePaint;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** A fill or stroke style. */
sealed interface CanvasPaint {
  /**
   * As Java 2D wants it.
   *
   * @param toCanvas the user space's transform, which gradients take along; the others ignore it
   */
  Paint paint(AffineTransform toCanvas);

  /** One colour. */
  record Solid(CssColor color) implements CanvasPaint {
    @Override
    public Paint paint(AffineTransform toCanvas) {
      return new Color(color.argb(), true);
    }
  }

  /**
   * A picture laid as tiles over the plane; in a direction that does not repeat it is transparent
   * outside.
   */
  record Pattern(Bitmap bitmap, boolean repeatX, boolean repeatY) implements CanvasPaint {
    // Java 2D tiles in both directions: so long a margin that the next tile is out of sight stands
    // for no repetition.
    private static final int MARGIN = 4096;

    @Override
    public Paint paint(AffineTransform toCanvas) {
      int width = repeatX ? bitmap.width() : bitmap.width() + MARGIN;
      int height = repeatY ? bitmap.height() : bitmap.height() + MARGIN;
      Bitmap tile = repeatX && repeatY ? bitmap : bitmap.crop(0, 0, width, height);
      return new TexturePaint(tile.image(), new Rectangle2D.Double(0, 0, width, height));
    }
  }

  /** A linear gradient from (x0, y0) to (x1, y1), or a radial one from circle to circle. */
  final class Gradient implements CanvasPaint {
    private final boolean radial;
    private final double[] geometry;
    private final List<Stop> stops = new ArrayList<>();

    private record Stop(double offset, CssColor color) {}

    private Gradient(boolean radial, double... geometry) {
      this.radial = radial;
      this.geometry = geometry;
    }

    static Gradient linear(double x0, double y0, double x1, double y1) {
      return new Gradient(false, x0, y0, x1, y1);
    }

    /** The start circle's centre becomes the focus; its radius moves the stops outwards. */
    static Gradient radial(double x0, double y0, double r0, double x1, double y1, double r1) {
      return new Gradient(true, x0, y0, r0, x1, y1, r1);
    }

    void addStop(double offset, CssColor color) {
      int at = stops.size();
      while (at > 0 && stops.get(at - 1).offset() > offset) {
        at--;
      }
      stops.add(at, new Stop(offset, color));
    }

    @Override
    public Paint paint(AffineTransform toCanvas) {
      boolean degenerate =
          radial
              ? geometry[5] <= geometry[2]
              : geometry[0] == geometry[2] && geometry[1] == geometry[3];
      if (stops.isEmpty() || degenerate) {
        return new Color(0, true);
      }
      double start = radial ? geometry[2] / geometry[5] : 0;
      List<Color> colors = new ArrayList<>();
      List<Float> fractions = new ArrayList<>();
      for (Stop stop : stops) {
        float fraction = (float) (start + stop.offset() * (1 - start));
        // Java wants strictly rising fractions; two stops at one place make a hard edge, the next
        // float makes it too.
        if (!fractions.isEmpty() && fraction <= fractions.getLast()) {
          fraction = Math.nextUp(fractions.getLast());
        }
        if (fraction > 1) {
          fractions.set(fractions.size() - 1, Math.nextDown(1f));
          fraction = 1;
        }
        fractions.add(fraction);
        colors.add(new Color(stop.color().argb(), true));
      }
      if (colors.size() == 1) {
        return colors.getFirst();
      }
      float[] at = new float[fractions.size()];
      for (int i = 0; i < at.length; i++) {
        at[i] = fractions.get(i);
      }
      Color[] color = colors.toArray(Color[]::new);
      // Java 2D samples gradients at the corners of pixels, browsers at their centres.
      AffineTransform centred = AffineTransform.getTranslateInstance(-0.5, -0.5);
      centred.concatenate(toCanvas);
      Point2D from = new Point2D.Double(geometry[0], geometry[1]);
      if (!radial) {
        Point2D to = new Point2D.Double(geometry[2], geometry[3]);
        return new LinearGradientPaint(
            from, to, at, color, CycleMethod.NO_CYCLE, ColorSpaceType.SRGB, centred);
      }
      Point2D center = new Point2D.Double(geometry[3], geometry[4]);
      return new RadialGradientPaint(
          center,
          (float) geometry[5],
          from,
          at,
          color,
          CycleMethod.NO_CYCLE,
          ColorSpaceType.SRGB,
          centred);
    }
  }
}
