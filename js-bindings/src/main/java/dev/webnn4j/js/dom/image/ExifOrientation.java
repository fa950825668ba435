package dev.webnn4j.js.dom.image;

import dev.webnn4j.js.dom.canvas.Bitmap;

/** Turns a picture upright, as {@code image-orientation: from-image} does. */
final class ExifOrientation {
  private ExifOrientation() {}

  /**
   * Turns by EXIF rules.
   *
   * @param orientation 1 upright, 2 mirrored, 3 upside down, 4 mirrored upside down, 5 to 8
   *     likewise with rows and columns exchanged
   */
  static Bitmap upright(Bitmap bitmap, int orientation) {
    if (orientation == 1) {
      return bitmap;
    }
    boolean exchanged = orientation >= 5;
    int inWidth = bitmap.width();
    int inHeight = bitmap.height();
    int width = exchanged ? inHeight : inWidth;
    int height = exchanged ? inWidth : inHeight;
    int[] in = bitmap.image().getRGB(0, 0, inWidth, inHeight, null, 0, inWidth);
    int[] out = new int[in.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int sourceX =
            switch (orientation) {
              case 2, 3 -> width - 1 - x;
              case 5, 8 -> orientation == 5 ? y : height - 1 - y;
              case 6 -> y;
              case 7 -> height - 1 - y;
              default -> x;
            };
        int sourceY =
            switch (orientation) {
              case 3, 4 -> height - 1 - y;
              case 5, 8 -> x;
              case 6, 7 -> width - 1 - x;
              default -> y;
            };
        out[y * width + x] = in[sourceY * inWidth + sourceX];
      }
    }
    return Bitmap.ofPicture(width, height, out);
  }
}
