package dev.webnn4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class RunOptionsTest extends CliFixture {
  private static final String CANVASES =
      """
      <canvas id=small width=10 height=8></canvas><canvas id=large width=20 height=16></canvas>
      <img id=i><p id=p>before</p>
      <script>
      for (const [id, style] of [['small', '#ff0000'], ['large', '#0000ff']]) {
        const context = document.getElementById(id).getContext('2d');
        context.fillStyle = style;
        context.fillRect(0, 0, 20, 16);
      }
      document.getElementById('p').textContent = 'after';
      </script>
      """;

  @Test
  void clicksComeInTheirOrder() throws IOException {
    write(
        "page.html",
        "<b id=a></b><b id=b></b><script>for (const id of ['a', 'b'])"
            + " document.getElementById(id).onclick = () => setTimeout(() => console.log(id),"
            + " 5);</script>");
    Ended ended = run("page.html", "--click", "#b", "--click", "#a", "--click", "#b");
    assertEquals(List.of("b", "a", "b"), ended.out());
    assertEquals(0, ended.code(), ended.all());
  }

  @Test
  void theQueryIsTheAddresss() throws IOException {
    write("page.html", "<script>console.log(location.search, location.pathname)</script>");
    assertEquals(
        List.of("?size=257&b=c /page.html"), run("page.html", "--query", "size=257&b=c").out());
  }

  @Test
  void theRootIsTheProjectsFolderUnlessNamed() throws IOException {
    write("project/package.json", "{}");
    write("project/data.txt", "of the project");
    write("project/sub/data.txt", "of the page");
    write(
        "project/sub/page.html",
        "<script type=module>console.log(await (await fetch('/data.txt')).text(),"
            + " location.pathname)</script>");
    String page = path("project/sub/page.html");
    assertEquals(List.of("of the project /sub/page.html"), webnn("run", page).out());
    assertEquals(
        List.of("of the page /page.html"), webnn("run", page, "--root", path("project/sub")).out());
  }

  @Test
  void aMountLiesOverTheRoot() throws IOException {
    write("site/page.html", "");
    write("site/data/a.txt", "a of the root");
    write("site/data/b.txt", "b of the root");
    write("other/a.txt", "a of the mount");
    write("cat.txt", "a file");
    write(
        "site/page.html",
        """
        <script type=module>
        for (const name of ['data/a.txt', 'data/b.txt', 'photo.txt', 'data/c.txt']) {
          const answer = await fetch(name);
          console.log(answer.status, await answer.text());
        }
        </script>
        """);
    Ended ended =
        webnn(
            "run",
            path("site/page.html"),
            "--root",
            path("site"),
            "--mount",
            "/data=" + path("other"),
            "--mount",
            "/photo.txt=" + path("cat.txt"));
    assertEquals(
        List.of(
            "200 a of the mount",
            "200 b of the root",
            "200 a file",
            "Failed to load resource: https://webnn.local/data/c.txt answered with status 404",
            "404 "),
        ended.out());
    assertEquals(0, ended.code(), ended.all());
  }

  @Test
  void aMapStandsForARemoteServer() throws IOException {
    write("copies/lib.js", "console.log('the copy');");
    write("page.html", "<script src='https://cdn.example/x/lib.js?v=1'></script>");
    Ended ended = run("page.html", "--map", "https://cdn.example/x/=" + path("copies"));
    assertEquals(List.of("the copy"), ended.out());
  }

  @Test
  void theNetworkIsRefusedSayingHowToAllowIt() throws IOException {
    write("page.html", "<script src='https://cdn.example/x/lib.js'></script>");
    Ended ended = run("page.html");
    assertEquals(
        List.of(
            "https://cdn.example/x/lib.js was not fetched: allow it with --allow-net cdn.example,"
                + " or serve a folder in its place with --map https://cdn.example/=DIR"),
        ended.out());
    assertEquals(0, ended.code(), ended.all());
  }

  @Test
  void anEndlessLoopTimesOut() throws IOException {
    write("page.html", "<script>console.log('begun'); while (true);</script>");
    Ended ended = run("page.html", "--timeout", "1.5");
    assertEquals(List.of("begun"), ended.out());
    assertEquals(
        List.of("webnn: the page timed out after 1.5 s and was stopped; --timeout gives it longer"),
        ended.err());
    assertEquals(1, ended.code());
  }

  @Test
  void screenshotsAreOfTheLargestCanvasOrTheOneNamed() throws IOException {
    write("page.html", CANVASES);
    Ended ended =
        run(
            "page.html",
            "--screenshot",
            path("largest.png"),
            "--screenshot",
            "canvas[id=small]=" + path("small.png"));
    assertEquals(0, ended.code(), ended.all());
    assertEquals(0xFF0000FF, ImageIO.read(file("largest.png").toFile()).getRGB(19, 15));
    assertEquals(0xFFFF0000, ImageIO.read(file("small.png").toFile()).getRGB(9, 7));
  }

  @Test
  void theDocumentIsWrittenAsItIsInTheEnd() throws IOException {
    write("page.html", CANVASES);
    assertEquals(0, run("page.html", "--dom", path("after.html")).code());
    assertTrue(Files.readString(file("after.html")).contains("<p id=\"p\">after</p>"));
  }

  @Test
  void whatFailedIsOnStandardErrorWithTheStack() throws IOException {
    write(
        "page.html",
        """
        <canvas width=3 height=3></canvas>
        <script>
        function broken() { null.x; }
        setTimeout(() => broken());
        Promise.reject(new RangeError('lost'));
        console.log('said');
        </script>
        """);
    Ended ended = run("page.html", "--screenshot", path("still.png"));
    assertEquals(List.of("said"), ended.out());
    assertEquals(
        List.of(
            "Uncaught (in promise) RangeError: lost",
            "    at https://webnn.local/page.html:5:16",
            "Uncaught TypeError: Cannot read property 'x' of null",
            "    at broken (https://webnn.local/page.html:3:21)",
            "    at https://webnn.local/page.html:4:18"),
        ended.err());
    assertEquals(1, ended.code());
    assertTrue(Files.exists(file("still.png")), "the picture is written all the same");
  }

  @Test
  void aHandledRejectionIsNoFailure() throws IOException {
    Ended ended =
        runScript("Promise.reject(1).catch(() => {}); console.error('only said'); export {};");
    assertEquals(List.of("only said"), ended.out());
    assertEquals(0, ended.code(), ended.all());
  }

  @Test
  void theVersionNamesTheCommandAndJava() {
    Ended ended = webnn("--version");
    assertTrue(ended.out().get(0).startsWith("webnn "), ended.all());
    assertTrue(ended.out().get(1).startsWith("Java " + Runtime.version()), ended.all());
    assertEquals(0, ended.code());
  }
}
