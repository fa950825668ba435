package dev.webnn4j.js.web;

import dev.webnn4j.js.json.Json;
import dev.webnn4j.js.resource.FetchedResource;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.graalvm.polyglot.HostAccess;

/** A server's answer, or a network error, as JavaScript reads it. */
public final class HostAnswer {
  private final URI requested;
  private final Optional<FetchedResource> resource;
  private final Optional<Throwable> failure;

  /** The message of a network error; null for none. */
  @HostAccess.Export public final Object error;

  /** The URL after redirections. */
  @HostAccess.Export public final String url;

  /** The HTTP status. */
  @HostAccess.Export public final int status;

  /** The headers as a JSON object. */
  @HostAccess.Export public final String headers;

  /** The bytes. */
  @HostAccess.Export public final ByteBuffer body;

  private HostAnswer(
      URI requested,
      Optional<FetchedResource> resource,
      Optional<Throwable> failure,
      boolean withBody) {
    this.requested = requested;
    this.resource = resource;
    this.failure = failure;
    error = failure.map(Throwable::getMessage).orElse(null);
    url = resource.map(r -> r.url().toString()).orElse("");
    status = resource.map(FetchedResource::status).orElse(0);
    headers = resource.map(HostAnswer::json).orElse("{}");
    body =
        ByteBuffer.wrap(
            resource.filter(_ -> withBody).map(FetchedResource::body).orElse(new byte[0]));
  }

  static HostAnswer of(String method, URI url, FetchedResource resource, Throwable failure) {
    if (failure == null) {
      return new HostAnswer(url, Optional.of(resource), Optional.empty(), !method.equals("HEAD"));
    }
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    return new HostAnswer(url, Optional.empty(), Optional.of(cause), false);
  }

  /** The answer to methods that would change something: files cannot be posted to. */
  static FetchedResource notAllowed(URI url) {
    return new FetchedResource(url, 405, Map.of("allow", "GET, HEAD"), new byte[0]);
  }

  void tell(WebServices services) {
    resource.ifPresent(services::answered);
    failure.ifPresent(cause -> services.failed(requested, cause));
  }

  private static String json(FetchedResource resource) {
    return Json.of(resource.headers());
  }
}
