package dev.webnn4j.js.dom.canvas;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** toDataURL and toBlob. */
final class PictureEncoder {
  private PictureEncoder() {}

  /** The type that a request for {@code type} ends in: PNG for what cannot be written. */
  static String typeFor(String type) {
    return type.equals("image/jpeg") ? type : "image/png";
  }

  /** Encodes; a quality outside 0 to 1 means the default. */
  static byte[] encode(Bitmap bitmap, String type, double quality) {
    boolean jpeg = type.equals("image/jpeg");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName(jpeg ? "jpeg" : "png").next();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      if (jpeg) {
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionQuality(quality >= 0 && quality <= 1 ? (float) quality : 0.92f);
      }
      BufferedImage image = jpeg ? onBlack(bitmap) : bitmap.image();
      writer.write(null, new IIOImage(image, null, null), parameters);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot encode a picture in memory", e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  // JPEG has no alpha; the specification composites onto solid black.
  private static BufferedImage onBlack(Bitmap bitmap) {
    BufferedImage rgb =
        new BufferedImage(bitmap.width(), bitmap.height(), BufferedImage.TYPE_INT_RGB);
    Graphics2D g = rgb.createGraphics();
    g.drawImage(bitmap.image(), 0, 0, null);
    g.dispose();
    return rgb;
  }
}
