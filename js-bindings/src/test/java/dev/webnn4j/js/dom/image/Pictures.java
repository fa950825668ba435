package dev.webnn4j.js.dom.image;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Files of 16x8 pixels in all sorts of pixel layouts. */
final class Pictures {
  private Pictures() {}

  /** A PNG whose every pixel has these samples; {@code bits} a sample. */
  static byte[] png(int bits, int... samples) throws IOException {
    boolean color = samples.length >= 3;
    boolean alpha = samples.length % 2 == 0;
    int type = bits == 16 ? DataBuffer.TYPE_USHORT : DataBuffer.TYPE_BYTE;
    ColorSpace space = ColorSpace.getInstance(color ? ColorSpace.CS_sRGB : ColorSpace.CS_GRAY);
    ComponentColorModel model =
        new ComponentColorModel(
            space, alpha, false, alpha ? Transparency.TRANSLUCENT : Transparency.OPAQUE, type);
    WritableRaster raster = model.createCompatibleWritableRaster(16, 8);
    fill(raster, samples);
    return encode("png", new IIOImage(new BufferedImage(model, raster, false, null), null, null));
  }

  /** A PNG with a palette of one colour. */
  static byte[] palette(int red, int green, int blue) throws IOException {
    byte[][] table = {{(byte) red, 0}, {(byte) green, 0}, {(byte) blue, 0}};
    IndexColorModel model = new IndexColorModel(1, 2, table[0], table[1], table[2]);
    return encode(
        "png",
        new IIOImage(new BufferedImage(16, 8, BufferedImage.TYPE_BYTE_BINARY, model), null, null));
  }

  /** Any format ImageIO writes, RGB. */
  static byte[] rgb(String format, int color) throws IOException {
    BufferedImage image = new BufferedImage(16, 8, BufferedImage.TYPE_INT_RGB);
    int[] pixels = new int[16 * 8];
    Arrays.fill(pixels, color);
    image.setRGB(0, 0, 16, 8, pixels, 0, 16);
    return encode(format, new IIOImage(image, null, null));
  }

  /** A JPEG whose left half is red and whose right half is blue. */
  static byte[] sides() throws IOException {
    BufferedImage image = new BufferedImage(16, 8, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 16 * 8; i++) {
      image.setRGB(i % 16, i / 16, i % 16 < 8 ? 0xFF0000 : 0x0000FF);
    }
    return encode("jpeg", new IIOImage(image, null, null));
  }

  /** A JPEG of one to four raw components; four get Adobe's marker with this colour transform. */
  static byte[] jpeg(int transform, int... samples) throws IOException {
    WritableRaster raster =
        Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 16, 8, samples.length, null);
    fill(raster, samples);
    byte[] plain;
    if (samples.length == 1) {
      BufferedImage grey = new BufferedImage(16, 8, BufferedImage.TYPE_BYTE_GRAY);
      grey.setData(raster);
      return encode("jpeg", new IIOImage(grey, null, null));
    }
    plain = encode("jpeg", new IIOImage(raster, null, null));
    byte[] adobe = {0, 100, 0, 0, 0, 0, (byte) transform};
    return withSegment(plain, 0xEE, "Adobe", adobe);
  }

  /** The same JPEG with an EXIF orientation. */
  static byte[] oriented(byte[] jpeg, int orientation) throws IOException {
    byte[] tiff = {
      'M',
      'M',
      0,
      42,
      0,
      0,
      0,
      8,
      0,
      1,
      1,
      0x12,
      0,
      3,
      0,
      0,
      0,
      1,
      0,
      (byte) orientation,
      0,
      0,
      0,
      0,
      0,
      0
    };
    return withSegment(jpeg, 0xE1, "Exif\0\0", tiff);
  }

  private static byte[] withSegment(byte[] jpeg, int marker, String name, byte[] body)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(jpeg, 0, 2);
    int length = 2 + name.length() + body.length;
    out.write(new byte[] {(byte) 0xFF, (byte) marker, (byte) (length >> 8), (byte) length});
    out.write(name.getBytes(StandardCharsets.US_ASCII));
    out.write(body);
    out.write(jpeg, 2, jpeg.length - 2);
    return out.toByteArray();
  }

  private static void fill(WritableRaster raster, int[] samples) {
    for (int y = 0; y < 8; y++) {
      for (int x = 0; x < 16; x++) {
        raster.setPixel(x, y, samples);
      }
    }
  }

  private static byte[] encode(String format, IIOImage image) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      if (format.equals("jpeg")) {
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionQuality(1);
      }
      writer.write(null, image, parameters);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
