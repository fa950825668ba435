package dev.webnn4j.js.resource;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a server answered.
 *
 * @param url where the answer came from, after redirections and without a fragment
 * @param status the HTTP status, 404 for a file that is not there
 * @param headers header values by lower-case name
 * @param body the bytes; not copied, so neither side may change them
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody, and megabytes long
public record FetchedResource(URI url, int status, Map<String, String> headers, byte[] body) {
  /** Lower-cases the header names. */
  public FetchedResource {
    Map<String, String> lower = new TreeMap<>();
    headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
    headers = Map.copyOf(lower);
  }

  /** Whether the status is a success. */
  public boolean ok() {
    return status >= 200 && status <= 299;
  }

  /** The MIME type without parameters, in lower case; empty when the server named none. */
  public String mimeType() {
    String type = headers.getOrDefault("content-type", "");
    int parameters = type.indexOf(';');
    return (parameters < 0 ? type : type.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
  }

  /** The body as UTF-8 text without a byte order mark. */
  public String text() {
    String text = new String(body, StandardCharsets.UTF_8);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
