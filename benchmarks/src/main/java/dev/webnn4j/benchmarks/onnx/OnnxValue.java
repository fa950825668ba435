package dev.webnn4j.benchmarks.onnx;

import dev.webnn4j.MLOperandDescriptor;
import java.util.Objects;

/** An input or output of a graph. */
public record OnnxValue(String name, MLOperandDescriptor type) {
  public OnnxValue {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
  }
}
