package dev.webnn4j.backend.reference;

import dev.webnn4j.op.Operator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What each operator computes: the one table, put together from the families' own. */
public final class ReferenceKernels {
  private static final Map<Operator, ReferenceOperation> OPERATIONS =
      join(
          Stream.of(
              ReferenceUnary.functions(),
              ReferenceBinary.functions(),
              ReferenceConversion.functions(),
              ReferenceConvolution.functions(),
              ReferenceDecompositions.operations(),
              ReferenceLogic.functions(),
              ReferenceTransposedConvolution.functions(),
              ReferenceQuantization.functions(),
              ReferencePooling.functions(),
              ReferenceMatrix.functions(),
              ReferenceRecurrent.operations(),
              ReferenceNormalization.functions(),
              ReferenceReduction.functions(),
              ReferenceResample.functions(),
              ReferenceShapes.functions(),
              ReferencePadding.functions(),
              ReferenceIndexing.functions()));

  private ReferenceKernels() {}

  public static Optional<ReferenceOperation> find(Operator operator) {
    return Optional.ofNullable(OPERATIONS.get(operator));
  }

  private static Map<Operator, ReferenceOperation> join(
      Stream<Map<Operator, ? extends ReferenceOperation>> families) {
    Map<Operator, ReferenceOperation> table = new HashMap<>();
    families
        .flatMap(family -> family.entrySet().stream())
        .forEach(
            entry -> {
              if (table.put(entry.getKey(), entry.getValue()) != null) {
                throw new IllegalStateException(entry.getKey() + " is in the table twice");
              }
            });
    return Map.copyOf(table);
  }
}
