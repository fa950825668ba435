package dev.webnn4j.spi;

import dev.webnn4j.MLInputOperandLayout;
import dev.webnn4j.graph.Graph;

/** An engine that runs graphs, with what it shares among the graphs of one context. */
public interface Backend extends AutoCloseable {
  /** The layout of image tensors that needs no conversion. */
  MLInputOperandLayout preferredInputLayout();

  /**
   * Prepares a graph. Whatever the catalogue allows must compile: an operator an engine has no fast
   * code for runs slowly, not never.
   *
   * @param graph its constants may be freed when this returns, so an engine copies or packs what it
   *     needs of them
   * @throws dev.webnn4j.MLOperationException if the engine fails, for want of memory say
   */
  CompiledGraph compile(Graph graph);

  /**
   * Frees what the graphs shared. A graph that nobody closed may outlive it by a moment and only be
   * closed after it.
   */
  @Override
  void close();
}
