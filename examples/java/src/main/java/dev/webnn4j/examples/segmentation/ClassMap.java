package dev.webnn4j.examples.segmentation;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Each pixel's class.
 *
 * @param classes of the whole square, row by row
 * @param size the side of the square
 * @param width of the photo within the square
 * @param height of the photo within the square
 */
@SuppressWarnings("ArrayRecordComponent") // A carrier within this example; nobody compares it.
record ClassMap(int[] classes, int size, int width, int height) {

  /** How much of the photo a class covers, from 0 to 1. */
  record Share(VocClass vocClass, double part) {}

  /** The classes on the photo, the greatest share first. */
  List<Share> shares() {
    VocClass[] all = VocClass.values();
    int[] counts = new int[all.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        counts[classes[y * size + x]]++;
      }
    }
    double pixels = (double) width * height;
    return IntStream.range(0, all.length)
        .filter(index -> counts[index] > 0)
        .mapToObj(index -> new Share(all[index], counts[index] / pixels))
        .sorted(Comparator.comparingDouble(Share::part).reversed())
        .toList();
  }

  /** The photo's part in the colours of the classes, the background as opaque as told. */
  BufferedImage colours(int alpha, int backgroundAlpha) {
    int[] palette =
        Arrays.stream(VocClass.values())
            .mapToInt(
                entry ->
                    (entry == VocClass.BACKGROUND ? backgroundAlpha : alpha) << 24 | entry.rgb())
            .toArray();
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, palette[classes[y * size + x]]);
      }
    }
    return image;
  }

  /** Writes the whole square, each pixel's grey level its class. */
  void write(Path file) throws IOException {
    BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_BYTE_GRAY);
    WritableRaster raster = image.getRaster();
    raster.setPixels(0, 0, size, size, classes);
    Png.write(image, file);
  }
}
