package train;

import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.StringJoiner;
import javax.imageio.ImageIO;

/**
 * One picture of digits in fonts that the network never learned from. Each row shows one family,
 * and its cells run 0, 1, ... 9 four times, so that a cell's digit is its column modulo 10.
 */
final class HeldOutSheet {
  private static final int ROUNDS = 4;
  private static final int COLUMNS = ROUNDS * LeNet.DIGITS;
  private static final int SIZE = GlyphRenderer.SIZE;

  /** As many grays as the eye tells apart here; more of them would only swell the file. */
  private static final int GRAYS = 18;

  private static final int BRIGHTEST = 255;

  private HeldOutSheet() {}

  static void write(Map<String, List<Font>> families, long seed, Path picture, Path layout)
      throws IOException {
    BufferedImage sheet =
        new BufferedImage(COLUMNS * SIZE, families.size() * SIZE, BufferedImage.TYPE_INT_RGB);
    GlyphRenderer renderer = new GlyphRenderer();
    SplittableRandom random = new SplittableRandom(seed);
    int row = 0;
    for (List<Font> fonts : families.values()) {
      for (int column = 0; column < COLUMNS; column++) {
        Font font = fonts.get(random.nextInt(fonts.size()));
        float[] pixels =
            renderer.render(
                GlyphRenderer.outline(font, column % LeNet.DIGITS),
                Distortion.mild(random),
                random);
        paint(sheet, row, column, pixels);
      }
      row++;
    }
    ImageIO.write(sheet, "png", picture.toFile());
    Files.writeString(layout, describe(families));
  }

  /** The cells of a sheet with the digits that they show. */
  static List<Sample> read(Path picture) throws IOException {
    BufferedImage sheet = ImageIO.read(picture.toFile());
    List<Sample> samples = new ArrayList<>();
    for (int y = 0; y < sheet.getHeight(); y += SIZE) {
      for (int x = 0; x < sheet.getWidth(); x += SIZE) {
        float[] pixels = new float[SIZE * SIZE];
        for (int i = 0; i < pixels.length; i++) {
          pixels[i] = (sheet.getRGB(x + i % SIZE, y + i / SIZE) & 0xff) / 255f;
        }
        samples.add(new Sample(pixels, x / SIZE % LeNet.DIGITS));
      }
    }
    return samples;
  }

  /** The gray is written as RGB: Java would read a gray PNG through a gamma curve, browsers not. */
  private static void paint(BufferedImage sheet, int row, int column, float[] pixels) {
    for (int i = 0; i < pixels.length; i++) {
      int level = Math.round(pixels[i] * (GRAYS - 1)) * BRIGHTEST / (GRAYS - 1);
      int x = column * SIZE + i % SIZE;
      int y = row * SIZE + i / SIZE;
      sheet.setRGB(x, y, level << 16 | level << 8 | level);
    }
  }

  private static String describe(Map<String, List<Font>> families) {
    StringJoiner names = new StringJoiner(",\n    ", "[\n    ", "\n  ]");
    families.keySet().forEach(family -> names.add("\"" + family + "\""));
    return "{\n  \"columns\": %d,\n  \"families\": %s\n}\n".formatted(COLUMNS, names);
  }
}
