package dev.webnn4j.backend.reference;

import java.util.List;

/** What an operator with one result computes. */
@FunctionalInterface
public interface ReferenceFunction extends ReferenceOperation {
  /** The result, rounded once. */
  Tensor apply(ReferenceCall call);

  @Override
  default List<Tensor> results(ReferenceCall call) {
    return List.of(apply(call));
  }
}
