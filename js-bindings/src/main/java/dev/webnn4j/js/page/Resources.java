package dev.webnn4j.js.page;

import dev.webnn4j.js.resource.FetchedResource;
import dev.webnn4j.js.resource.ResourceFetcher;
import dev.webnn4j.js.resource.ResourceHandler;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/**
 * Answers a page's requests from the file system, and from the network only where that was allowed.
 *
 * <p>The page's own origin is virtual: its paths are files under a root folder, or under what was
 * mounted. Queries are ignored for files. What is neither the origin nor mapped nor allowed fails
 * as an unreachable host would.
 */
public final class Resources implements ResourceFetcher {
  /** The origin under which the root folder is served; secure, as the API demands. */
  public static final URI ORIGIN = URI.create("https://webnn.local");

  private record Served(String prefix, FileTree tree) {}

  private static final Executor EXECUTOR = Executors.newVirtualThreadPerTaskExecutor();

  private final URI origin;
  private final FileTree root;
  private final List<Served> mounts;
  private final ResourceHandler handler;
  private final List<Served> maps;
  private final Network network;

  /** Prepares to serve what the options say. */
  public Resources(ResourceOptions options) {
    origin = ORIGIN;
    root = new FileTree(options.root());
    mounts = served(options.mounts());
    handler = options.handler();
    maps = served(options.maps());
    network = new Network(options.allowedHosts());
  }

  /** The longest prefix first, so that it wins. */
  private static List<Served> served(Map<String, Path> trees) {
    return trees.entrySet().stream()
        .map(e -> new Served(e.getKey(), new FileTree(e.getValue())))
        .sorted(Comparator.comparingInt((Served s) -> s.prefix().length()).reversed())
        .toList();
  }

  @Override
  public CompletableFuture<FetchedResource> fetch(URI url) {
    CompletableFuture<FetchedResource> answer = new CompletableFuture<>();
    EXECUTOR.execute(
        () -> {
          try {
            answer.complete(fetchNow(url));
          } catch (IOException | RuntimeException e) {
            answer.completeExceptionally(e);
          }
        });
    return answer;
  }

  /**
   * Fetches on the calling thread.
   *
   * @throws IOException where a browser would report a network error
   */
  public FetchedResource fetchNow(URI address) throws IOException {
    URI url = WebUrls.withoutFragment(address);
    if ("data".equals(url.getScheme())) {
      return data(url);
    }
    if (!WebUrls.isHttp(url) || url.getHost() == null) {
      throw new IOException("the scheme of " + url + " cannot be fetched");
    }
    Optional<FetchedResource> mapped = fromTrees(maps, url, withoutQuery(url.toString()));
    if (mapped.isPresent()) {
      return mapped.get();
    }
    String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    if (WebUrls.origin(url).equals(origin.toString())) {
      return handler
          .handle(url)
          .or(() -> fromTrees(mounts, url, path))
          .or(() -> root.serve(url, path.substring(1)))
          .orElseGet(() -> notFound(url));
    }
    if (maps.stream().anyMatch(m -> url.toString().startsWith(m.prefix()))) {
      return notFound(url);
    }
    return network.fetch(url);
  }

  private static Optional<FetchedResource> fromTrees(List<Served> trees, URI url, String path) {
    return trees.stream()
        .filter(s -> covers(s.prefix(), path))
        .flatMap(s -> s.tree().serve(url, below(s.prefix(), path)).stream())
        .findFirst();
  }

  private static boolean covers(String prefix, String path) {
    return path.startsWith(prefix)
        && (prefix.endsWith("/")
            || path.length() == prefix.length()
            || path.charAt(prefix.length()) == '/');
  }

  private static String below(String prefix, String path) {
    String rest = path.substring(prefix.length());
    return rest.startsWith("/") ? rest.substring(1) : rest;
  }

  private static String withoutQuery(String url) {
    int query = url.indexOf('?');
    return query < 0 ? url : url.substring(0, query);
  }

  private static FetchedResource data(URI url) throws IOException {
    String text = url.getRawSchemeSpecificPart();
    int comma = text.indexOf(',');
    if (comma < 0) {
      throw new IOException("a data: URL needs a comma");
    }
    String type = text.substring(0, comma);
    String payload = text.substring(comma + 1);
    boolean base64 = type.endsWith(";base64");
    byte[] body =
        base64
            ? Base64.getMimeDecoder().decode(WebUrls.decode(payload))
            : WebUrls.decodeBytes(payload);
    String mime = base64 ? type.substring(0, type.length() - ";base64".length()) : type;
    String contentType = mime.isEmpty() ? "text/plain;charset=US-ASCII" : mime;
    return new FetchedResource(url, 200, Map.of("content-type", contentType), body);
  }

  private static FetchedResource notFound(URI url) {
    return new FetchedResource(url, 404, Map.of("content-type", "text/plain"), new byte[0]);
  }
}
