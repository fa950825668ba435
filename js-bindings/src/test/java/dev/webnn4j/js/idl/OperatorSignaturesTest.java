package dev.webnn4j.js.idl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.webnn4j.MLGraphBuilder;
import dev.webnn4j.MLOperand;
import dev.webnn4j.js.json.Json;
import dev.webnn4j.js.loop.Prelude;
import dev.webnn4j.op.Attribute;
import dev.webnn4j.op.AttributeType;
import dev.webnn4j.op.OperandSlot;
import dev.webnn4j.op.Operator;
import dev.webnn4j.op.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyArray;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.graalvm.polyglot.proxy.ProxyObject;
import org.junit.jupiter.api.Test;

/** Methods of operators that the catalogue need not have. */
class OperatorSignaturesTest {
  private static final OperandSlot INPUT = OperandSlot.of("input", Types.ANY);
  private static final OperandSlot EXTRA = OperandSlot.of("extra", Types.ANY).optional();

  private static Operator.Builder declare() {
    return Operator.named("invented")
        .operands(INPUT, EXTRA)
        .attributes(
            Attribute.argument("count", new AttributeType.UnsignedLong(false)),
            Attribute.option("shift", new AttributeType.SignedLong()));
  }

  private static Operator twoResults() {
    return declare()
        .outputs(OperandSlot.of("output0", Types.ANY), OperandSlot.of("output1", Types.ANY))
        .infersAll(call -> List.of(call.type(INPUT), call.type(INPUT)));
  }

  private static Operator manyResults() {
    return declare()
        .outputs(OperandSlot.of("outputs", Types.ANY).variadic())
        .infersAll(call -> List.of(call.type(INPUT)));
  }

  @Test
  void severalResultsAreAnArrayEvenIfItIsOne() {
    assertEquals(true, OperatorSignatures.of(twoResults(), true).get("givesList"));
    assertEquals(true, OperatorSignatures.of(manyResults(), true).get("givesList"));
    assertEquals(
        false,
        OperatorSignatures.of(declare().infers(call -> call.type(INPUT)), true).get("givesList"));
  }

  @Test
  void aMethodIsMadeOfItsSignature() {
    List<String> calls = new ArrayList<>();
    ProxyExecutable callOperator =
        args -> {
          calls.add(args[1].asString() + show(args[2]) + show(args[3]) + args[4].asString());
          MLGraphBuilder builder = args[0].asHostObject();
          MLOperand input = args[2].getArrayElement(0).asHostObject();
          return ProxyArray.fromArray(builder.relu(input), builder.identity(input));
        };
    try (Script script = new Script()) {
      Prelude.run(
          script.context(),
          ProxyObject.fromMap(
              Map.of(
                  "signatures",
                  Json.of(List.of(OperatorSignatures.of(twoResults(), true))),
                  "callOperator",
                  callOperator)),
          "idl/operators.js");
      script.check(
          """
          2 invented
          true 2 true
          label extra shift
          """,
          """
          const x = builder.input('x', f32(2));
          log(builder.invented.length, builder.invented.name);
          const results = builder.invented(x, -1, { extra: x, shift: -3.5, label: 'l' });
          log(Array.isArray(results), results.length, results.every((r) => r instanceof MLOperand));
          const read = [];
          builder.invented(x, 1, new Proxy({}, { get(target, key) { read.push(key); } }));
          log(read.join(' '));
          """);
    }
    assertEquals(List.of("invented[%x, %x][4294967295, -3]l", "invented[%x][1]"), calls);
  }

  private static String show(Value array) {
    return AttributeValues.list(
            array,
            item ->
                item.isHostObject()
                    ? item.asHostObject().toString().replaceAll(":.*", "")
                    : String.valueOf(item.asLong()))
        .toString();
  }
}
