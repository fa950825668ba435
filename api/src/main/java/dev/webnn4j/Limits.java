package dev.webnn4j;

/**
 * What a tensor may be at most: <a href="https://www.w3.org/TR/webnn/#api-mloperanddescriptor">
 * "check dimensions"</a> of the specification.
 */
public final class Limits {
  /** The highest rank; web-platform-tests require that a tensor of rank 10 is refused. */
  public static final int MAX_RANK = 8;

  /** {@code maxTensorByteLength}. */
  public static final long MAX_BYTE_LENGTH = Integer.MAX_VALUE;

  /** The most tensors one operator takes or gives ("valid tensor count"). */
  public static final int MAX_TENSOR_COUNT = 8192;

  private Limits() {}

  /**
   * @param what names the tensor in the message, such as {@code "output"}
   * @throws IllegalArgumentException if rank or size are beyond the limits
   */
  public static void check(String what, MLOperandDescriptor type) {
    if (type.rank() > MAX_RANK) {
      throw new IllegalArgumentException(
          what + " " + type + " has rank " + type.rank() + "; at most " + MAX_RANK + " is allowed");
    }
    long bytes;
    try {
      bytes = type.byteLength();
    } catch (ArithmeticException overflow) {
      bytes = Long.MAX_VALUE;
    }
    if (bytes > MAX_BYTE_LENGTH) {
      throw new IllegalArgumentException(
          what + " " + type + " takes more than " + MAX_BYTE_LENGTH + " bytes");
    }
  }
}
