package dev.webnn4j.benchmarks.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What runs models. */
public enum Engine {
  /** This project, by its public API. */
  WEBNN4J("webnn4j") {
    @Override
    public String version() {
      return WebnnSession.version();
    }

    @Override
    public Session open(Path model, int threads) throws IOException {
      return new WebnnSession(model, threads);
    }
  },

  /** Microsoft's, by its Java API. */
  ONNX_RUNTIME("onnxruntime") {
    @Override
    public String version() {
      return OnnxRuntimeSession.version();
    }

    @Override
    public Session open(Path model, int threads) throws IOException {
      return new OnnxRuntimeSession(model, threads);
    }
  };

  private final String id;

  Engine(String id) {
    this.id = id;
  }

  /** How reports call it. */
  public String id() {
    return id;
  }

  public abstract String version();

  /**
   * Reads a model and makes it ready to run.
   *
   * @param threads how many compute at once
   * @throws IllegalArgumentException if the engine cannot take the model
   */
  public abstract Session open(Path model, int threads) throws IOException;

  public static Engine of(String id) {
    return Arrays.stream(values())
        .filter(engine -> engine.id.equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no engine is called '"
                        + id
                        + "'; there is: "
                        + Arrays.stream(values())
                            .map(Engine::id)
                            .collect(Collectors.joining(", "))));
  }
}
