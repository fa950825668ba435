package dev.webnn4j.js.dom.canvas;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/**
 * Pixels of a canvas, an image or an ImageBitmap: sRGB, 8 bits a channel, alpha not premultiplied,
 * so that what a page puts with putImageData comes back exactly.
 */
public final class Bitmap {
  private final BufferedImage image;
  private final int[] pixels;
  private final boolean opaque;

  /** A bitmap of transparent black. */
  public Bitmap(int width, int height) {
    this(
        new BufferedImage(Math.max(1, width), Math.max(1, height), BufferedImage.TYPE_INT_ARGB),
        false);
  }

  private Bitmap(BufferedImage image, boolean opaque) {
    this.image = image;
    this.pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    this.opaque = opaque;
  }

  /** A picture that nobody draws into any more; {@code opaque} says that every alpha is 255. */
  public static Bitmap ofPicture(int width, int height, int[] argb) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Bitmap bitmap = new Bitmap(image, isOpaque(argb));
    System.arraycopy(argb, 0, bitmap.pixels, 0, argb.length);
    return bitmap;
  }

  private static boolean isOpaque(int[] argb) {
    int all = 0xFF000000;
    for (int pixel : argb) {
      all &= pixel;
    }
    return all == 0xFF000000;
  }

  public int width() {
    return image.getWidth();
  }

  public int height() {
    return image.getHeight();
  }

  /** The image itself, not a copy. */
  public BufferedImage image() {
    return image;
  }

  /** ARGB, row by row: the very memory of {@link #image()}. */
  int[] pixels() {
    return pixels;
  }

  /** True when the picture is known to have no transparency, which makes scaling cheaper. */
  boolean opaque() {
    return opaque;
  }

  /** The part at (x, y); what lies outside this bitmap is transparent black. */
  public Bitmap crop(int x, int y, int width, int height) {
    int[] argb = new int[width * height];
    int from = Math.max(0, x);
    int to = Math.min(width(), x + width);
    for (int row = Math.max(0, -y); row < height && y + row < height(); row++) {
      if (to > from) {
        System.arraycopy(
            pixels, (y + row) * width() + from, argb, row * width + from - x, to - from);
      }
    }
    return ofPicture(width, height, argb);
  }
}
