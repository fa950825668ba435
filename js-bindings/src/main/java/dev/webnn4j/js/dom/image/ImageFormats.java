package dev.webnn4j.js.dom.image;

import java.nio.charset.StandardCharsets;

/** Names a file's format by its first bytes, for error messages. */
final class ImageFormats {
  private ImageFormats() {}

  static String describe(byte[] bytes) {
    String start = new String(bytes, 0, Math.min(bytes.length, 64), StandardCharsets.ISO_8859_1);
    if (start.startsWith("\u00FF\u00D8")) {
      return "JPEG";
    }
    if (start.startsWith("\u0089PNG")) {
      return "PNG";
    }
    if (start.startsWith("GIF8")) {
      return "GIF";
    }
    if (start.startsWith("BM")) {
      return "BMP";
    }
    if (start.startsWith("RIFF") && start.startsWith("WEBP", 8)) {
      return "WebP";
    }
    if (start.startsWith("ftypavif", 4)) {
      return "AVIF";
    }
    String text = start.stripLeading();
    if (text.startsWith("<svg") || text.startsWith("<?xml")) {
      return "SVG";
    }
    return text.startsWith("<") ? "HTML text" : "unknown data";
  }
}
