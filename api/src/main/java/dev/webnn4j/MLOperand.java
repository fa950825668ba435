package dev.webnn4j;

import dev.webnn4j.graph.Value;

/** A tensor in a graph that is being built. Belongs to its builder. */
public final class MLOperand {
  private final MLGraphBuilder builder;
  private final Value value;

  MLOperand(MLGraphBuilder builder, Value value) {
    this.builder = builder;
    this.value = value;
  }

  public MLOperandDataType dataType() {
    return value.type().dataType();
  }

  public Shape shape() {
    return value.shape();
  }

  public MLOperandDescriptor type() {
    return value.type();
  }

  MLGraphBuilder builder() {
    return builder;
  }

  Value value() {
    return value;
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
