package dev.webnn4j.js.idl;

import dev.webnn4j.MLOpSupportLimits;
import dev.webnn4j.MLOpSupportLimits.MLTensorLimits;
import dev.webnn4j.MLOperandDataType;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code opSupportLimits()} as plain JavaScript objects. */
final class SupportLimits {
  private SupportLimits() {}

  static Map<String, Object> describe(MLOpSupportLimits limits) {
    var described = new LinkedHashMap<String, Object>();
    described.put("preferredInputLayout", limits.preferredInputLayout().idlName());
    described.put("maxTensorByteLength", limits.maxTensorByteLength());
    described.put("input", tensor(limits.input()));
    described.put("constant", tensor(limits.constant()));
    described.put("output", tensor(limits.output()));
    limits.operators().forEach((name, slots) -> described.put(name, operator(slots)));
    return described;
  }

  private static Map<String, Object> operator(Map<String, MLTensorLimits> slots) {
    var described = new LinkedHashMap<String, Object>();
    slots.forEach((name, limits) -> described.put(name, tensor(limits)));
    if (slots.containsKey("output1")) {
      // What the results of gru, lstm and lstmCell were called together until 2025.
      described.put("outputs", described.get("output0"));
    }
    return described;
  }

  private static Map<String, Object> tensor(MLTensorLimits limits) {
    var range = new LinkedHashMap<String, Object>();
    range.put("min", limits.rankRange().min());
    range.put("max", limits.rankRange().max());
    var described = new LinkedHashMap<String, Object>();
    described.put(
        "dataTypes", limits.dataTypes().stream().map(MLOperandDataType::idlName).toList());
    described.put("rankRange", range);
    return described;
  }
}
