package dev.webnn4j;

/** An operation failed though its arguments were valid: {@code OperationError}. */
public final class MLOperationException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public MLOperationException(String message, Throwable cause) {
    super(message, cause);
  }

  public MLOperationException(String message) {
    super(message);
  }
}
