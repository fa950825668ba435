package dev.webnn4j.js.page;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** URLs as the web writes them, for Java, whose {@link URI} is stricter. */
final class WebUrls {
  private static final String NOT_IN_URI = " \"<>[]\\^`{|}";

  private WebUrls() {}

  /** Parses a URL; characters that the web allows and Java does not are percent-encoded. */
  static URI parse(String url) {
    StringBuilder encoded = new StringBuilder(url.length());
    for (int i = 0; i < url.length(); i++) {
      char c = url.charAt(i);
      boolean brokenEscape = c == '%' && !isEscape(url, i);
      // Brackets belong around the host of an IPv6 address.
      boolean allowed =
          NOT_IN_URI.indexOf(c) < 0 || ((c == '[' || c == ']') && i < authorityEnd(url));
      if (allowed && !brokenEscape && c > 0x20 && c != 0x7f) {
        encoded.append(c);
      } else {
        encoded.append('%').append(String.format(Locale.ROOT, "%02X", (int) c));
      }
    }
    return URI.create(encoded.toString()).normalize();
  }

  private static int authorityEnd(String url) {
    int start = url.indexOf("//");
    if (start < 0) {
      return 0;
    }
    int end = url.indexOf('/', start + 2);
    return end < 0 ? url.length() : end;
  }

  private static boolean isEscape(String url, int at) {
    return at + 2 < url.length()
        && Character.digit(url.charAt(at + 1), 16) >= 0
        && Character.digit(url.charAt(at + 2), 16) >= 0;
  }

  /** Resolves what a page wrote against a base. */
  static URI resolve(URI base, String reference) {
    URI parsed = parse(reference.strip());
    if (parsed.toString().isEmpty()) {
      return base;
    }
    // Java drops the last segment of the base for a mere query; the web keeps it.
    if (parsed.toString().startsWith("?")) {
      String text = base.toString().replaceFirst("[?#].*$", "");
      return parse(text + parsed);
    }
    return withRootPath(base.resolve(parsed).normalize());
  }

  private static URI withRootPath(URI url) {
    return url.getRawPath() != null && url.getRawPath().isEmpty() ? url.resolve("/") : url;
  }

  /** Without the fragment. */
  static URI withoutFragment(URI url) {
    String text = url.toString();
    int hash = text.indexOf('#');
    return hash < 0 ? url : URI.create(text.substring(0, hash));
  }

  /** Scheme, host and port. */
  static String origin(URI url) {
    return url.getScheme() + "://" + url.getRawAuthority();
  }

  static boolean isHttp(URI url) {
    return "http".equals(url.getScheme()) || "https".equals(url.getScheme());
  }

  /** Encodes a file name as a segment of a path. */
  static String encodeSegment(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Undoes percent-encoding in a path or a part of one. */
  static String decode(String path) {
    return new String(decodeBytes(path), StandardCharsets.UTF_8);
  }

  /** Undoes percent-encoding where the bytes need not be text. */
  static byte[] decodeBytes(String encoded) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < encoded.length(); ) {
      if (encoded.charAt(i) == '%' && isEscape(encoded, i)) {
        bytes.write(Integer.parseInt(encoded.substring(i + 1, i + 3), 16));
        i += 3;
      } else {
        int end = encoded.offsetByCodePoints(i, 1);
        bytes.writeBytes(encoded.substring(i, end).getBytes(StandardCharsets.UTF_8));
        i = end;
      }
    }
    return bytes.toByteArray();
  }
}
