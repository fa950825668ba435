package dev.webnn4j.js.page;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where a page is: what the user named, as a URL under a root folder.
 *
 * @param url the document's URL, with its query
 * @param root the folder behind the page's origin
 * @param html the document's text if it is made up for a lone script; otherwise it is fetched
 */
record PageLocation(URI url, Path root, Optional<String> html) {
  private static final Pattern MODULE_SYNTAX =
      Pattern.compile(
          "(?m)^\\s*(import\\s*[\"'{*]|import\\s+[\\w$]+\\s*(,|from\\b)|export\\s*[{*]"
              + "|export\\s+(default|const|let|var|function|async|class)\\b)|\\bimport\\.meta\\b");

  /**
   * Finds a page.
   *
   * @param page an http(s) URL, an HTML file, a folder with an index.html, or a script
   * @throws IOException if there is no such file
   */
  static PageLocation find(String page, Optional<Path> givenRoot, String query) throws IOException {
    String suffix = query.isEmpty() || query.startsWith("?") ? query : "?" + query;
    if (page.startsWith("http://") || page.startsWith("https://")) {
      Path root = givenRoot.orElse(Path.of(""));
      return new PageLocation(WebUrls.parse(page + suffix), root, Optional.empty());
    }
    Path named = Path.of(page);
    Path file = Files.isDirectory(named) ? named.resolve("index.html") : named;
    if (!Files.isRegularFile(file)) {
      throw new IOException(
          "there is no page "
              + file
              + "; name an HTML file, a folder with an index.html, a script or a URL");
    }
    Path real = file.toRealPath();
    Path root = givenRoot.isPresent() ? givenRoot.get().toRealPath() : projectOf(real);
    if (!real.startsWith(root)) {
      throw new IOException("the page " + real + " is not under the root " + root);
    }
    String name = real.getFileName().toString();
    if (name.endsWith(".js") || name.endsWith(".mjs")) {
      return new PageLocation(
          urlOf(root, real.getParent(), "/" + suffix), root, Optional.of(pageFor(real)));
    }
    return new PageLocation(urlOf(root, real, suffix), root, Optional.empty());
  }

  /** The nearest folder above that looks like a project, else the file's own folder. */
  private static Path projectOf(Path file) {
    return Stream.iterate(file.getParent(), folder -> folder != null, Path::getParent)
        .filter(f -> Files.exists(f.resolve(".git")) || Files.exists(f.resolve("package.json")))
        .findFirst()
        .orElse(file.getParent());
  }

  private static URI urlOf(Path root, Path file, String suffix) {
    StringBuilder path = new StringBuilder();
    for (Path segment : root.relativize(file)) {
      if (!segment.toString().isEmpty()) {
        path.append('/').append(WebUrls.encodeSegment(segment.toString()));
      }
    }
    return WebUrls.parse(Resources.ORIGIN + path.toString() + suffix);
  }

  /** An empty document around a script. */
  private static String pageFor(Path script) throws IOException {
    String name = script.getFileName().toString();
    boolean module =
        name.endsWith(".mjs") || MODULE_SYNTAX.matcher(Files.readString(script)).find();
    return """
    <!DOCTYPE html>
    <html><head><title>%s</title></head><body><script%s src="%s"></script></body></html>
    """
        .formatted(
            name.replace("<", "&lt;"),
            module ? " type=\"module\"" : "",
            WebUrls.encodeSegment(name));
  }
}
