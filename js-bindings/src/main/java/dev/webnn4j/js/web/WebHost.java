package dev.webnn4j.js.web;

import dev.webnn4j.js.json.Json;
import dev.webnn4j.js.loop.EventLoop;
import dev.webnn4j.js.loop.UncaughtError;
import dev.webnn4j.js.resource.FetchedResource;
import java.net.IDN;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.Value;

/** What the preludes under {@code web/} call. */
public final class WebHost {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final EventLoop loop;
  private final WebServices services;
  private final ObjectUrls objectUrls;

  WebHost(EventLoop loop, WebServices services, ObjectUrls objectUrls) {
    this.loop = loop;
    this.services = services;
    this.objectUrls = objectUrls;
  }

  /** The document's URL. */
  @HostAccess.Export
  public String pageUrl() {
    return services.url().toString();
  }

  /** The interface of the global object. */
  @HostAccess.Export
  public String scope() {
    return services.scope().interfaceName();
  }

  /** Runs a script at once; says why if it could not be loaded. */
  @HostAccess.Export
  public String importScript(String url) {
    return services.importScript(services.parse(url)).orElse("");
  }

  /** Shows a message. */
  @HostAccess.Export
  public void console(String level, String text) {
    services.console(
        new ConsoleMessage(ConsoleMessage.Level.valueOf(level.toUpperCase(Locale.ROOT)), text));
  }

  /** The number of processors. */
  @HostAccess.Export
  public int processors() {
    return Runtime.getRuntime().availableProcessors();
  }

  /** UTF-8. */
  @HostAccess.Export
  public ByteBuffer encodeUtf8(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Text of bytes; null if they are malformed and {@code fatal} is set. */
  @HostAccess.Export
  public Object decode(
      String encoding, Value buffer, int offset, int length, boolean fatal, boolean keepBom) {
    return TextCodec.decode(encoding, bytes(buffer, offset, length), fatal, keepBom).orElse(null);
  }

  /** A domain in the form that goes over the wire; null if it is none. */
  @HostAccess.Export
  public Object domainToAscii(String domain) {
    try {
      return IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** Random bytes. */
  @HostAccess.Export
  public ByteBuffer randomBytes(int count) {
    byte[] bytes = new byte[count];
    RANDOM.nextBytes(bytes);
    return ByteBuffer.wrap(bytes);
  }

  /** A random UUID. */
  @HostAccess.Export
  public String randomUuid() {
    return UUID.randomUUID().toString();
  }

  /** A {@code blob:} URL for bytes. */
  @HostAccess.Export
  public String createObjectUrl(Value buffer, int offset, int length, String type) {
    return objectUrls.create(bytes(buffer, offset, length), type);
  }

  /** Forgets a {@code blob:} URL. */
  @HostAccess.Export
  public void revokeObjectUrl(String url) {
    objectUrls.revoke(url);
  }

  /** A promise of an {@link HostAnswer}, which is never rejected. */
  @HostAccess.Export
  public Value fetch(String method, String address) {
    CompletableFuture<HostAnswer> answer = request(method, address);
    return loop.promise(
        answer,
        a -> {
          a.tell(services);
          return a;
        });
  }

  /** The same for a caller that blocks the page until the answer is there. */
  @HostAccess.Export
  public HostAnswer fetchAndWait(String method, String address) {
    HostAnswer answer = request(method, address).join();
    answer.tell(services);
    return answer;
  }

  private CompletableFuture<HostAnswer> request(String method, String address) {
    URI url = services.parse(address);
    CompletableFuture<FetchedResource> resource =
        method.equals("GET") || method.equals("HEAD")
            ? objectUrls.fetch(url)
            : CompletableFuture.completedFuture(HostAnswer.notAllowed(url));
    return resource.handle((r, failure) -> HostAnswer.of(method, url, r, failure));
  }

  /** Takes an error that no listener prevented. */
  @HostAccess.Export
  public void reportException(Value error) {
    services.uncaught(new UncaughtError(loop.thrown(error), UncaughtError.Kind.EXCEPTION));
  }

  /** Takes the reason of a rejection that nobody handles. */
  @HostAccess.Export
  public void reportRejection(Value reason) {
    services.uncaught(new UncaughtError(loop.thrown(reason), UncaughtError.Kind.REJECTION));
  }

  /** Where a value was thrown, as JSON. */
  @HostAccess.Export
  public String placeOf(Value error) {
    ScriptPlace place = services.placeOf(loop.thrown(error)).orElse(new ScriptPlace("", 0, 0));
    return "{\"filename\":%s,\"lineno\":%d,\"colno\":%d}"
        .formatted(Json.quote(place.url()), place.line(), place.column());
  }

  private static byte[] bytes(Value buffer, int offset, int length) {
    byte[] bytes = new byte[length];
    if (length > 0) {
      buffer.readBuffer(offset, bytes, 0, length);
    }
    return bytes;
  }
}
