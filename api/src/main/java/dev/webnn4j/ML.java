package dev.webnn4j;

import dev.webnn4j.spi.BackendProvider;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** Where WebNN begins: {@code navigator.ml}. */
public final class ML {
  private ML() {}

  /** A context on the best engine there is, with its defaults. Close it to free its memory. */
  public static MLContext createContext() {
    return createContext(MLContextOptions.DEFAULT);
  }

  /**
   * @throws UnsupportedOperationException if no engine is on the module or class path, or none of
   *     the name asked for (NotSupportedError)
   */
  public static MLContext createContext(MLContextOptions options) {
    List<BackendProvider> providers =
        ServiceLoader.load(BackendProvider.class).stream()
            .map(ServiceLoader.Provider::get)
            .sorted(Comparator.comparingInt(BackendProvider::priority).reversed())
            .toList();
    BackendProvider provider =
        providers.stream()
            .filter(p -> options.backend().map(p.name()::equals).orElse(true))
            .findFirst()
            .orElseThrow(() -> new UnsupportedOperationException(noBackend(options, providers)));
    // A context says which engine it has, also to who left the choice open.
    return new MLContext(options.backend(provider.name()), provider.open(options));
  }

  private static String noBackend(MLContextOptions options, List<BackendProvider> providers) {
    if (providers.isEmpty()) {
      return "no WebNN engine found: add the module webnn4j-backend-java to the path";
    }
    return "no WebNN engine is called '"
        + options.backend().orElseThrow()
        + "'; there is: "
        + providers.stream().map(BackendProvider::name).collect(Collectors.joining(", "));
  }
}
