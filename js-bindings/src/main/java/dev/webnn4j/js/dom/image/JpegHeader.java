package dev.webnn4j.js.dom.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * What a JPEG file says of itself and ImageIO does not pass on.
 *
 * @param components of the frame: 1 grey, 3 colour, 4 CMYK or YCCK
 * @param ycck whether four components are YCCK rather than CMYK
 * @param orientation the EXIF value, 1 to 8
 * @param complete whether an end-of-image marker follows the last scan
 */
record JpegHeader(int components, boolean ycck, int orientation, boolean complete) {
  private static final int SOS = 0xDA;
  private static final int EOI = 0xD9;

  /** Empty when the file does not begin like a JPEG. */
  static Optional<JpegHeader> of(byte[] bytes) {
    if (bytes.length < 3
        || bytes[0] != (byte) 0xFF
        || bytes[1] != (byte) 0xD8
        || bytes[2] != (byte) 0xFF) {
      return Optional.empty();
    }
    int components = 0;
    boolean ycck = false;
    int orientation = 1;
    int at = 2;
    while (at + 4 <= bytes.length && bytes[at] == (byte) 0xFF) {
      int marker = bytes[at + 1] & 255;
      if (marker == 0xFF) {
        at++;
        continue;
      }
      if (marker == SOS || marker == EOI) {
        break;
      }
      int length = (bytes[at + 2] & 255) << 8 | (bytes[at + 3] & 255);
      int body = at + 4;
      int end = Math.min(bytes.length, at + 2 + length);
      if (isFrame(marker) && body + 6 <= end) {
        components = bytes[body + 5] & 255;
      } else if (marker == 0xEE && body + 12 <= end && startsWith(bytes, body, "Adobe")) {
        ycck = bytes[body + 11] == 2;
      } else if (marker == 0xE1 && body + 14 <= end && startsWith(bytes, body, "Exif\0\0")) {
        orientation = orientation(ByteBuffer.wrap(bytes, body + 6, end - body - 6).slice());
      }
      at += 2 + Math.max(2, length);
    }
    return Optional.of(new JpegHeader(components, ycck, orientation, endsAfter(bytes, at)));
  }

  // Start-of-frame markers are C0 to CF without the tables (C4, C8, CC) among them.
  private static boolean isFrame(int marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
  }

  private static boolean startsWith(byte[] bytes, int at, String text) {
    for (int i = 0; i < text.length(); i++) {
      if (bytes[at + i] != (byte) text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  // In scan data a FF byte is always followed by 00 or a restart marker, so FF D9 can only be the
  // end.
  private static boolean endsAfter(byte[] bytes, int from) {
    for (int i = Math.max(2, from); i + 1 < bytes.length; i++) {
      if (bytes[i] == (byte) 0xFF && (bytes[i + 1] & 255) == EOI) {
        return true;
      }
    }
    return false;
  }

  private static int orientation(ByteBuffer tiff) {
    try {
      tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
      int directory = tiff.getInt(4);
      int entries = Short.toUnsignedInt(tiff.getShort(directory));
      for (int i = 0; i < entries; i++) {
        int entry = directory + 2 + 12 * i;
        if (Short.toUnsignedInt(tiff.getShort(entry)) == 0x0112) {
          int value = Short.toUnsignedInt(tiff.getShort(entry + 8));
          return value >= 1 && value <= 8 ? value : 1;
        }
      }
    } catch (IndexOutOfBoundsException e) {
      return 1; // broken metadata does not spoil a picture
    }
    return 1;
  }
}
