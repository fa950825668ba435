package dev.webnn4j.backend.harness;

import dev.webnn4j.op.Operator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The test entries: a generator of random cases for each operator. An operator of the compiler's
 * own gets its entry here too, and then runs in every tier as those of the catalogue do.
 */
public final class OperatorCases {
  private static final Map<Operator, CaseGenerator> GENERATORS = new LinkedHashMap<>();

  static {
    GENERATORS.putAll(UnaryCases.generators());
    GENERATORS.putAll(BinaryCases.generators());
    GENERATORS.putAll(ConversionCases.generators());
    GENERATORS.putAll(ConvolutionCases.generators());
    GENERATORS.putAll(LogicalCases.generators());
    GENERATORS.putAll(TransposedConvolutionCases.generators());
    GENERATORS.putAll(QuantizationCases.generators());
    GENERATORS.putAll(PoolingCases.generators());
    GENERATORS.putAll(MatrixCases.generators());
    GENERATORS.putAll(RecurrentCases.generators());
    GENERATORS.putAll(NormalizationCases.generators());
    GENERATORS.putAll(ReductionCases.generators());
    GENERATORS.putAll(ResampleCases.generators());
    GENERATORS.putAll(ShapeCases.generators());
    GENERATORS.putAll(PaddingCases.generators());
    GENERATORS.putAll(IndexCases.generators());
  }

  private OperatorCases() {}

  /** All entries, by operator. */
  public static Map<Operator, CaseGenerator> generators() {
    return Map.copyOf(GENERATORS);
  }
}
