package dev.webnn4j.js.page;

import java.net.URI;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What bare module specifiers stand for. Scopes are not supported.
 *
 * @param imports specifier, or prefix that ends in a slash, to absolute URL
 */
record ImportMap(Map<String, URI> imports) {
  static final ImportMap EMPTY = new ImportMap(Map.of());

  ImportMap {
    imports = Map.copyOf(imports);
  }

  /** Adds the entries of a later import map; what was mapped first stays. */
  ImportMap plus(Map<String, String> entries, URI base) {
    Map<String, URI> all = new LinkedHashMap<>();
    entries.forEach((specifier, target) -> all.put(specifier, WebUrls.resolve(base, target)));
    all.putAll(imports);
    return new ImportMap(all);
  }

  /** The URL of a specifier: of an exact entry, else of the longest prefix. */
  Optional<URI> resolve(String specifier) {
    if (imports.containsKey(specifier)) {
      return Optional.of(imports.get(specifier));
    }
    return imports.keySet().stream()
        .filter(prefix -> prefix.endsWith("/") && specifier.startsWith(prefix))
        .max(Comparator.comparingInt(String::length))
        .map(prefix -> WebUrls.resolve(imports.get(prefix), specifier.substring(prefix.length())));
  }
}
