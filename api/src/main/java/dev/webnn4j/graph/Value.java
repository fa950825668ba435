package dev.webnn4j.graph;

import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.Shape;
import java.util.Objects;

/**
 * A tensor in a graph: an input, a constant or the result of a node. Two values are the same only
 * if they are the same object.
 */
public final class Value {
  private final MLOperandDescriptor type;
  private final String name;

  /**
   * @param name for people who read a graph; need not be unique
   */
  public Value(MLOperandDescriptor type, String name) {
    this.type = Objects.requireNonNull(type);
    this.name = Objects.requireNonNull(name);
  }

  public MLOperandDescriptor type() {
    return type;
  }

  public Shape shape() {
    return type.shape();
  }

  public String name() {
    return name;
  }

  @Override
  public String toString() {
    return "%" + name + ":" + type;
  }
}
