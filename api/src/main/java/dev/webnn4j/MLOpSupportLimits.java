package dev.webnn4j;

import dev.webnn4j.op.Catalogue;
import dev.webnn4j.op.OperandSlot;
import dev.webnn4j.op.Operator;
import dev.webnn4j.op.Types;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a context supports: {@code opSupportLimits()}, derived from the operator catalogue.
 *
 * @param operators for each operator and each of its operands and results, what they may be
 */
public record MLOpSupportLimits(
    MLInputOperandLayout preferredInputLayout,
    long maxTensorByteLength,
    MLTensorLimits input,
    MLTensorLimits constant,
    MLTensorLimits output,
    Map<String, Map<String, MLTensorLimits>> operators) {

  /** The data types and ranks of one operand. */
  public record MLTensorLimits(List<MLOperandDataType> dataTypes, MLRankRange rankRange) {
    static MLTensorLimits of(Set<MLOperandDataType> types, int minRank, int maxRank) {
      return new MLTensorLimits(List.copyOf(types), new MLRankRange(minRank, maxRank));
    }
  }

  /** The ranks allowed, both ends included. */
  public record MLRankRange(int min, int max) {}

  static MLOpSupportLimits of(MLInputOperandLayout layout, boolean extensions) {
    MLTensorLimits any = MLTensorLimits.of(Types.TENSORS, 0, Limits.MAX_RANK);
    Map<String, Map<String, MLTensorLimits>> operators = new LinkedHashMap<>();
    for (Operator operator : Catalogue.operators()) {
      if (extensions || !operator.isExtension()) {
        operators.put(operator.name(), slots(operator));
      }
    }
    return new MLOpSupportLimits(
        layout, Limits.MAX_BYTE_LENGTH, any, any, any, Collections.unmodifiableMap(operators));
  }

  private static Map<String, MLTensorLimits> slots(Operator operator) {
    Map<String, MLTensorLimits> slots = new LinkedHashMap<>();
    operator.operands().forEach(slot -> put(slots, slot));
    operator.outputs().forEach(slot -> put(slots, slot));
    return Collections.unmodifiableMap(slots);
  }

  private static void put(Map<String, MLTensorLimits> slots, OperandSlot slot) {
    slots.put(slot.name(), MLTensorLimits.of(slot.types(), slot.minRank(), slot.maxRank()));
  }
}
