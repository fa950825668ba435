package dev.webnn4j.js.idl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.webnn4j.MLInputOperandLayout;
import dev.webnn4j.js.json.Json;
import dev.webnn4j.js.loop.Prelude;
import dev.webnn4j.op.AttributeType;
import java.util.stream.Stream;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Web IDL's conversions: each line is a JavaScript value, then what it becomes. */
class ConversionTest {
  private static final String ENFORCED =
      """
      0 | 0
      -0 | 0
      -0.9 | 0
      1.9 | 1
      4294967295 | 4294967295
      4294967295.9 | 4294967295
      4294967296 | TypeError
      -1 | TypeError
      NaN | TypeError
      Infinity | TypeError
      -Infinity | TypeError
      undefined | TypeError
      null | 0
      true | 1
      '7' | 7
      ' 0x10 ' | 16
      '' | 0
      'x' | TypeError
      [3] | 3
      [] | 0
      ({}) | TypeError
      ({ valueOf: () => 5 }) | 5
      ({ [Symbol.toPrimitive]: (hint) => hint.length }) | 6
      1n | TypeError
      Symbol() | TypeError
      """;
  private static final String WRAPPED =
      """
      -1 | 4294967295
      4294967296 | 0
      4294967297.5 | 1
      -4294967297 | 4294967295
      NaN | 0
      Infinity | 0
      undefined | 0
      1.9 | 1
      1n | TypeError
      Symbol() | TypeError
      """;
  private static final String SIGNED =
      """
      2147483647 | 2147483647
      2147483648 | TypeError
      -2147483648 | -2147483648
      -2147483649 | TypeError
      -1.5 | -1
      NaN | TypeError
      """;
  private static final String BOOLEAN =
      """
      0 | false
      '' | false
      NaN | false
      null | false
      0n | false
      'false' | true
      ({}) | true
      Symbol() | true
      """;
  private static final String DOUBLE =
      """
      0.1 | 0.1
      -0 | -0
      '1e3' | 1000
      1.7976931348623157e308 | 1.7976931348623157e+308
      NaN | TypeError
      Infinity | TypeError
      undefined | TypeError
      1n | TypeError
      """;
  private static final String FLOATS =
      """
      [0.1, 2] | [0.10000000149011612,2]
      new Set([1, 2]) | [1,2]
      (function* () { yield '4'; yield 5; })() | [4,5]
      new Float32Array([7]) | [7]
      [3.4028234663852886e38] | [3.4028234663852886e+38]
      [3.4028235677973366e38] | TypeError
      [1e39] | TypeError
      [NaN] | TypeError
      [1n] | TypeError
      [] | []
      'ab' | TypeError
      undefined | TypeError
      null | TypeError
      ({ length: 1, 0: 1 }) | TypeError
      ({ [Symbol.iterator]: 1 }) | TypeError
      ({ [Symbol.iterator]: () => 1 }) | TypeError
      ({ [Symbol.iterator]: () => ({ next: () => 1 }) }) | TypeError
      Object.assign(() => 0, { [Symbol.iterator]: [8][Symbol.iterator].bind([8]) }) | [8]
      """;
  private static final String UNSIGNED_LONGS =
      """
      [1, '2', 3.9] | [1,2,3]
      [-1] | TypeError
      [4294967296] | TypeError
      [undefined] | TypeError
      """;
  private static final String UNSIGNED_LONG_OR_LIST =
      """
      3 | 3
      '7' | 7
      null | 0
      true | 1
      [3] | [3]
      [1, '2', 3.9] | [1,2,3]
      [] | []
      new Set([4, 5]) | [4,5]
      new Uint8Array([6]) | [6]
      new String('12') | [1,2]
      '12' | 12
      ({ valueOf: () => 5 }) | 5
      ({ valueOf: () => 5, [Symbol.iterator]: undefined }) | 5
      ({ valueOf: () => 5, [Symbol.iterator]: null }) | 5
      ({ valueOf: () => 5, [Symbol.iterator]: 1 }) | TypeError
      ({ valueOf: () => 5, *[Symbol.iterator]() { yield 8; } }) | [8]
      (() => { let reads = 0; return { get [Symbol.iterator]() { reads++; return () => [reads].values(); } }; })() | [1]
      () => 0 | TypeError
      ({}) | TypeError
      -1 | TypeError
      4294967296 | TypeError
      [-1] | TypeError
      [undefined] | TypeError
      undefined | TypeError
      1n | TypeError
      """;
  private static final String NUMBER =
      """
      1.5 | 1.5
      -0 | -0
      NaN | NaN
      Infinity | Infinity
      -Infinity | -Infinity
      undefined | NaN
      '12' | 12
      3n | '3'
      -9223372036854775809n | '-9223372036854775809'
      ({ valueOf: () => 2n ** 70n }) | '1180591620717411303424'
      '12n' | NaN
      Symbol() | TypeError
      """;
  private static final String LAYOUT =
      """
      'nchw' | 'nchw'
      ({ toString: () => 'nhwc' }) | 'nhwc'
      ['nhwc'] | 'nhwc'
      'NCHW' | TypeError
      '' | TypeError
      undefined | TypeError
      null | TypeError
      Symbol() | TypeError
      """;
  private static final String LAYOUTS =
      """
      ['nchw', { toString: () => 'nhwc' }, 'nchw'] | ['nchw','nhwc','nchw']
      new Set(['nhwc']) | ['nhwc']
      [] | []
      ['nchw', 'NCHW'] | TypeError
      [undefined] | TypeError
      'nchw' | TypeError
      null | TypeError
      """;
  private static final String DATA_TYPE =
      """
      'float32' | 'float32'
      'uint8' | 'uint8'
      'FLOAT32' | TypeError
      'float64' | TypeError
      0 | TypeError
      """;

  /** Shows a value with its type, and tells the zeros apart. */
  private static final String SHOW =
      """
      ((converter, value) => {
        const show = (v) => typeof v === 'string' ? `'${v}'` : Array.isArray(v) ? `[${v.map(show)}]`
          : Object.is(v, -0) ? '-0' : String(v);
        try { return show(converter(value(), 'it')); } catch (e) { return e.name; }
      })
      """;

  private final Script script = new Script();

  @AfterEach
  void close() {
    script.close();
  }

  @TestFactory
  Stream<DynamicTest> enforcedUnsignedLong() {
    return cases(new AttributeType.UnsignedLong(true), ENFORCED);
  }

  @TestFactory
  Stream<DynamicTest> wrappingUnsignedLong() {
    return cases(new AttributeType.UnsignedLong(false), WRAPPED);
  }

  @TestFactory
  Stream<DynamicTest> signedLong() {
    return cases(new AttributeType.SignedLong(), SIGNED);
  }

  @TestFactory
  Stream<DynamicTest> bool() {
    return cases(new AttributeType.Bool(), BOOLEAN);
  }

  @TestFactory
  Stream<DynamicTest> restrictedDouble() {
    return cases(new AttributeType.Float64(), DOUBLE);
  }

  @TestFactory
  Stream<DynamicTest> sequenceOfFloat() {
    return cases(new AttributeType.Floats(), FLOATS);
  }

  @TestFactory
  Stream<DynamicTest> sequenceOfUnsignedLong() {
    return cases(new AttributeType.UnsignedLongs(true), UNSIGNED_LONGS);
  }

  @TestFactory
  Stream<DynamicTest> unsignedLongOrSequence() {
    return cases(new AttributeType.UnsignedLongOrList(), UNSIGNED_LONG_OR_LIST);
  }

  @TestFactory
  Stream<DynamicTest> number() {
    return cases(new AttributeType.Numeric(), NUMBER);
  }

  @TestFactory
  Stream<DynamicTest> enumeration() {
    return cases(
        new AttributeType.Choice<>(MLInputOperandLayout.class, "MLInputOperandLayout"), LAYOUT);
  }

  @TestFactory
  Stream<DynamicTest> sequenceOfEnumeration() {
    var layout = new AttributeType.Choice<>(MLInputOperandLayout.class, "MLInputOperandLayout");
    return cases(new AttributeType.Choices<>(layout), LAYOUTS);
  }

  @TestFactory
  Stream<DynamicTest> dataType() {
    return cases(new AttributeType.DataType(), DATA_TYPE);
  }

  private Stream<DynamicTest> cases(AttributeType<?> type, String table) {
    Value webnn = Prelude.internals(script.context()).getMember("webnn");
    Value description = script.context().eval("js", "(" + Json.of(IdlTypes.describe(type)) + ")");
    Value converter = webnn.getMember("converter").execute(description);
    Value show = script.context().eval("js", SHOW);
    return table
        .lines()
        .map(line -> line.split(" \\| "))
        .map(
            line -> {
              Value given = script.context().eval("js", "() => " + line[0]);
              String result = show.execute(converter, given).asString();
              return DynamicTest.dynamicTest(line[0], () -> assertEquals(line[1], result));
            });
  }
}
