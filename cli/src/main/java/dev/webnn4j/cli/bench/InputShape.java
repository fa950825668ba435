package dev.webnn4j.cli.bench;

import dev.webnn4j.Shape;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The shape that an input gets in place of the model's. */
record InputShape(String name, Shape shape) {
  /** Reads {@code NAME=1,3,224,224}; a scalar has nothing behind the equals sign. */
  static final class Converter implements ITypeConverter<InputShape> {
    @Override
    public InputShape convert(String text) {
      int split = text.lastIndexOf('=');
      if (split < 1) {
        throw new TypeConversionException(
            "'" + text + "' has no name before an '='; write, say, --shape image=1,3,224,224");
      }
      try {
        String sizes = text.substring(split + 1);
        List<Long> dims =
            sizes.isEmpty()
                ? List.of()
                : Arrays.stream(sizes.split(",", -1)).map(Long::valueOf).toList();
        return new InputShape(text.substring(0, split), Shape.of(dims));
      } catch (NumberFormatException invalid) {
        throw new TypeConversionException(
            "'" + text + "' is no list of sizes; write, say, --shape image=1,3,224,224");
      } catch (IllegalArgumentException invalid) {
        throw new TypeConversionException(invalid.getMessage());
      }
    }
  }
}
