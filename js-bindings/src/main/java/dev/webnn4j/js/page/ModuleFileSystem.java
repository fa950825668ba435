package dev.webnn4j.js.page;

import dev.webnn4j.js.resource.FetchedResource;
import dev.webnn4j.js.resource.ResourceFetcher;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessMode;
import java.nio.file.DirectoryStream;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.regex.Pattern;
import org.graalvm.polyglot.io.FileSystem;

/** Serves ES modules: the engine asks for files, and gets what the page's URLs answer. */
final class ModuleFileSystem implements FileSystem {
  private static final Pattern ABSOLUTE_URL = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*:.*");

  private final ResourceFetcher fetcher;
  private final Map<URI, byte[]> loaded = new HashMap<>();
  private URI base = Resources.ORIGIN.resolve("/");
  private ImportMap importMap = ImportMap.EMPTY;

  ModuleFileSystem(ResourceFetcher fetcher) {
    this.fetcher = fetcher;
  }

  /** Sets the URL that the document's own imports are relative to. */
  void setBase(URI documentUrl) {
    base = documentUrl;
  }

  void addImports(Map<String, String> imports) {
    importMap = importMap.plus(imports, base);
  }

  /**
   * Makes an inline module importable.
   *
   * @return its specifier; the module's own {@code import.meta.url} is the document's
   */
  String addInline(String text) {
    URI url = WebUrls.withoutFragment(base);
    URI own = URI.create(url + "#inline-module-" + loaded.size());
    loaded.put(own, text.getBytes(StandardCharsets.UTF_8));
    return own.toString();
  }

  @Override
  public Path parsePath(URI url) {
    return WebPath.of(url);
  }

  @Override
  public Path parsePath(String specifier) {
    if (specifier.startsWith("/@web/")) {
      return new WebPath(Path.of(specifier));
    }
    var mapped = importMap.resolve(specifier);
    if (mapped.isPresent()) {
      return WebPath.of(mapped.get());
    }
    if (ABSOLUTE_URL.matcher(specifier).matches()) {
      return WebPath.of(WebUrls.parse(specifier));
    }
    return new WebPath(Path.of(specifier));
  }

  @Override
  public Path toAbsolutePath(Path path) {
    if (path.isAbsolute()) {
      return path;
    }
    return WebPath.of(base).getParent().resolve(path);
  }

  @Override
  public Path toRealPath(Path path, LinkOption... options) throws IOException {
    Path real = toAbsolutePath(path).normalize();
    load(real);
    return real;
  }

  @Override
  public void checkAccess(Path path, Set<? extends AccessMode> modes, LinkOption... options)
      throws IOException {
    load(path);
  }

  @Override
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    return new ModuleChannel(load(path));
  }

  @Override
  public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options)
      throws IOException {
    return Map.of(
        "isRegularFile",
        true,
        "isDirectory",
        false,
        "size",
        (long) load(path).length,
        "lastModifiedTime",
        FileTime.fromMillis(0));
  }

  private byte[] load(Path path) throws IOException {
    URI url = WebPath.toUrl(path).orElseThrow(() -> new IOException(unresolvable(path.toString())));
    byte[] known = loaded.get(url);
    if (known == null) {
      known = fetch(WebUrls.withoutFragment(url));
      loaded.put(url, known);
    }
    return known;
  }

  private byte[] fetch(URI url) throws IOException {
    try {
      FetchedResource resource = fetcher.fetch(url).join();
      if (!resource.ok()) {
        throw new IOException("Failed to load module " + url + ": status " + resource.status());
      }
      return resource.body();
    } catch (CompletionException e) {
      throw new IOException("Failed to load module " + url + ": " + e.getCause().getMessage(), e);
    }
  }

  private static String unresolvable(String specifier) {
    return "Failed to resolve module specifier \"" + specifier + "\"";
  }

  @Override
  public void createDirectory(Path directory, FileAttribute<?>... attributes) {
    throw new SecurityException("a page cannot write files");
  }

  @Override
  public void delete(Path path) {
    throw new SecurityException("a page cannot write files");
  }

  @Override
  public DirectoryStream<Path> newDirectoryStream(
      Path directory, DirectoryStream.Filter<? super Path> filter) {
    throw new SecurityException("a page cannot list folders");
  }
}
