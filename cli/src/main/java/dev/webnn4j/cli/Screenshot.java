package dev.webnn4j.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A picture to take when a page is quiet.
 *
 * @param selector of which canvas; empty for the page's largest
 */
record Screenshot(Optional<String> selector, Path file) {
  /** Reads {@code [SELECTOR=]FILE.png}. A selector may hold equals signs itself. */
  static final class Converter implements ITypeConverter<Screenshot> {
    @Override
    public Screenshot convert(String text) {
      int split = text.lastIndexOf('=');
      String file = text.substring(split + 1);
      if (!file.endsWith(".png")) {
        throw new TypeConversionException("'" + text + "' does not end with .png");
      }
      Optional<String> selector =
          split < 0 ? Optional.empty() : Optional.of(text.substring(0, split));
      return new Screenshot(selector, Path.of(file));
    }
  }
}
