package dev.webnn4j.examples.segmentation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhotoTest {
  @TempDir private Path directory;

  @Test
  void aPhotoOfTheNetworksSizeIsTakenPixelByPixel() throws IOException {
    BufferedImage noise = noise(9, 9);
    float[] pixels = Letterbox.of(Photo.read(file("noise.png", bytes(noise, "png"))), 9).pixels();
    for (int i = 0; i < 81; i++) {
      int rgb = noise.getRGB(i % 9, i / 9);
      float[] channels = {rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff};
      assertArrayEquals(channels, Arrays.copyOfRange(pixels, 3 * i, 3 * i + 3));
    }
  }

  @Test
  void keepsTheAspectRatioAndFillsTheRestWithGrey() {
    BufferedImage white = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
    white.createGraphics().fillRect(0, 0, 40, 30);
    Letterbox input = Letterbox.of(new Photo(white), 8);
    assertEquals(8, input.width());
    assertEquals(6, input.height());
    for (int i = 0; i < 64; i++) {
      assertEquals(i / 8 < 6 ? 255 : 128, input.pixels()[3 * i]);
    }
  }

  @Test
  void refusesTruncatedJpegs() throws IOException {
    byte[] whole = bytes(noise(64, 64), "jpg");
    String message = refusal(file("cut.jpg", Arrays.copyOf(whole, whole.length / 2)));
    assertTrue(message.contains("cut.jpg: the picture is damaged: "), message);
  }

  @Test
  void refusesTruncatedPngs() throws IOException {
    byte[] whole = bytes(noise(64, 64), "png");
    String message = refusal(file("cut.png", Arrays.copyOf(whole, whole.length / 2)));
    assertTrue(message.contains("cut.png: the picture is damaged: "), message);
  }

  @Test
  void refusesWhatIsNoPicture() throws IOException {
    Path text = file("text.jpg", new byte[] {'h', 'i'});
    assertEquals(text + ": it is no JPEG, PNG, GIF or BMP picture", refusal(text));
  }

  @Test
  void refusesMissingPhotos() {
    Path missing = directory.resolve("missing.jpg");
    assertEquals(missing + ": there is no such photo", refusal(missing));
  }

  private static String refusal(Path file) {
    return assertThrows(IOException.class, () -> Photo.read(file)).getMessage();
  }

  private static BufferedImage noise(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(1);
    for (int i = 0; i < width * height; i++) {
      image.setRGB(i % width, i / width, random.nextInt(1 << 24));
    }
    return image;
  }

  private static byte[] bytes(BufferedImage image, String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, format, out);
    return out.toByteArray();
  }

  private Path file(String name, byte[] bytes) throws IOException {
    return Files.write(directory.resolve(name), bytes);
  }
}
