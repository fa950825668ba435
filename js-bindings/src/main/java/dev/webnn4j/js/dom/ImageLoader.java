package dev.webnn4j.js.dom;

import dev.webnn4j.js.dom.canvas.Bitmap;
import dev.webnn4j.js.dom.image.ImageDecoder;
import dev.webnn4j.js.dom.image.ImageDecodingException;
import dev.webnn4j.js.loop.EventLoop;
import dev.webnn4j.js.resource.FetchedResource;
import dev.webnn4j.js.resource.ResourceFetcher;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.graalvm.polyglot.Value;

/**
 * Fetches and decodes pictures off the JavaScript thread; what goes wrong names the URL and the
 * cause.
 */
final class ImageLoader {
  private final EventLoop loop;
  private final ResourceFetcher fetcher;
  // Read and written on the JavaScript thread.
  private int loading;

  ImageLoader(EventLoop loop, ResourceFetcher fetcher) {
    this.loop = loop;
    this.fetcher = fetcher;
  }

  /** A promise of the {@link Bitmap}. */
  Value load(String url) {
    CompletableFuture<FetchedResource> answer;
    try {
      answer = fetcher.fetch(new URI(url));
    } catch (URISyntaxException | IllegalArgumentException e) {
      answer = CompletableFuture.failedFuture(e);
    }
    CompletableFuture<Bitmap> picture =
        answer.handleAsync(
            (resource, failure) -> {
              try {
                if (failure != null) {
                  throw failure;
                }
                return decode(resource);
              } catch (Throwable e) {
                throw new CompletionException(new ImageLoadException(shortened(url), cause(e)));
              }
            });
    loading++;
    return loop.promise(
        picture.handle(Outcome::new),
        outcome -> {
          loading--;
          return outcome.get();
        });
  }

  /** Whether a picture was asked for and has neither come nor failed. */
  boolean isLoading() {
    return loading > 0;
  }

  /** A promise of the {@link Bitmap} that bytes hold. */
  Value decode(byte[] bytes) {
    CompletableFuture<Bitmap> picture =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return ImageDecoder.decode(bytes);
              } catch (ImageDecodingException e) {
                throw new CompletionException(e);
              }
            });
    return loop.promise(picture, bitmap -> bitmap);
  }

  private static Bitmap decode(FetchedResource resource) throws ImageDecodingException {
    if (!resource.ok()) {
      throw new IllegalStateException("the server answered " + resource.status());
    }
    return ImageDecoder.decode(resource.body());
  }

  private static String cause(Throwable failure) {
    Throwable at = failure;
    while (at instanceof CompletionException && at.getCause() != null) {
      at = at.getCause();
    }
    return at.getMessage() == null ? at.toString() : at.getMessage();
  }

  // A data: URL may be megabytes long.
  private static String shortened(String url) {
    return url.length() > 200 ? url.substring(0, 200) + "…" : url;
  }

  /** A picture without a failure, or a failure without a picture. */
  private record Outcome(Bitmap picture, Throwable failure) {
    Bitmap get() {
      if (failure != null) {
        throw new CompletionException(failure);
      }
      return picture;
    }
  }

  private static final class ImageLoadException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ImageLoadException(String url, String cause) {
      super("Cannot load the image " + url + ": " + cause);
    }
  }
}
