package dev.webnn4j;

import dev.webnn4j.graph.Value;
import dev.webnn4j.spi.CompiledGraph;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * A compiled graph. Made by {@link MLGraphBuilder#build}; freed by {@link #close()}, by its
 * context's, or some time after it was forgotten.
 */
public final class MLGraph implements AutoCloseable {
  private final MLContext context;
  private final CompiledGraph compiled;
  private final SequencedMap<String, MLOperandDescriptor> inputs;
  private final SequencedMap<String, MLOperandDescriptor> outputs;
  private final Resource resource;

  MLGraph(
      MLContext context,
      CompiledGraph compiled,
      SequencedMap<String, Value> inputs,
      SequencedMap<String, Value> outputs) {
    this.context = context;
    this.compiled = compiled;
    this.inputs = types(inputs);
    this.outputs = types(outputs);
    this.resource = new Resource(this, compiled::close);
  }

  private static SequencedMap<String, MLOperandDescriptor> types(
      SequencedMap<String, Value> values) {
    var types = new LinkedHashMap<String, MLOperandDescriptor>();
    values.forEach((name, value) -> types.put(name, value.type()));
    return Collections.unmodifiableSequencedMap(types);
  }

  /** The inputs a dispatch must be given, by name. */
  public SequencedMap<String, MLOperandDescriptor> inputs() {
    return inputs;
  }

  /** The outputs a dispatch must be given, by name. */
  public SequencedMap<String, MLOperandDescriptor> outputs() {
    return outputs;
  }

  MLContext context() {
    return context;
  }

  CompiledGraph compiled() {
    return compiled;
  }

  /** Whether {@link #destroy} was called, on this graph or on its context. */
  public boolean isDestroyed() {
    return resource.isDestroyed();
  }

  void requireOpen() {
    if (isDestroyed()) {
      throw new IllegalStateException("the graph is closed");
    }
  }

  /** Frees the graph after the dispatches queued so far; it is unusable at once. */
  public void destroy() {
    if (resource.destroy()) {
      context.release(this, resource);
    }
  }

  /** The same as {@link #destroy}. */
  @Override
  public void close() {
    destroy();
  }
}
