package dev.webnn4j.examples.segmentation;

import java.util.Arrays;

/**
 * A photo in the square that the network takes: its longest side fills the square, and grey fills
 * what is left at the right or at the bottom.
 *
 * @param pixels red, green and blue of each pixel of the square, from 0 to 255
 * @param width of the photo within the square
 * @param height of the photo within the square
 */
@SuppressWarnings("ArrayRecordComponent") // A carrier within this example; nobody compares it.
record Letterbox(float[] pixels, int width, int height) {
  private static final float GREY = 128;

  static Letterbox of(Photo photo, int size) {
    int longest = Math.max(photo.width(), photo.height());
    int width = scaled(photo.width(), size, longest);
    int height = scaled(photo.height(), size, longest);
    float[] small = Resize.triangle(photo.channels(), photo.width(), photo.height(), width, height);
    float[] pixels = new float[3 * size * size];
    Arrays.fill(pixels, GREY);
    for (int y = 0; y < height; y++) {
      System.arraycopy(small, 3 * y * width, pixels, 3 * y * size, 3 * width);
    }
    return new Letterbox(pixels, width, height);
  }

  private static int scaled(int side, int size, int longest) {
    return Math.max(1, Math.round((float) side * size / longest));
  }
}
