package dev.webnn4j.js.web;

import dev.webnn4j.js.resource.FetchedResource;
import dev.webnn4j.js.resource.ResourceFetcher;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Blobs that have a URL; everything else is fetched where the page's resources come from. */
final class ObjectUrls implements ResourceFetcher {
  private final WebServices services;
  private final Map<String, FetchedResource> blobs = new ConcurrentHashMap<>();

  ObjectUrls(WebServices services) {
    this.services = services;
  }

  String create(byte[] content, String type) {
    URI page = services.url();
    String url =
        "blob:" + page.getScheme() + "://" + page.getRawAuthority() + "/" + UUID.randomUUID();
    Map<String, String> headers =
        Map.of("content-type", type, "content-length", Integer.toString(content.length));
    blobs.put(url, new FetchedResource(URI.create(url), 200, headers, content));
    return url;
  }

  void revoke(String url) {
    blobs.remove(url);
  }

  @Override
  public CompletableFuture<FetchedResource> fetch(URI url) {
    if (!"blob".equals(url.getScheme())) {
      return services.fetch(url);
    }
    FetchedResource blob = blobs.get(url.toString());
    return blob != null
        ? CompletableFuture.completedFuture(blob)
        : CompletableFuture.failedFuture(new IOException("there is no " + url));
  }
}
