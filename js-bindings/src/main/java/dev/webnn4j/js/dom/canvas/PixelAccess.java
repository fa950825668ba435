package dev.webnn4j.js.dom.canvas;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;

/** getImageData and putImageData: RGBA bytes in one bulk copy each way. */
final class PixelAccess {
  private PixelAccess() {}

  /** RGBA of a rectangle; outside the bitmap transparent black. */
  static byte[] read(Bitmap bitmap, int x, int y, int width, int height) {
    byte[] rgba = new byte[Math.multiplyExact(Math.multiplyExact(width, height), 4)];
    IntBuffer out = ByteBuffer.wrap(rgba).order(ByteOrder.BIG_ENDIAN).asIntBuffer();
    int[] argb = bitmap.pixels();
    int left = Math.max(0, x);
    int right = (int) Math.min(bitmap.width(), (long) x + width);
    int bottom = (int) Math.min(bitmap.height(), (long) y + height);
    for (int row = Math.max(0, y); row < bottom; row++) {
      int source = row * bitmap.width();
      int target = (row - y) * width - x;
      for (int column = left; column < right; column++) {
        out.put(target + column, Integer.rotateLeft(argb[source + column], 8));
      }
    }
    return rgba;
  }

  /**
   * Writes the dirty rectangle of a {@code width} pixels wide RGBA picture so that its origin comes
   * to (x, y).
   *
   * @param dirty x, y, width, height inside the picture, already within its bounds
   */
  static void write(Bitmap bitmap, byte[] rgba, int width, int x, int y, int[] dirty) {
    IntBuffer in = ByteBuffer.wrap(rgba).order(ByteOrder.BIG_ENDIAN).asIntBuffer();
    int[] argb = bitmap.pixels();
    int left = Math.max(dirty[0], -x);
    int right = Math.min(dirty[0] + dirty[2], bitmap.width() - x);
    int bottom = Math.min(dirty[1] + dirty[3], bitmap.height() - y);
    for (int row = Math.max(dirty[1], -y); row < bottom; row++) {
      int source = row * width;
      int target = (y + row) * bitmap.width() + x;
      for (int column = left; column < right; column++) {
        argb[target + column] = Integer.rotateRight(in.get(source + column), 8);
      }
    }
  }
}
