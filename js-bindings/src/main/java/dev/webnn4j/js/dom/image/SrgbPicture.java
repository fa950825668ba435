package dev.webnn4j.js.dom.image;

import dev.webnn4j.js.dom.canvas.Bitmap;
import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/** Brings what ImageIO read to sRGB without the surprises of Java 2D's own conversions. */
final class SrgbPicture {
  private SrgbPicture() {}

  static Bitmap toBitmap(BufferedImage image) {
    int bands = image.getRaster().getNumBands();
    boolean indexed = image.getColorModel() instanceof IndexColorModel;
    if (!indexed && (bands <= 2 || image.getColorModel().getComponentSize(0) > 8)) {
      return fromSamples(image);
    }
    BufferedImage argb =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_ARGB);
    ColorSpace space = image.getColorModel().getColorSpace();
    if (indexed || space.isCS_sRGB()) {
      Graphics2D g = argb.createGraphics();
      g.setComposite(AlphaComposite.Src);
      g.drawImage(image, 0, 0, null);
      g.dispose();
    } else {
      new ColorConvertOp(null).filter(image, argb); // an embedded profile
    }
    int[] pixels = argb.getRGB(0, 0, argb.getWidth(), argb.getHeight(), null, 0, argb.getWidth());
    return Bitmap.ofPicture(argb.getWidth(), argb.getHeight(), pixels);
  }

  // Grey and 16-bit samples are taken as they are: Java 2D would read grey as linear light and
  // brighten it.
  private static Bitmap fromSamples(BufferedImage image) {
    Raster raster = image.getRaster();
    int bands = raster.getNumBands();
    boolean alpha = image.getColorModel().hasAlpha();
    int width = image.getWidth();
    int max = (1 << image.getColorModel().getComponentSize(0)) - 1;
    int[] argb = new int[width * image.getHeight()];
    int[] row = new int[width * bands];
    for (int y = 0; y < image.getHeight(); y++) {
      raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
      for (int x = 0; x < width; x++) {
        int at = x * bands;
        int r = eight(row[at], max);
        int g = bands >= 3 ? eight(row[at + 1], max) : r;
        int b = bands >= 3 ? eight(row[at + 2], max) : r;
        int a = alpha ? eight(row[at + bands - 1], max) : 255;
        argb[y * width + x] = a << 24 | r << 16 | g << 8 | b;
      }
    }
    return Bitmap.ofPicture(width, image.getHeight(), argb);
  }

  private static int eight(int sample, int max) {
    return (int) ((sample * 255L + max / 2) / max);
  }
}
