package dev.webnn4j.js.page;

import java.io.IOException;
import java.io.Serial;
import java.net.URI;

/** A page asked for a host that it may not reach. */
public final class BlockedHostException extends IOException {
  @Serial private static final long serialVersionUID = 1;

  BlockedHostException(URI url) {
    super(
        "%s was not fetched: allow it with --allow-net %s, or serve a folder in its place with --map %s/=DIR"
            .formatted(url, url.getHost(), WebUrls.origin(url)));
  }
}
