package dev.webnn4j.js.page;

import dev.webnn4j.js.resource.FetchedResource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Serves the files of one folder, or one file, and nothing outside of it.
 *
 * @param base a folder, or a file that answers the empty path
 */
record FileTree(Path base) {
  FileTree {
    base = base.toAbsolutePath().normalize();
  }

  /**
   * Answers a request.
   *
   * @param url what was asked for
   * @param path the path below the base, percent-encoded and without a leading slash
   * @return empty if there is no such file; status 403 for a path that leads out of the base
   */
  Optional<FetchedResource> serve(URI url, String path) {
    try {
      Path file = base;
      for (String encoded : path.split("/", -1)) {
        String segment = WebUrls.decode(encoded);
        if (segment.equals("..") || segment.contains("/") || segment.contains("\\")) {
          return Optional.of(forbidden(url));
        }
        if (!segment.isEmpty() && !segment.equals(".")) {
          file = file.resolve(segment);
        }
      }
      Path real = file.toRealPath();
      if (!real.startsWith(base.toRealPath())) {
        return Optional.of(forbidden(url));
      }
      if (Files.isDirectory(real)) {
        return serveIndex(url, real);
      }
      // A name with a slash behind it is a folder's.
      return path.endsWith("/") ? Optional.empty() : Optional.of(answer(url, file));
    } catch (FileSystemException e) {
      // Not there, a file used as a folder, a name that is too long, ...
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(forbidden(url));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<FetchedResource> serveIndex(URI url, Path folder) throws IOException {
    Path index = folder.resolve("index.html");
    return Files.isRegularFile(index) ? Optional.of(answer(url, index)) : Optional.empty();
  }

  private static FetchedResource answer(URI url, Path file) throws IOException {
    byte[] body = Files.readAllBytes(file);
    Map<String, String> headers =
        Map.of(
            "content-type", MimeTypes.ofFile(file.getFileName().toString()),
            "content-length", Integer.toString(body.length));
    return new FetchedResource(url, 200, headers, body);
  }

  private static FetchedResource forbidden(URI url) {
    return new FetchedResource(url, 403, Map.of(), new byte[0]);
  }
}
