package dev.webnn4j.cli.wpt;

import dev.webnn4j.js.resource.FetchedResource;
import dev.webnn4j.js.resource.ResourceHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What the project's own server adds to the files of a checkout: the page or worker around a test
 * script, the former name of the IDL parser, and a {@code testharnessreport.js} that tells us the
 * results, which is what that file is there for.
 */
record TestServer(Checkout checkout, TestPage test) implements ResourceHandler {
  private static final String REPORT = resource("testharnessreport.js");

  @Override
  public Optional<FetchedResource> handle(URI url) {
    String path = url.getPath();
    if (path.equals(test.path())) {
      return Optional.of(answer(url, "text/html", page()));
    }
    if (path.equals(test.workerPath())) {
      return Optional.of(answer(url, "text/javascript", worker()));
    }
    return switch (path) {
      case "/resources/testharnessreport.js" -> Optional.of(answer(url, "text/javascript", REPORT));
      case "/resources/WebIDLParser.js" -> file(url, "resources/webidl2/lib/webidl2.js");
      default -> Optional.empty();
    };
  }

  /** The page that the project's server would make. */
  private String page() {
    StringBuilder html = new StringBuilder("<!doctype html>\n<meta charset=utf-8>\n");
    if (test.meta().isLong()) {
      html.append("<meta name=\"timeout\" content=\"long\">\n");
    }
    html.append("<title>").append(escape(test.meta().title())).append("</title>\n");
    html.append(
        """
        <script>
        self.GLOBAL = {
          isWindow: function() { return true; },
          isWorker: function() { return false; },
          isShadowRealm: function() { return false; },
        };
        </script>
        """);
    appendScript(html, "/resources/testharness.js");
    appendScript(html, "/resources/testharnessreport.js");
    test.meta().scripts().forEach(script -> appendScript(html, script));
    html.append("<div id=log></div>\n");
    appendScript(html, test.script() + test.query());
    return html.toString();
  }

  /** The script that the project's server would have a page start. */
  private String worker() {
    StringBuilder script =
        new StringBuilder(
            """
            self.GLOBAL = {
              isWindow: function() { return false; },
              isWorker: function() { return true; },
              isShadowRealm: function() { return false; },
            };
            """);
    appendImport(script, "/resources/testharness.js");
    appendImport(script, "/resources/testharnessreport.js");
    test.meta().scripts().forEach(name -> appendImport(script, name));
    appendImport(script, test.script());
    return script.append("done();\n").toString();
  }

  private static void appendImport(StringBuilder script, String url) {
    String quoted = url.replace("\\", "\\\\").replace("\"", "\\\"");
    script.append("importScripts(\"").append(quoted).append("\");\n");
  }

  private static void appendScript(StringBuilder html, String url) {
    html.append("<script src=\"").append(escape(url)).append("\"></script>\n");
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  private Optional<FetchedResource> file(URI url, String path) {
    Path file = checkout.root().resolve(path);
    try {
      return Files.exists(file)
          ? Optional.of(answer(url, "text/javascript", Files.readString(file)))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FetchedResource answer(URI url, String type, String text) {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    return new FetchedResource(url, 200, Map.of("content-type", type + ";charset=utf-8"), body);
  }

  private static String resource(String name) {
    try (InputStream in = TestServer.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
