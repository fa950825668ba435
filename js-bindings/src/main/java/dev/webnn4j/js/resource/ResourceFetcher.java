package dev.webnn4j.js.resource;

import java.net.URI;
import java.util.concurrent.CompletableFuture;

/** Where a page's bytes come from. May be called on any thread. */
@FunctionalInterface
public interface ResourceFetcher {
  /**
   * Fetches a resource.
   *
   * @param url an absolute URL
   * @return the answer, with status 404 for what is not there; fails with an {@link
   *     java.io.IOException} where a browser would report a network error
   */
  CompletableFuture<FetchedResource> fetch(URI url);
}
