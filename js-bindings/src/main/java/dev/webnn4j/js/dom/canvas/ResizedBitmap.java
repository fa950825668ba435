package dev.webnn4j.js.dom.canvas;

/** The resize and orientation options of createImageBitmap. */
final class ResizedBitmap {
  private ResizedBitmap() {}

  static Bitmap of(Bitmap bitmap, int width, int height, String quality) {
    double[] source = {0, 0, bitmap.width(), bitmap.height()};
    double[] target = {0, 0, width, height};
    return ImageScaler.scale(
        bitmap, source, target, 0, 0, width, height, !quality.equals("pixelated"));
  }

  static Bitmap flipped(Bitmap bitmap) {
    int width = bitmap.width();
    int[] argb = new int[width * bitmap.height()];
    for (int row = 0; row < bitmap.height(); row++) {
      System.arraycopy(
          bitmap.pixels(), row * width, argb, (bitmap.height() - 1 - row) * width, width);
    }
    return Bitmap.ofPicture(width, bitmap.height(), argb);
  }
}
