package dev.webnn4j.benchmarks.network;

import java.io.IOException;

/** Finds or makes a network's file. */
@FunctionalInterface
interface NetworkMaker {
  /**
   * @throws IllegalArgumentException if the test data lacks it
   */
  Network make(String name, Workspace workspace) throws IOException;
}
