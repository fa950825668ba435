package train;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.random.RandomGenerator;

/** Draws an outline as white ink on a black cell, under a distortion. Not for several threads. */
final class GlyphRenderer {
  static final int SIZE = 28;

  /** Below this brightest pixel a digit is hardly readable: a hairline of a thin font. */
  private static final float FAINT = 0.6f;

  private static final double ADDED_TO_FAINT = 0.7;

  private final BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
  private final int[] rgb = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
  private final Graphics2D graphics = image.createGraphics();

  GlyphRenderer() {
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
  }

  static Shape outline(Font font, int digit) {
    FontRenderContext exact = new FontRenderContext(null, true, true);
    String text = Integer.toString(digit);
    return font.deriveFont(100f).createGlyphVector(exact, text).getOutline();
  }

  /** The cell's pixels in row-major order, from 0 (black) to 1 (ink). */
  float[] render(Shape outline, Distortion distortion, RandomGenerator random) {
    Shape placed = wobble(place(outline, distortion), distortion);
    float[] pixels = draw(placed, distortion.weight());
    if (brightest(pixels) < FAINT) {
      pixels = draw(placed, Math.max(0, distortion.weight()) + ADDED_TO_FAINT);
    }
    if (distortion.blur() > 0) {
      pixels = blur(pixels, (float) distortion.blur());
    }
    if (distortion.noise() > 0) {
      addNoise(pixels, distortion.noise(), random);
    }
    return pixels;
  }

  /** Fits the outline into its box and moves it to the middle of the cell. */
  private static Shape place(Shape outline, Distortion distortion) {
    Rectangle2D bounds = outline.getBounds2D();
    double width = bounds.getWidth() * distortion.stretch();
    double scale = distortion.box() / Math.max(width, bounds.getHeight());
    AffineTransform transform = new AffineTransform();
    transform.translate(SIZE / 2.0 + distortion.shiftX(), SIZE / 2.0 + distortion.shiftY());
    transform.rotate(distortion.rotation());
    transform.shear(distortion.shear(), 0);
    transform.scale(scale * distortion.stretch(), scale);
    transform.translate(-bounds.getCenterX(), -bounds.getCenterY());
    return transform.createTransformedShape(outline);
  }

  private static Shape wobble(Shape shape, Distortion distortion) {
    Path2D bent = new Path2D.Double(Path2D.WIND_NON_ZERO);
    double[] points = new double[6];
    for (PathIterator path = shape.getPathIterator(null); !path.isDone(); path.next()) {
      int segment = path.currentSegment(points);
      for (int i = 0; i < points.length; i += 2) {
        bend(points, i, distortion);
      }
      switch (segment) {
        case PathIterator.SEG_MOVETO -> bent.moveTo(points[0], points[1]);
        case PathIterator.SEG_LINETO -> bent.lineTo(points[0], points[1]);
        case PathIterator.SEG_QUADTO -> bent.quadTo(points[0], points[1], points[2], points[3]);
        case PathIterator.SEG_CUBICTO ->
            bent.curveTo(points[0], points[1], points[2], points[3], points[4], points[5]);
        default -> bent.closePath();
      }
    }
    return bent;
  }

  private static void bend(double[] points, int i, Distortion distortion) {
    double x = points[i];
    double y = points[i + 1];
    points[i] = x + distortion.wobble() * Math.sin(y * 0.27 + distortion.phase());
    points[i + 1] = y + distortion.wobble() * Math.sin(x * 0.23 + 1.7 * distortion.phase());
  }

  private float[] draw(Shape shape, double weight) {
    graphics.setColor(Color.BLACK);
    graphics.fillRect(0, 0, SIZE, SIZE);
    graphics.setColor(Color.WHITE);
    graphics.fill(shape);
    if (weight != 0) {
      graphics.setColor(weight > 0 ? Color.WHITE : Color.BLACK);
      graphics.setStroke(
          new BasicStroke((float) Math.abs(weight), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      graphics.draw(shape);
    }
    float[] pixels = new float[SIZE * SIZE];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (rgb[i] & 0xff) / 255f;
    }
    return pixels;
  }

  private static float brightest(float[] pixels) {
    float most = 0;
    for (float pixel : pixels) {
      most = Math.max(most, pixel);
    }
    return most;
  }

  private static float[] blur(float[] pixels, float share) {
    float[] blurred = new float[pixels.length];
    for (int y = 0; y < SIZE; y++) {
      for (int x = 0; x < SIZE; x++) {
        float neighbours =
            at(pixels, x - 1, y)
                + at(pixels, x + 1, y)
                + at(pixels, x, y - 1)
                + at(pixels, x, y + 1);
        blurred[y * SIZE + x] = (1 - share) * pixels[y * SIZE + x] + share * neighbours / 4;
      }
    }
    return blurred;
  }

  private static float at(float[] pixels, int x, int y) {
    return x < 0 || y < 0 || x >= SIZE || y >= SIZE ? 0 : pixels[y * SIZE + x];
  }

  private static void addNoise(float[] pixels, double deviation, RandomGenerator random) {
    for (int i = 0; i < pixels.length; i++) {
      float noisy = pixels[i] + (float) (deviation * random.nextGaussian());
      pixels[i] = Math.clamp(noisy, 0f, 1f);
    }
  }
}
