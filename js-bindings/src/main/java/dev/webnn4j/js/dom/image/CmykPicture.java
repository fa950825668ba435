package dev.webnn4j.js.dom.image;

import dev.webnn4j.js.dom.canvas.Bitmap;
import java.awt.image.Raster;

/** JPEGs of four components, which ImageIO reads only as raw samples. */
final class CmykPicture {
  private CmykPicture() {}

  /** Adobe's convention, to which browsers hold too: samples are inverted, 255 meaning no ink. */
  static Bitmap toBitmap(Raster raster, boolean ycck) {
    int width = raster.getWidth();
    int height = raster.getHeight();
    int[] argb = new int[width * height];
    int[] row = new int[width * 4];
    for (int y = 0; y < height; y++) {
      raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
      for (int x = 0; x < width; x++) {
        int c = row[4 * x];
        int m = row[4 * x + 1];
        int k = row[4 * x + 3];
        int ye = row[4 * x + 2];
        if (ycck) {
          // YCbCr of the inks: the JFIF conversion gives inks, and inverted inks are what is
          // stored.
          double luma = c;
          double cb = m - 128;
          double cr = ye - 128;
          c = 255 - clamp(luma + 1.402 * cr);
          m = 255 - clamp(luma - 0.344136 * cb - 0.714136 * cr);
          ye = 255 - clamp(luma + 1.772 * cb);
        }
        argb[y * width + x] = 0xFF000000 | scale(c, k) << 16 | scale(m, k) << 8 | scale(ye, k);
      }
    }
    return Bitmap.ofPicture(width, height, argb);
  }

  private static int scale(int ink, int black) {
    return (ink * black + 127) / 255;
  }

  private static int clamp(double value) {
    return Math.clamp(Math.round(value), 0, 255);
  }
}
