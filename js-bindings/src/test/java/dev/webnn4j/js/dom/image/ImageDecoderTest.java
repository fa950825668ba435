package dev.webnn4j.js.dom.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.webnn4j.js.dom.canvas.Bitmap;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ImageDecoderTest {
  static Stream<Arguments> layouts() throws IOException {
    // Raw samples of a CMYK JPEG are inverted inks; those of YCCK, luma and chroma of the inks.
    return Stream.of(
        arguments("cmyk.jpg", Pictures.jpeg(0, 200, 100, 50, 255), 0xFFC86432),
        arguments("darker cmyk.jpg", Pictures.jpeg(0, 200, 100, 50, 128), 0xFF643219),
        arguments("ycck.jpg", Pictures.jpeg(2, 131, 168, 68, 255), 0xFFD05F35),
        arguments("grey.jpg", Pictures.jpeg(0, 100), 0xFF646464),
        arguments("rgb16.png", Pictures.png(16, 200 * 257, 100 * 257, 50 * 257), 0xFFC86432),
        arguments("rgba.png", Pictures.png(8, 200, 100, 50, 128), 0x80C86432),
        arguments("rgba16.png", Pictures.png(16, 51400, 25700, 12850, 32896), 0x80C86432),
        arguments("palette.png", Pictures.palette(200, 100, 50), 0xFFC86432),
        arguments("grey.png", Pictures.png(8, 100), 0xFF646464),
        arguments("grey16.png", Pictures.png(16, 25700), 0xFF646464),
        arguments("grey-alpha.png", Pictures.png(8, 100, 128), 0x80646464),
        arguments("still.gif", Pictures.rgb("gif", 0xC86432), 0xFFC86432),
        arguments("still.bmp", Pictures.rgb("bmp", 0xC86432), 0xFFC86432));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("layouts")
  void decodesToSrgb(String name, byte[] file, int expected) throws IOException {
    Bitmap bitmap = ImageDecoder.decode(file);
    assertEquals("16x8", bitmap.width() + "x" + bitmap.height());
    int pixel = bitmap.image().getRGB(5, 5);
    int tolerance = name.endsWith("jpg") ? 2 : 0;
    for (int shift = 24; shift >= 0; shift -= 8) {
      assertEquals(
          (expected >>> shift) & 255,
          (pixel >>> shift) & 255,
          tolerance,
          Integer.toHexString(pixel));
    }
  }

  @Test
  void turnsAsExifSays() throws IOException {
    Bitmap bitmap = ImageDecoder.decode(Pictures.oriented(Pictures.sides(), 6));
    assertEquals("8x16", bitmap.width() + "x" + bitmap.height());
    // Turned clockwise by 90 degrees, the left side comes to the top.
    assertEquals(254, bitmap.image().getRGB(4, 2) >> 16 & 255, 2);
    assertEquals(254, bitmap.image().getRGB(4, 13) & 255, 2);
    Bitmap plain = ImageDecoder.decode(Pictures.sides());
    assertEquals("16x8", plain.width() + "x" + plain.height());
  }

  @Test
  void truncatedJpegIsAnError() throws IOException {
    byte[] whole = Pictures.sides();
    for (int length : new int[] {10, whole.length / 2, whole.length - 2}) {
      ImageDecodingException e =
          assertThrows(
              ImageDecodingException.class,
              () -> ImageDecoder.decode(Arrays.copyOf(whole, length)),
              "" + length);
      assertTrue(e.getMessage().contains("JPEG"), e.getMessage());
    }
  }

  @Test
  void damagedScanIsAnError() throws IOException {
    byte[] whole = Pictures.sides();
    // The scan's data are cut out, the end marker stays.
    byte[] damaged = Arrays.copyOf(whole, whole.length - 20);
    damaged[damaged.length - 2] = (byte) 0xFF;
    damaged[damaged.length - 1] = (byte) 0xD9;
    assertThrows(ImageDecodingException.class, () -> ImageDecoder.decode(damaged));
  }

  @Test
  void otherThingsAreNamed() {
    assertTrue(message("<!DOCTYPE html>").contains("HTML text"));
    assertTrue(message("RIFF....WEBPVP8 ").contains("WebP"));
    assertTrue(message("<svg xmlns='x'/>").contains("SVG"));
    assertTrue(message("").contains("empty"));
    assertTrue(message("\u0089PNG\r\n\u001a\nbroken").contains("PNG"));
  }

  private static String message(String text) {
    byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    return assertThrows(ImageDecodingException.class, () -> ImageDecoder.decode(bytes))
        .getMessage();
  }
}
