package dev.webnn4j.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A folder or file that is served to the page.
 *
 * @param prefix of the paths, or of the URLs, that it answers
 */
record Serving(String prefix, Path target) {
  /** Reads {@code /URL/PATH=PATH}. */
  static final class Mount implements ITypeConverter<Serving> {
    @Override
    public Serving convert(String text) {
      Serving serving = read(text, "--mount /weights=models/weights");
      if (!serving.prefix.startsWith("/")) {
        throw new TypeConversionException(
            "'" + serving.prefix + "' is no path of the page's origin; begin it with a slash");
      }
      return serving;
    }
  }

  /** Reads {@code URL_PREFIX=DIR}. */
  static final class Remote implements ITypeConverter<Serving> {
    @Override
    public Serving convert(String text) {
      Serving serving = read(text, "--map https://cdn.example/=copies");
      if (!serving.prefix.matches("https?://[^/]+.*")) {
        throw new TypeConversionException(
            "'" + serving.prefix + "' is no URL; begin it with http:// or https:// and a host");
      }
      return serving;
    }
  }

  /** A URL may hold equals signs; a path seldom does, and then the last one counts. */
  private static Serving read(String text, String example) {
    int split = text.lastIndexOf('=');
    if (split < 1 || split == text.length() - 1) {
      throw new TypeConversionException(
          "'" + text + "' is not two parts with '=' between them; write, say, " + example);
    }
    Path target = Path.of(text.substring(split + 1));
    if (!Files.exists(target)) {
      throw new TypeConversionException(
          "there is no file or folder '" + target + "'; name one that exists");
    }
    return new Serving(text.substring(0, split), target);
  }
}
