package dev.webnn4j;

/** What {@link MLContext#createTensor} makes: a type, and what the owner may do with the tensor. */
public record MLTensorDescriptor(MLOperandDescriptor type, boolean readable, boolean writable) {
  /** A tensor that can be neither read nor written, as the specification's default is. */
  public static MLTensorDescriptor of(MLOperandDataType dataType, int... shape) {
    return new MLTensorDescriptor(MLOperandDescriptor.of(dataType, shape), false, false);
  }

  public static MLTensorDescriptor of(MLOperandDescriptor type) {
    return new MLTensorDescriptor(type, false, false);
  }

  /** The same tensor, with {@link MLContext#readTensor} allowed. */
  public MLTensorDescriptor asReadable() {
    return new MLTensorDescriptor(type, true, writable);
  }

  /** The same tensor, with {@link MLContext#writeTensor} allowed. */
  public MLTensorDescriptor asWritable() {
    return new MLTensorDescriptor(type, readable, true);
  }
}
