package dev.webnn4j.benchmarks.child;

import dev.webnn4j.benchmarks.engine.Engine;
import java.nio.file.Path;
import java.util.List;

/**
 * One side of a comparison.
 *
 * @param name how reports call it: the engine, and what is special about it
 * @param model the file it runs
 * @param jvmOptions what its JVM gets beyond what all get
 */
public record Contender(String name, Engine engine, Path model, List<String> jvmOptions) {
  public Contender {
    jvmOptions = List.copyOf(jvmOptions);
  }
}
