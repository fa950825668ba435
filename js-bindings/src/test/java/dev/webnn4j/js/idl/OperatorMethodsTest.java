package dev.webnn4j.js.idl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.webnn4j.MLContextOptions;
import dev.webnn4j.op.Attribute;
import dev.webnn4j.op.AttributeType;
import dev.webnn4j.op.Catalogue;
import dev.webnn4j.op.OperandSlot;
import dev.webnn4j.op.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The methods that are derived from the catalogue: each property for every operator. */
class OperatorMethodsTest {
  private final Script script = new Script();

  @AfterEach
  void close() {
    script.close();
  }

  /** JavaScript for arguments that convert, though they need not make sense. */
  private static List<String> arguments(Operator operator) {
    var arguments = new ArrayList<String>();
    for (OperandSlot slot : operator.operands()) {
      if (slot.kind() == OperandSlot.Kind.REQUIRED) {
        arguments.add("x");
      } else if (slot.kind() == OperandSlot.Kind.VARIADIC) {
        arguments.add("[x]");
      }
    }
    for (Attribute<?> attribute : operator.attributes()) {
      if (attribute.isArgument()) {
        arguments.add(
            switch (attribute.type()) {
              case AttributeType.UnsignedLongs _,
                  AttributeType.Floats _,
                  AttributeType.Choices<?> _ ->
                  "[]";
              case AttributeType.DataType _ -> "'float32'";
              case AttributeType.Choice<?> choice ->
                  "'" + choice.type().getEnumConstants()[0].idlName() + "'";
              default -> "0";
            });
      }
    }
    return arguments;
  }

  private static boolean needsOptions(Operator operator) {
    return operator.attributes().stream().anyMatch(a -> !a.isArgument() && a.isRequired());
  }

  private static String lines(Function<Operator, String> line) {
    return Catalogue.operators().stream().map(line).collect(Collectors.joining("\n"));
  }

  private static String names() {
    return Catalogue.operators().stream()
        .map(operator -> "'" + operator.name() + "'")
        .collect(Collectors.joining(", ", "[", "]"));
  }

  @Test
  void everyOperatorIsAMethodOfTheRightLength() {
    script.check(
        lines(
            operator ->
                operator.name()
                    + " "
                    + (arguments(operator).size() + (needsOptions(operator) ? 1 : 0))
                    + " true true true false"),
        "for (const name of "
            + names()
            + """
            ) {
              const { value, writable, enumerable, configurable } =
                Object.getOwnPropertyDescriptor(MLGraphBuilder.prototype, name);
              log(value.name, value.length, writable, enumerable, configurable, Object.hasOwn(value, 'prototype'));
            }
            """);
  }

  @Test
  void thereAreNoOtherMethods() {
    String expected =
        Stream.concat(
                Stream.of("build", "constant", "input"),
                Catalogue.operators().stream().map(Operator::name))
            .sorted()
            .collect(Collectors.joining(" "));
    script.check(expected, "log(Object.keys(MLGraphBuilder.prototype).sort().join(' '));");
  }

  @Test
  void tooFewArgumentsAreRefused() {
    script.check(
        lines(operator -> operator.name() + " true true"),
        "for (const name of "
            + names()
            + """
            ) {
              const none = thrown(() => builder[name]());
              const wrong = thrown(() => builder[name](...Array(9).fill(Object.create(MLOperand.prototype))));
              log(name, none.startsWith(`TypeError: Failed to execute '${name}'`),
                wrong.startsWith(`TypeError: ${name}: `) && /is not (an MLOperand|iterable)/.test(wrong));
            }
            """);
  }

  @Test
  void optionsAreReadInTheOrderOfTheSpecification() {
    String expected = lines(operator -> operator.name() + " " + read(operator));
    var body = new StringBuilder("const x = builder.input('x', f32(2, 2));\n");
    for (Operator operator : Catalogue.operators()) {
      body.append(
          """
          {
            const read = [];
            const options = new Proxy({}, { get(target, key) { read.push(key); } });
            thrown(() => builder.%s(%s, options));
            log('%1$s', read.join(' '));
          }
          """
              .formatted(operator.name(), String.join(", ", arguments(operator))));
    }
    script.check(expected, body.toString());
  }

  /** The names of the options; a former name comes after the new one, which is absent. */
  private static String read(Operator operator) {
    List<String> names = new ArrayList<>();
    for (String name : operator.optionNames()) {
      names.add(name);
      boolean required = operator.findAttribute(name).map(Attribute::isRequired).orElse(false);
      operator.findAttribute(name).flatMap(Attribute::formerName).ifPresent(names::add);
      if (required) {
        break;
      }
    }
    return String.join(" ", names);
  }

  @Test
  void anOptionIsConvertedBeforeTheNextIsRead() {
    script.check(
        "label label:toString padding padding:iterate strides",
        """
        const read = [];
        const values = {
          label: { toString() { read.push('label:toString'); return 'l'; } },
          padding: { *[Symbol.iterator]() { read.push('padding:iterate'); yield* [0, 0, 0, 0]; } },
        };
        const options = new Proxy(values, { get(target, key) {
          if (key in values || key === 'strides') read.push(key);
          return target[key];
        } });
        builder.averagePool2d(builder.input('x', f32(1, 1, 4, 4)), options);
        log(read.join(' '));
        """);
  }

  @Test
  void argumentsAreConvertedFromLeftToRightBeforeTheOptions() {
    script.check(
        "TypeError: gemm: b is not an MLOperand\naxis label",
        """
        const x = builder.input('x', f32(2, 2));
        log(thrown(() => builder.gemm(x, 1, { get label() { log('read'); } })));
        const read = [];
        builder.softmax(x, { valueOf() { read.push('axis'); return 0; } }, { get label() { read.push('label'); } });
        log(read.join(' '));
        """);
  }

  @Test
  void optionsMustBeAnObjectOrAbsent() {
    script.check(
        """
        nothing
        nothing
        nothing
        nothing
        TypeError: relu: options is not an object
        TypeError: relu: options is not an object
        """,
        """
        const x = builder.input('x', f32(2, 2));
        for (const options of [undefined, null, {}, () => 0, 1, 'label']) log(thrown(() => builder.relu(x, options)));
        """);
  }

  @Test
  void valuesReachTheGraph() {
    script.check(
        "float32 1,2,4,4",
        """
        const x = builder.input('x', f32(1, 4, 4, 2));
        const filter = builder.input('f', f32(2, 3, 3, 1));
        const bias = builder.input('bias', f32(2));
        const conv = builder.conv2d(x, filter, {
          padding: [1, 1, 1, 1], groups: 2, inputLayout: 'nhwc', filterLayout: 'ohwi', bias, label: 'first \\uD800',
        });
        const clamped = builder.clamp(conv, { minValue: -1n, maxValue: 2.5 });
        const t = builder.transpose(clamped, { permutation: [0, 3, 1, 2] });
        log(t.dataType, t.shape);
        await builder.build({ t });
        """);
    assertEquals(
        """
        padding=[1, 1, 1, 1] groups=2 inputLayout=nhwc filterLayout=ohwi | first \uFFFD
        minValue=-1 maxValue=2.5 |
        permutation=[0, 3, 1, 2] |
        """,
        FakeEngine.lastGraph().nodes().stream()
            .map(node -> (node.attributes() + " | " + node.label()).strip() + "\n")
            .collect(Collectors.joining()));
  }

  @Test
  void splitTakesANumberOrAListAndGivesAnArray() {
    script.check(
        """
        true 2 2,4,2,4
        true 1 4,4
        true 3 1,4,2,4,1,4
        true 1 4,4
        TypeError: split [s]: splits [1, 2] must sum up to the 4 elements of axis 0
        TypeError: split: splits[1] is -1; it must be from 0 to 4294967295
        """,
        """
        const x = builder.input('x', f32(4, 4));
        const show = (pieces) => log(Array.isArray(pieces) && pieces.every((piece) => piece instanceof MLOperand),
          pieces.length, pieces.map((piece) => piece.shape));
        show(builder.split(x, 2));
        show(builder.split(x, 1, { axis: 1 }));
        show(builder.split(x, [1, 2, 1].values()));
        show(builder.split(x, [4]));
        log(thrown(() => builder.split(x, [1, 2], { label: 's' })));
        log(thrown(() => builder.split(x, [5, -1])));
        const [, second] = builder.split(x, 2);
        await builder.build({ second });
        """);
    assertEquals("splits=2", FakeEngine.lastGraph().nodes().getFirst().attributes().toString());
    assertEquals(2, FakeEngine.lastGraph().nodes().getFirst().results().size());
  }

  @Test
  void recurrentNetworksTakeListsOfChoicesAndGiveLists() {
    script.check(
        """
        2 2,3,4 1,2,3,4
        true 1,3,4
        2,4
        TypeError: gru: activations[1] 'Relu' is not a valid value of MLRecurrentNetworkActivation
        TypeError: gru [g]: activations has 1 values; it must have 2
        """,
        """
        const x = builder.input('x', f32(1, 3, 5));
        const weights = (directions) => [builder.input('w', f32(directions, 12, 5)), builder.input('r', f32(directions, 12, 4))];
        const both = builder.gru(x, ...weights(2), 1, 4,
          { direction: 'both', returnSequence: true, activations: new Set(['relu', 'tanh']), resetAfter: false });
        log(both.length, both[0].shape, both[1].shape);
        const one = builder.gru(x, ...weights(1), 1, 4);
        log(Array.isArray(one) && one.length === 1, one[0].shape);
        const cell = builder.gruCell(builder.input('c', f32(2, 5)), builder.input('cw', f32(12, 5)),
          builder.input('cr', f32(12, 4)), builder.input('h', f32(2, 4)), 4, { layout: 'rzn' });
        log(cell.shape);
        log(thrown(() => builder.gru(x, ...weights(1), 1, 4, { activations: ['relu', 'Relu'] })));
        log(thrown(() => builder.gru(x, ...weights(1), 1, 4, { activations: ['relu'], label: 'g' })));
        """);
  }

  @Test
  void aFormerNameCountsWhereTheNewOneIsAbsent() {
    script.check(
        "1,1,2,2\n1,1,3,3\n1,1,2,2",
        """
        const x = builder.input('x', f32(1, 1, 5, 5));
        const size = { windowDimensions: [2, 2], strides: [2, 2] };
        log(builder.maxPool2d(x, size).shape);
        log(builder.maxPool2d(x, { ...size, roundingType: 'ceil' }).shape);
        log(builder.maxPool2d(x, { ...size, roundingType: 'ceil', outputShapeRounding: 'floor' }).shape);
        """);
  }

  @Test
  void softmaxWithoutAnAxisIsForMatrices() {
    script.check(
        """
        2 nothing nothing
        TypeError: softmax [s]: axis is required for an input of rank 3
        TypeError: softmax [t]: axis is required for an input of rank 3
        TypeError: softmax: axis is NaN; it must be from 0 to 4294967295
        """,
        """
        const x = builder.input('x', f32(2, 3));
        const cube = builder.input('y', f32(1, 2, 3));
        log(builder.softmax.length, thrown(() => builder.softmax(x)), thrown(() => builder.softmax(x, undefined)));
        log(thrown(() => builder.softmax(cube, undefined, { label: 's' })));
        log(thrown(() => builder.softmax(cube, { label: 't' })));
        log(thrown(() => builder.softmax(x, {}, {})));
        """);
  }

  @Test
  void messagesCarryTheLabel() {
    script.check(
        "true\ntrue\ntrue",
        """
        const [a, b, c] = [builder.input('a', f32(2)), builder.input('b', f32(3)), builder.input('c', { dataType: 'int32', shape: [2] })];
        const label = 'sum \\'of\\' all';
        for (const f of [() => builder.add(a, b, { label }), () => builder.add(a, c, { label }), () => builder.reshape(a, [0], { label })]) {
          log(/^TypeError: (add|reshape) \\[sum 'of' all\\]: ./.test(thrown(f)));
        }
        """);
  }

  @Test
  void operandsOfAnotherBuilderAreRefused() {
    script.check(
        "true\ntrue",
        """
        const x = builder.input('x', f32(2));
        const other = new MLGraphBuilder(context);
        const y = other.input('y', f32(2));
        log(/^TypeError: add \\[l\\]: .*another builder/.test(thrown(() => builder.add(x, y, { label: 'l' }))));
        log(/^TypeError: concat.*another builder/.test(thrown(() => builder.concat([x, y], 0))));
        """);
  }

  @Test
  void withoutExtensionsTheirOptionsAreNotRead() {
    try (Script plain =
        new Script(MLContextOptions.DEFAULT.backend(FakeEngine.NAME).extensions(false))) {
      plain.check(
          "false false",
          """
          const read = [];
          const options = new Proxy({}, { get(target, key) { read.push(key); } });
          builder.resample2d(builder.input('x', f32(1, 1, 2, 2)), options);
          log(read.includes('coordinateTransformation'), 'groupConv2d' in builder);
          """);
    }
    script.check(
        "true",
        """
        const read = [];
        const options = new Proxy({}, { get(target, key) { read.push(key); } });
        builder.resample2d(builder.input('x', f32(1, 1, 2, 2)), options);
        log(read.includes('coordinateTransformation'));
        """);
  }

  @Test
  void requiredOptionsAreRequired() {
    script.check(
        """
        TypeError: fakeQuantize: the option levels is required
        float32 2,2
        """,
        """
        const x = builder.input('x', f32(2, 2));
        const limit = builder.constant('float32', 1);
        log(thrown(() => builder.fakeQuantize(x, limit, limit, limit, limit, {})));
        const q = builder.fakeQuantize(x, limit, limit, limit, limit, { levels: 256 });
        log(q.dataType, q.shape);
        """);
  }
}
