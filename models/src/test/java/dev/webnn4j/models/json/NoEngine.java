package dev.webnn4j.models.json;

import dev.webnn4j.MLContextOptions;
import dev.webnn4j.MLInputOperandLayout;
import dev.webnn4j.graph.Graph;
import dev.webnn4j.spi.Backend;
import dev.webnn4j.spi.BackendProvider;
import dev.webnn4j.spi.CompiledGraph;

/** Lets tests have builders where there is no engine: it compiles nothing. */
public final class NoEngine implements BackendProvider, Backend {
  /** Made by the service loader. */
  public NoEngine() {}

  @Override
  public String name() {
    return "none";
  }

  @Override
  public int priority() {
    return 0;
  }

  @Override
  public Backend open(MLContextOptions options) {
    return this;
  }

  @Override
  public MLInputOperandLayout preferredInputLayout() {
    return MLInputOperandLayout.NCHW;
  }

  @Override
  public CompiledGraph compile(Graph graph) {
    throw new UnsupportedOperationException("there is no engine in this test");
  }

  @Override
  public void close() {}
}
