package dev.webnn4j.backend.reference;

/** What an operator with one result computes: the plain meaning of the specification. */
@FunctionalInterface
public interface ReferenceFunction {
  /** The result, rounded once. */
  Tensor apply(ReferenceCall call);
}
