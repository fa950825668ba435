package dev.webnn4j.models.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.webnn4j.MLInputOperandLayout;
import dev.webnn4j.MLNumber;
import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.MLRecurrentNetworkActivation;
import dev.webnn4j.op.Attribute;
import dev.webnn4j.op.AttributeType;
import dev.webnn4j.op.Attributes;
import dev.webnn4j.op.LongOrList;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every type of attribute, at the ends of its range, and what is of another type. */
class AttributesTest {
  private static final AttributeType<Long> UNSIGNED = new AttributeType.UnsignedLong(true);
  private static final AttributeType<List<Long>> LIST = new AttributeType.UnsignedLongs(true);
  private static final AttributeType<LongOrList> EITHER = new AttributeType.UnsignedLongOrList();
  private static final AttributeType<Integer> SIGNED = new AttributeType.SignedLong();
  private static final AttributeType<Boolean> BOOL = new AttributeType.Bool();
  private static final AttributeType<Double> DOUBLE = new AttributeType.Float64();
  private static final AttributeType<List<Float>> FLOATS = new AttributeType.Floats();
  private static final AttributeType<MLNumber> NUMBER = new AttributeType.Numeric();
  private static final AttributeType<MLOperandDataType> TYPE = new AttributeType.DataType();
  private static final AttributeType.Choice<MLInputOperandLayout> LAYOUT =
      new AttributeType.Choice<>(MLInputOperandLayout.class, "MLInputOperandLayout");
  private static final AttributeType<List<MLRecurrentNetworkActivation>> ACTIVATIONS =
      new AttributeType.Choices<>(
          new AttributeType.Choice<>(
              MLRecurrentNetworkActivation.class, "MLRecurrentNetworkActivation"));

  @TempDir private Path folder;

  static Stream<Arguments> values() {
    return Stream.of(
        Arguments.of("0", UNSIGNED, 0L),
        Arguments.of("4294967295", UNSIGNED, 4294967295L),
        Arguments.of("[]", LIST, List.of()),
        Arguments.of("[0,4294967295]", LIST, List.of(0L, 4294967295L)),
        Arguments.of("3", EITHER, new LongOrList.One(3)),
        Arguments.of("[3]", EITHER, new LongOrList.Many(List.of(3L))),
        Arguments.of("-2147483648", SIGNED, Integer.MIN_VALUE),
        Arguments.of("true", BOOL, true),
        Arguments.of("false", BOOL, false),
        Arguments.of("-0.0", DOUBLE, -0.0),
        Arguments.of("4.9E-324", DOUBLE, Double.MIN_VALUE),
        Arguments.of("[0.1,3.4028235E38]", FLOATS, List.of(0.1f, Float.MAX_VALUE)),
        Arguments.of("6", NUMBER, MLNumber.of(6L)),
        Arguments.of("6.0", NUMBER, MLNumber.of(6.0)),
        Arguments.of(
            "-170141183460469231731687303715884105728",
            NUMBER,
            MLNumber.of(BigInteger.ONE.shiftLeft(127).negate())),
        Arguments.of("\"NaN\"", NUMBER, MLNumber.of(Double.NaN)),
        Arguments.of("\"Infinity\"", NUMBER, MLNumber.of(Double.POSITIVE_INFINITY)),
        Arguments.of("\"-Infinity\"", NUMBER, MLNumber.of(Double.NEGATIVE_INFINITY)),
        Arguments.of("\"uint4\"", TYPE, MLOperandDataType.UINT4),
        Arguments.of("\"nhwc\"", LAYOUT, MLInputOperandLayout.NHWC),
        Arguments.of(
            "[\"relu\",\"tanh\"]",
            ACTIVATIONS,
            List.of(MLRecurrentNetworkActivation.RELU, MLRecurrentNetworkActivation.TANH)));
  }

  private JsonValue json(String text) throws IOException {
    return JsonDocument.read(Files.writeString(folder.resolve("a.json"), text));
  }

  private <T> T read(AttributeType<T> type, String text) throws IOException {
    Attribute<T> attribute = Attribute.option("a", type);
    Place place = new Place(Path.of("f"), "n");
    return AttributeReader.with(Attributes.NONE, attribute, json(text), place).get(attribute);
  }

  @ParameterizedTest
  @MethodSource("values")
  void areReadAndWritten(String text, AttributeType<?> type, Object value) throws IOException {
    assertEquals(value, read(type, text));
    Path file = folder.resolve("w.json");
    try (JsonGenerator json = new JsonFactory().createGenerator(Files.newBufferedWriter(file))) {
      AttributeWriter.write(json, type, value);
    }
    assertEquals(text, Files.readString(file));
  }

  private <T> void refuses(String message, AttributeType<T> type, String text) {
    var error = assertThrows(GraphFormatException.class, () -> read(type, text));
    assertEquals("f:1: n: a is " + message, error.getMessage());
  }

  @Test
  void valuesOfAnotherTypeAreRefused() {
    refuses("-1; it must be a whole number from 0 to 4294967295", UNSIGNED, "-1");
    refuses("1.0; it must be a whole number from 0 to 4294967295", UNSIGNED, "1.0");
    refuses(
        "9999999999999999999999; it must be a whole number from 0 to 4294967295",
        UNSIGNED,
        "9999999999999999999999");
    refuses("3; it must be a list of whole numbers from 0 to 4294967295", LIST, "3");
    refuses("a list; it must be a list of whole numbers from 0 to 4294967295", LIST, "[1, \"2\"]");
    refuses(
        "true; it must be a whole number from 0 to 4294967295, or a list of them", EITHER, "true");
    refuses(
        "2147483648; it must be a whole number from -2147483648 to 2147483647",
        SIGNED,
        "2147483648");
    refuses("0; it must be true or false", BOOL, "0");
    refuses("1e999; it must be a number within the range of a double", DOUBLE, "1e999");
    refuses("a list; it must be a list of numbers within the range of a float", FLOATS, "[1e39]");
    refuses(
        "\"six\"; it must be a number, or one of \"NaN\", \"Infinity\", \"-Infinity\"",
        NUMBER,
        "\"six\"");
    refuses(
        "\"bool\"; it must be one of float32, float16, int32, uint32, int64, uint64, int8, uint8,"
            + " int4, uint4",
        TYPE,
        "\"bool\"");
    refuses("\"nhcw\"; it must be one of nchw, nhwc", LAYOUT, "\"nhcw\"");
    refuses(
        "a list; it must be a list, each one of relu, sigmoid, tanh", ACTIVATIONS, "[\"gelu\"]");
  }
}
