package dev.webnn4j.backend.reference;

import dev.webnn4j.MLContextOptions;
import dev.webnn4j.spi.Backend;
import dev.webnn4j.spi.BackendProvider;

/** The engine called {@code reference}, which serves only contexts that ask for it by name. */
public final class ReferenceBackendProvider implements BackendProvider {
  public ReferenceBackendProvider() {}

  @Override
  public String name() {
    return "reference";
  }

  @Override
  public int priority() {
    return 0;
  }

  @Override
  public Backend open(MLContextOptions options) {
    return new ReferenceBackend();
  }
}
