package dev.webnn4j.js.idl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.webnn4j.Limits;
import dev.webnn4j.MLContextOptions;
import dev.webnn4j.MLInputOperandLayout;
import dev.webnn4j.MLOpSupportLimits;
import dev.webnn4j.MLOpSupportLimits.MLRankRange;
import dev.webnn4j.MLOpSupportLimits.MLTensorLimits;
import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.js.json.Json;
import dev.webnn4j.op.Catalogue;
import dev.webnn4j.op.OperandSlot;
import dev.webnn4j.op.Operator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SupportLimitsTest {
  private static final String LIST =
      """
      const limits = context.opSupportLimits();
      const show = ({ dataTypes, rankRange }) => `${dataTypes} ${rankRange.min}..${rankRange.max}`;
      for (const [name, slots] of Object.entries(limits).slice(5)) {
        for (const [slot, limit] of Object.entries(slots)) if (slot !== 'outputs' || !slots.output0) log(name, slot, show(limit));
      }
      """;

  private static String expected(boolean extensions) {
    return Catalogue.operators().stream()
        .filter(operator -> extensions || !operator.isExtension())
        .flatMap(SupportLimitsTest::slots)
        .collect(Collectors.joining("\n"));
  }

  private static Stream<String> slots(Operator operator) {
    return Stream.concat(operator.operands().stream(), operator.outputs().stream())
        .map(slot -> operator.name() + " " + slot.name() + " " + types(slot));
  }

  private static String types(OperandSlot slot) {
    return slot.types().stream().map(MLOperandDataType::idlName).collect(Collectors.joining(","))
        + (" " + slot.minRank() + ".." + slot.maxRank());
  }

  @Test
  void theyAreThoseOfTheCatalogue() {
    try (Script script = new Script()) {
      script.check(expected(true), LIST);
    }
    try (Script plain =
        new Script(MLContextOptions.DEFAULT.backend(FakeEngine.NAME).extensions(false))) {
      plain.check(expected(false), LIST);
    }
  }

  @Test
  void theyTellTheContextsOwnLimits() {
    try (Script script = new Script()) {
      script.check(
          """
          preferredInputLayout maxTensorByteLength input constant output
          nhwc 2147483647
          float32,float16,int32,uint32,int64,uint64,int8,uint8,int4,uint4 0 8
          false false true
          """,
          """
          const limits = context.opSupportLimits();
          log(Object.keys(limits).slice(0, 5).join(' '));
          log(limits.preferredInputLayout, limits.maxTensorByteLength);
          log(limits.input.dataTypes, limits.constant.rankRange.min, limits.output.rankRange.max);
          const again = context.opSupportLimits();
          log(limits === again, limits.add.a === again.add.a, Object.getPrototypeOf(limits) === Object.prototype);
          """);
    }
    assertEquals(Integer.MAX_VALUE, Limits.MAX_BYTE_LENGTH);
  }

  @Test
  void resultsOfRecurrentOperatorsAlsoHaveTheirFormerName() {
    MLTensorLimits any =
        new MLTensorLimits(List.of(MLOperandDataType.FLOAT32), new MLRankRange(2, 3));
    Map<String, MLTensorLimits> slots = new LinkedHashMap<>();
    List.of("input", "output0", "output1").forEach(name -> slots.put(name, any));
    var limits =
        new MLOpSupportLimits(
            MLInputOperandLayout.NCHW, 8, any, any, any, Map.of("lstmCell", slots));
    String limit = "{\"dataTypes\":[\"float32\"],\"rankRange\":{\"min\":2,\"max\":3}}";
    assertEquals(
        "{\"preferredInputLayout\":\"nchw\",\"maxTensorByteLength\":8,\"input\":L,\"constant\":L,"
            .concat(
                "\"output\":L,\"lstmCell\":{\"input\":L,\"output0\":L,\"output1\":L,\"outputs\":L}}")
            .replace(":L", ":" + limit),
        Json.of(SupportLimits.describe(limits)));
  }
}
