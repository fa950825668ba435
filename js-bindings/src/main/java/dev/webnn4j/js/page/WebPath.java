package dev.webnn4j.js.page;

import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Optional;

/**
 * A web URL in the shape of a file path, {@code /@web/https/host/folder/file?query#fragment}.
 *
 * <p>The engine resolves module specifiers as paths; {@code import.meta.url} is what {@link
 * #toUri()} says.
 */
record WebPath(Path path) implements Path {
  private static final String ROOT = "/@web/";

  /** The path of a URL. */
  static WebPath of(URI url) {
    String text = ROOT + url.getScheme() + "/" + url.getRawAuthority() + url.getRawPath();
    String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
    String fragment = url.getRawFragment() == null ? "" : "#" + url.getRawFragment();
    return new WebPath(Path.of(text + query + fragment));
  }

  /** The URL of a path; empty if it is not a path of the web. */
  static Optional<URI> toUrl(Path path) {
    String text = path.normalize().toString();
    String[] parts =
        text.startsWith(ROOT) ? text.substring(ROOT.length()).split("/", 3) : new String[0];
    if (parts.length < 2) {
      return Optional.empty();
    }
    return Optional.of(
        WebUrls.parse(parts[0] + "://" + parts[1] + "/" + (parts.length > 2 ? parts[2] : "")));
  }

  private static Path plain(Path other) {
    return other instanceof WebPath web ? web.path : other;
  }

  private static Path web(Path path) {
    return path == null ? null : new WebPath(path);
  }

  @Override
  public URI toUri() {
    return toUrl(path).map(WebUrls::withoutFragment).orElseGet(path::toUri);
  }

  @Override
  public Path resolve(Path other) {
    Path plain = plain(other);
    // An absolute specifier stays on the host of the module that imports it.
    if (plain.isAbsolute() && !plain.startsWith(ROOT) && path.startsWith(ROOT)) {
      return web(path.getRoot().resolve(path.subpath(0, 3)).resolve(plain.toString().substring(1)));
    }
    return web(path.resolve(plain));
  }

  @Override
  public Path normalize() {
    return web(path.normalize());
  }

  @Override
  public Path toAbsolutePath() {
    return web(path.toAbsolutePath());
  }

  @Override
  public Path toRealPath(LinkOption... options) {
    return web(path.normalize());
  }

  @Override
  public FileSystem getFileSystem() {
    return path.getFileSystem();
  }

  @Override
  public boolean isAbsolute() {
    return path.isAbsolute();
  }

  @Override
  public Path getRoot() {
    return web(path.getRoot());
  }

  @Override
  public Path getFileName() {
    return web(path.getFileName());
  }

  @Override
  public Path getParent() {
    return web(path.getParent());
  }

  @Override
  public int getNameCount() {
    return path.getNameCount();
  }

  @Override
  public Path getName(int index) {
    return web(path.getName(index));
  }

  @Override
  public Path subpath(int begin, int end) {
    return web(path.subpath(begin, end));
  }

  @Override
  public boolean startsWith(Path other) {
    return path.startsWith(plain(other));
  }

  @Override
  public boolean endsWith(Path other) {
    return path.endsWith(plain(other));
  }

  @Override
  public Path relativize(Path other) {
    return web(path.relativize(plain(other)));
  }

  @Override
  public WatchKey register(
      WatchService watcher, WatchEvent.Kind<?>[] events, WatchEvent.Modifier... modifiers) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int compareTo(Path other) {
    return path.compareTo(plain(other));
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
