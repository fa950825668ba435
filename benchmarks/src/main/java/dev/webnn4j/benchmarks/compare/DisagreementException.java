package dev.webnn4j.benchmarks.compare;

/** Two engines computed different things; the message is one sentence. */
public final class DisagreementException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  DisagreementException(String message) {
    super(message);
  }
}
