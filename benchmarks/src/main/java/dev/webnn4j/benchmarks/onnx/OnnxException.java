package dev.webnn4j.benchmarks.onnx;

/** An ONNX file that the benchmarks cannot take; the message is one sentence. */
public final class OnnxException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  public OnnxException(String message) {
    super(message);
  }
}
