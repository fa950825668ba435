package dev.webnn4j.models;

import dev.webnn4j.MLOperandDataType;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the header of a .npy file says: the literal of a Python dictionary with three keys. */
record NpyHeader(MLOperandDataType dataType, List<Long> shape) {
  private static final Pattern DESCR = entry("descr", "['\"](?<value>[^'\"]*)['\"]");
  private static final Pattern ORDER = entry("fortran_order", "(?<value>True|False)");
  private static final Pattern SHAPE = entry("shape", "\\((?<value>[0-9L,\\s]*)\\)");

  private static final Map<String, MLOperandDataType> TYPES =
      Map.of(
          "<f4", MLOperandDataType.FLOAT32,
          "<f2", MLOperandDataType.FLOAT16,
          "<i4", MLOperandDataType.INT32,
          "<u4", MLOperandDataType.UINT32,
          "<i8", MLOperandDataType.INT64,
          "<u8", MLOperandDataType.UINT64,
          "|i1", MLOperandDataType.INT8,
          "|u1", MLOperandDataType.UINT8);

  NpyHeader {
    shape = List.copyOf(shape);
  }

  private static Pattern entry(String key, String value) {
    return Pattern.compile("['\"]" + key + "['\"]\\s*:\\s*" + value);
  }

  static NpyHeader parse(Path file, String text) throws NpyFormatException {
    MLOperandDataType dataType = dataType(file, find(file, text, DESCR, "'descr'"));
    boolean columnMajor = find(file, text, ORDER, "'fortran_order'").equals("True");
    List<Long> shape = shape(file, find(file, text, SHAPE, "'shape'"));
    if (columnMajor && shape.size() > 1) {
      throw new NpyFormatException(
          file, "it is in Fortran order", "save numpy.ascontiguousarray(array)");
    }
    return new NpyHeader(dataType, shape);
  }

  private static String find(Path file, String text, Pattern entry, String key)
      throws NpyFormatException {
    Matcher matcher = entry.matcher(text);
    if (!matcher.find()) {
      throw new NpyFormatException(
          file,
          "its header has no plain " + key + ": " + text.strip(),
          "save one array of numbers with numpy.save");
    }
    return matcher.group("value");
  }

  private static MLOperandDataType dataType(Path file, String descr) throws NpyFormatException {
    if (descr.startsWith(">")) {
      throw new NpyFormatException(
          file,
          "its elements are big-endian (" + descr + ")",
          "save array.astype('<" + descr.substring(1) + "')");
    }
    return Optional.ofNullable(TYPES.get(descr))
        .orElseThrow(
            () ->
                new NpyFormatException(
                    file,
                    "its elements are '" + descr + "', which WebNN does not have",
                    "save it as one of "
                        + String.join(", ", TYPES.keySet().stream().sorted().toList())));
  }

  private static List<Long> shape(Path file, String tuple) throws NpyFormatException {
    try {
      return Stream.of(tuple.replace("L", "").split(","))
          .map(String::strip)
          .filter(number -> !number.isEmpty())
          .map(Long::valueOf)
          .toList();
    } catch (NumberFormatException beyond) {
      throw new NpyFormatException(
          file,
          "its shape is (" + tuple + "), beyond 64 bits",
          "save an array that WebNN can take",
          beyond);
    }
  }
}
