package dev.webnn4j.backend.reference;

import java.util.List;

/** What an operator computes: the plain meaning of the specification. */
public interface ReferenceOperation {
  /** The results, each rounded once. */
  List<Tensor> results(ReferenceCall call);
}
