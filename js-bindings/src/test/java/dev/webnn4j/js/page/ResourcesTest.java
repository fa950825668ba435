package dev.webnn4j.js.page;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.webnn4j.js.resource.FetchedResource;
import dev.webnn4j.js.resource.ResourceHandler;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ResourcesTest {
  @TempDir Path folder;
  private Path root;

  @BeforeEach
  void fill() throws IOException {
    root = Files.createDirectories(folder.resolve("root"));
    write("root/index.html", "home");
    write("root/a b.txt", "spaced");
    write("root/data/one.bin", "root one");
    write("root/data/two.bin", "root two");
    write("overlay/one.bin", "overlay one");
    write("secret.txt", "secret");
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private String get(ResourceOptions options, String url) throws IOException {
    FetchedResource answer = new Resources(options).fetchNow(URI.create(url));
    return answer.ok() ? answer.text() : Integer.toString(answer.status());
  }

  private String get(String path) throws IOException {
    return get(ResourceOptions.of(root), "https://webnn.local" + path);
  }

  @Test
  void filesOfTheRootAreServedWhateverTheQuery() throws IOException {
    assertEquals("home", get("/"));
    assertEquals("home", get("/index.html?v=1#top"));
    assertEquals("spaced", get("/a%20b.txt"));
    assertEquals("404", get("/gone.txt"));
    assertEquals("404", get("/data"));
    assertEquals("404", get("/index.html/more"));
    FetchedResource page =
        new Resources(ResourceOptions.of(root)).fetchNow(URI.create("https://webnn.local/"));
    assertEquals("text/html", page.mimeType());
    assertEquals("4", page.headers().get("content-length"));
  }

  @Test
  void nothingOutsideTheRootIsServed() throws IOException {
    Files.createSymbolicLink(root.resolve("link.txt"), folder.resolve("secret.txt"));
    Files.createSymbolicLink(root.resolve("inner.txt"), root.resolve("a b.txt"));
    for (String path :
        new String[] {
          "/../secret.txt",
          "/%2e%2e/secret.txt",
          "/data/..%2f..%2fsecret.txt",
          "/..%5csecret.txt",
          "/link.txt",
          "/%00"
        }) {
      assertEquals("403", get(path), path);
    }
    assertEquals("spaced", get("/inner.txt"));
  }

  @Test
  void mountsLieOverTheRootAndLetThroughWhatTheyLack() throws IOException {
    ResourceOptions options =
        new ResourceOptions(
            root,
            Map.of(
                "/data",
                folder.resolve("overlay"),
                "/data/three.bin",
                folder.resolve("secret.txt")),
            ResourceHandler.NONE,
            Map.of(),
            Set.of());
    assertEquals("overlay one", get(options, "https://webnn.local/data/one.bin"));
    assertEquals("root two", get(options, "https://webnn.local/data/two.bin"));
    assertEquals("secret", get(options, "https://webnn.local/data/three.bin"));
    assertEquals("404", get(options, "https://webnn.local/database"));
    assertEquals("403", get(options, "https://webnn.local/data/%2e%2e/secret.txt"));
  }

  @Test
  void mapsStandForOtherOrigins() throws IOException {
    ResourceOptions options =
        new ResourceOptions(
            root,
            Map.of(),
            ResourceHandler.NONE,
            Map.of("https://cdn.example/lib/", folder.resolve("overlay")),
            Set.of());
    assertEquals("overlay one", get(options, "https://cdn.example/lib/one.bin?x"));
    assertEquals("404", get(options, "https://cdn.example/lib/two.bin"));
    assertThrows(
        BlockedHostException.class, () -> get(options, "https://cdn.example/other/one.bin"));
  }

  @Test
  void theNetworkIsReachedOnlyWhereAllowedAlsoAfterARedirect() throws IOException {
    try (TinyServer server = new TinyServer()) {
      String host = server.host();
      String origin = server.origin();
      ResourceOptions open =
          new ResourceOptions(root, Map.of(), ResourceHandler.NONE, Map.of(), Set.of(host));
      assertEquals("served", get(open, origin + "/x"));
      assertThrows(BlockedHostException.class, () -> get(open, origin + "/away"));
      IOException blocked =
          assertThrows(
              BlockedHostException.class, () -> get(ResourceOptions.of(root), origin + "/x"));
      assertTrue(blocked.getMessage().contains("--allow-net " + host), blocked.getMessage());
    }
  }

  @Test
  void dataUrlsHoldTheirBytes() throws IOException {
    Resources resources = new Resources(ResourceOptions.of(root));
    FetchedResource binary = resources.fetchNow(URI.create("data:image/png;base64,AAH/"));
    assertArrayEquals(new byte[] {0, 1, -1}, binary.body());
    assertEquals("image/png", binary.mimeType());
    assertEquals("a b", resources.fetchNow(URI.create("data:,a%20b")).text());
  }

  @Test
  void filesAreNotFetchedByTheirOwnScheme() {
    assertThrows(IOException.class, () -> get(ResourceOptions.of(root), "file:///etc/passwd"));
  }
}
