package dev.webnn4j.js.page;

import dev.webnn4j.js.resource.FetchedResource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The real network, as far as the user opened it. */
final class Network {
  private static final int MOST_REDIRECTS = 20;

  private static final class Client {
    // Redirects are followed here, so that they cannot lead to a host that is not allowed.
    static final HttpClient HTTP =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(30))
            .build();
  }

  private final Set<String> allowedHosts;

  Network(Set<String> allowedHosts) {
    this.allowedHosts = allowedHosts;
  }

  FetchedResource fetch(URI address) throws IOException {
    URI url = address;
    for (int i = 0; i <= MOST_REDIRECTS; i++) {
      requireAllowed(url);
      HttpResponse<byte[]> response = send(url);
      Optional<String> location = response.headers().firstValue("location");
      if (response.statusCode() / 100 != 3 || location.isEmpty()) {
        Map<String, String> headers = new HashMap<>();
        response
            .headers()
            .map()
            .forEach((name, values) -> headers.put(name, String.join(", ", values)));
        return new FetchedResource(url, response.statusCode(), headers, response.body());
      }
      url = WebUrls.resolve(url, location.get());
    }
    throw new IOException("too many redirects from " + address);
  }

  private void requireAllowed(URI url) throws BlockedHostException {
    if (!allowedHosts.contains("*")
        && !allowedHosts.contains(url.getHost())
        && !allowedHosts.contains(url.getRawAuthority())) {
      throw new BlockedHostException(url);
    }
  }

  private static HttpResponse<byte[]> send(URI url) throws IOException {
    HttpRequest request = HttpRequest.newBuilder(url).timeout(Duration.ofMinutes(10)).build();
    try {
      return Client.HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
