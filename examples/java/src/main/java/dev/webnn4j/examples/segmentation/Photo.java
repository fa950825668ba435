package dev.webnn4j.examples.segmentation;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** A picture file as red, green and blue. */
record Photo(BufferedImage image) {

  /** Reads JPEG, PNG, GIF, BMP or whatever else the JDK can read. */
  static Photo read(Path file) throws IOException {
    if (!Files.isReadable(file)) {
      throw new IOException(file + ": there is no such photo");
    }
    try (ImageInputStream stream = ImageIO.createImageInputStream(file.toFile())) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
      if (!readers.hasNext()) {
        throw new IOException(file + ": it is no JPEG, PNG, GIF or BMP picture");
      }
      ImageReader reader = readers.next();
      try {
        return new Photo(opaque(read(file, reader, stream)));
      } finally {
        reader.dispose();
      }
    }
  }

  private static BufferedImage read(Path file, ImageReader reader, ImageInputStream stream)
      throws IOException {
    // A truncated JPEG is only warned about, and what is missing is grey.
    List<String> warnings = new ArrayList<>();
    reader.addIIOReadWarningListener((_, warning) -> warnings.add(warning));
    reader.setInput(stream);
    BufferedImage image;
    try {
      image = reader.read(0);
    } catch (IOException | RuntimeException damaged) {
      throw new IOException(file + ": the picture is damaged: " + damaged.getMessage(), damaged);
    }
    if (!warnings.isEmpty()) {
      throw new IOException(file + ": the picture is damaged: " + warnings.getFirst());
    }
    return image;
  }

  private static BufferedImage opaque(BufferedImage image) {
    BufferedImage opaque =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = opaque.createGraphics();
    graphics.drawImage(image, 0, 0, null);
    graphics.dispose();
    return opaque;
  }

  int width() {
    return image.getWidth();
  }

  int height() {
    return image.getHeight();
  }

  /** Red, green and blue of each pixel, row by row. */
  float[] channels() {
    int[] rgb = image.getRGB(0, 0, width(), height(), null, 0, width());
    float[] channels = new float[3 * rgb.length];
    for (int i = 0; i < rgb.length; i++) {
      channels[3 * i] = rgb[i] >> 16 & 0xff;
      channels[3 * i + 1] = rgb[i] >> 8 & 0xff;
      channels[3 * i + 2] = rgb[i] & 0xff;
    }
    return channels;
  }
}
