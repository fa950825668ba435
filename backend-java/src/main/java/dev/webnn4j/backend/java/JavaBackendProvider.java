package dev.webnn4j.backend.java;

import dev.webnn4j.MLContextOptions;
import dev.webnn4j.spi.Backend;
import dev.webnn4j.spi.BackendProvider;

/** Offers the Java engine under the name {@code java}. */
public final class JavaBackendProvider implements BackendProvider {
  public JavaBackendProvider() {}

  @Override
  public String name() {
    return "java";
  }

  @Override
  public int priority() {
    return 100;
  }

  @Override
  public Backend open(MLContextOptions options) {
    return JavaBackend.open(options);
  }
}
