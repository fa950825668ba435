package dev.webnn4j.js.resource;

import java.net.URI;
import java.util.Optional;

/**
 * Answers some of the requests to a page's own origin out of code, as a web server's handlers do.
 * May be called on any thread.
 */
@FunctionalInterface
public interface ResourceHandler {
  /** Answers nothing. */
  ResourceHandler NONE = url -> Optional.empty();

  /**
   * The answer to a request; empty leaves it to mounts and files.
   *
   * @param url an absolute URL of the page's origin, with its query
   */
  Optional<FetchedResource> handle(URI url);
}
