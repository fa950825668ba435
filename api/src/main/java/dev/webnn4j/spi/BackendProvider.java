package dev.webnn4j.spi;

import dev.webnn4j.MLContextOptions;

/** Makes a backend for each context; found by {@link java.util.ServiceLoader}. */
public interface BackendProvider {
  /** What {@code -Dwebnn.backend} and {@link MLContextOptions#backend} call it. */
  String name();

  /** Of several providers the one with the highest priority serves contexts that name none. */
  int priority();

  /** Starts an engine for one context. */
  Backend open(MLContextOptions options);
}
