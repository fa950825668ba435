package dev.webnn4j.js.dom.image;

import dev.webnn4j.js.dom.canvas.Bitmap;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Decodes JPEG, PNG, GIF (its first frame), BMP and whatever else ImageIO has a reader for.
 *
 * <p>A JPEG that ends too early is an error here. A browser would show its upper part, but a model
 * fed with half a picture gives an answer that nobody can trust, and nothing would say why.
 */
public final class ImageDecoder {
  private ImageDecoder() {}

  /** Decodes to sRGB, turned upright as EXIF says. */
  public static Bitmap decode(byte[] bytes) throws ImageDecodingException {
    if (bytes.length == 0) {
      throw new ImageDecodingException("the file is empty");
    }
    Optional<JpegHeader> jpeg = JpegHeader.of(bytes);
    if (jpeg.isPresent() && !jpeg.get().complete()) {
      throw new ImageDecodingException(
          "truncated JPEG: no end of image after " + bytes.length + " bytes");
    }
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new ImageDecodingException(
            "not a picture this host can decode: " + ImageFormats.describe(bytes));
      }
      ImageReader reader = readers.next();
      try {
        return read(reader, in, jpeg);
      } finally {
        reader.dispose();
      }
    } catch (ImageDecodingException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // Readers throw all sorts of runtime exceptions on malformed input.
      String detail = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      throw new ImageDecodingException(
          "malformed " + ImageFormats.describe(bytes) + ": " + detail, e);
    }
  }

  private static Bitmap read(ImageReader reader, ImageInputStream in, Optional<JpegHeader> jpeg)
      throws IOException {
    AtomicReference<String> damage = new AtomicReference<>("");
    IIOReadWarningListener listener =
        (source, warning) -> {
          if (warning != null && warning.toLowerCase(Locale.ROOT).contains("premature end")) {
            damage.compareAndSet("", warning);
          }
        };
    reader.addIIOReadWarningListener(listener);
    reader.setInput(in, true, false);
    Bitmap bitmap;
    if (jpeg.isPresent() && jpeg.get().components() == 4) {
      Raster raster = reader.readRaster(0, reader.getDefaultReadParam());
      bitmap = CmykPicture.toBitmap(raster, jpeg.get().ycck());
    } else {
      BufferedImage image = reader.read(0);
      bitmap = SrgbPicture.toBitmap(image);
    }
    if (!damage.get().isEmpty()) {
      throw new ImageDecodingException("damaged JPEG: " + damage.get());
    }
    return jpeg.isPresent() ? ExifOrientation.upright(bitmap, jpeg.get().orientation()) : bitmap;
  }
}
