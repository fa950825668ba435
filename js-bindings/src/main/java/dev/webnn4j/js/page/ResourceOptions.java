package dev.webnn4j.js.page;

import dev.webnn4j.js.resource.ResourceHandler;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * Where a page's resources may come from.
 *
 * @param root the folder behind the page's origin
 * @param mounts folders or files that lie over the root, by path such as {@code /test-data}; what a
 *     mount lacks is looked for under the root
 * @param handler answers before mounts and files do
 * @param maps folders or files that stand for part of another origin, by URL prefix
 * @param allowedHosts hosts that are fetched from over the network; {@code *} for all
 */
public record ResourceOptions(
    Path root,
    Map<String, Path> mounts,
    ResourceHandler handler,
    Map<String, Path> maps,
    Set<String> allowedHosts) {
  /** Checks the prefixes. */
  public ResourceOptions {
    mounts = Map.copyOf(mounts);
    maps = Map.copyOf(maps);
    allowedHosts = Set.copyOf(allowedHosts);
    for (String path : mounts.keySet()) {
      if (!path.startsWith("/")) {
        throw new IllegalArgumentException("a mount's path begins with a slash: " + path);
      }
    }
    for (String prefix : maps.keySet()) {
      if (!prefix.matches("https?://[^/]+.*")) {
        throw new IllegalArgumentException("a map's prefix is an http or https URL: " + prefix);
      }
    }
  }

  /** A root folder and nothing else. */
  public static ResourceOptions of(Path root) {
    return new ResourceOptions(root, Map.of(), ResourceHandler.NONE, Map.of(), Set.of());
  }
}
