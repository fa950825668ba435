package dev.webnn4j.js.dom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.webnn4j.js.page.DocumentHost;
import dev.webnn4j.js.page.Page;
import dev.webnn4j.js.page.PageError;
import dev.webnn4j.js.page.PageOptions;
import dev.webnn4j.js.page.PageResult;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The document in the page host: a page as the web examples are made. */
class PageIntegrationTest {
  @TempDir Path folder;
  private final List<String> console = new ArrayList<>();

  @BeforeEach
  void write() throws IOException {
    BufferedImage picture = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
    picture.setRGB(3, 4, 0x0A141E);
    Files.createDirectories(folder.resolve("images"));
    ImageIO.write(picture, "png", folder.resolve("images/a.png").toFile());
    Files.writeString(
        folder.resolve("classic.js"),
        "document.write('<b id=written>w</b>'); var shared ="
            + " document.currentScript.src.split('/').pop();");
    Files.writeString(
        folder.resolve("lib.js"),
        "export const read = (c) => [...c.getImageData(3, 4, 1, 1).data].join(',');");
    Files.writeString(
        folder.resolve("index.html"),
        """
        <!DOCTYPE html>
        <html><head><title>t</title><script>console.log('head', document.readyState)</script></head>
        <body onload="console.log('body load', shared)">
        <img id=feed src=images/a.png><canvas id=out width=8 height=8></canvas>
        <label id=label><input type=radio name=model value=m1>one</label>
        <div id=result></div>
        <script src=classic.js></script>
        <script type=module>
          import { read } from './lib.js';
          const context = document.getElementById('out').getContext('2d');
          document.addEventListener('DOMContentLoaded', () => console.log('ready', document.readyState));
          const feed = document.getElementById('feed');
          feed.onload = () => {
            context.drawImage(feed, 0, 0);
            document.getElementById('result').innerText = read(context);
            console.log('drawn', document.querySelector('#result').textContent, document.querySelector('#written').textContent);
          };
          document.body.addEventListener('change', (e) => {
            console.log('chosen', e.target.value);
            const script = document.createElement('script');
            script.textContent = 'console.log("inserted", document.currentScript === script2)';
            globalThis.script2 = script;
            document.head.append(script);
          });
        </script>
        <script src=missing.js></script>
        </body></html>
        """);
  }

  @Test
  void runsAPage() throws IOException {
    PageOptions options =
        PageOptions.builder(folder.resolve("index.html").toString(), HeadlessDocument::install)
            .root(folder)
            .click("#label")
            .console(message -> console.add(message.text()))
            .build();
    try (Page page = new Page(options)) {
      PageResult result = page.run();
      assertTrue(
          console.containsAll(
              List.of(
                  "head loading",
                  "ready interactive",
                  "body load classic.js",
                  "drawn 10,20,30,255 w",
                  "chosen m1",
                  "inserted true")),
          console + " " + result.errors());
      assertTrue(
          console.indexOf("drawn 10,20,30,255 w") < console.indexOf("body load classic.js"),
          console.toString());
      assertEquals(0xFF0A141E, page.document().canvas(Optional.empty()).getRGB(3, 4));
      assertTrue(page.document().serialize().contains("<div id=\"result\">10,20,30,255</div>"));
    }
  }

  @Test
  void theLoadEventWaitsForASlowImage() throws IOException {
    Files.writeString(
        folder.resolve("slow.html"),
        """
        <img onload="console.log('image')" src="images/a.png">
        <script>addEventListener('load', () => console.log('load'));</script>
        """);
    // Longer than the pause between DOMContentLoaded and load.
    Executor later = CompletableFuture.delayedExecutor(1300, TimeUnit.MILLISECONDS);
    DocumentHost.Installer slow =
        (context, globals, loop, fetcher) ->
            HeadlessDocument.install(
                context,
                globals,
                loop,
                url -> fetcher.fetch(url).thenApplyAsync(answer -> answer, later));
    PageResult result = run("slow.html", slow, options -> options);
    assertEquals(List.of("image", "load"), console, result.errors().toString());
  }

  @Test
  void anEndlessClickTimesOut() throws IOException {
    Files.writeString(
        folder.resolve("endless.html"),
        "<b id=go></b><script>document.getElementById('go').onclick = () => { while (true); };</script>");
    PageResult result =
        run(
            "endless.html",
            HeadlessDocument::install,
            options -> options.click("#go").timeout(Duration.ofSeconds(2)));
    assertEquals(
        List.of(new PageError(PageError.Kind.TIMEOUT, "timed out after 2 s", List.of())),
        result.errors());
  }

  private PageResult run(
      String page, DocumentHost.Installer document, UnaryOperator<PageOptions.Builder> change)
      throws IOException {
    PageOptions.Builder options =
        PageOptions.builder(folder.resolve(page).toString(), document)
            .root(folder)
            .console(message -> console.add(message.text()));
    try (Page opened = new Page(change.apply(options).build())) {
      return opened.run();
    }
  }
}
