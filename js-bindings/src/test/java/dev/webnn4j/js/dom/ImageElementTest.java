package dev.webnn4j.js.dom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ImageElementTest {
  private final DomFixture page = new DomFixture("<body><img id=i></body>");

  @BeforeEach
  void serve() throws IOException {
    page.server.put("/folder/a.png", picture("png"));
    byte[] jpeg = picture("jpeg");
    page.server.put("/cut.jpg", Arrays.copyOf(jpeg, jpeg.length * 2 / 3));
    page.eval(
        """
        globalThis.i = document.getElementById('i');
        globalThis.log = [];
        for (const type of ['load', 'error']) i.addEventListener(type, () => log.push(type));
        """);
  }

  @AfterEach
  void close() {
    page.close();
  }

  private static byte[] picture(String format) throws IOException {
    BufferedImage image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 40 * 30; i++) {
      image.setRGB(i % 40, i / 40, i * 7919);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, format, out);
    return out.toByteArray();
  }

  @Test
  void loadsRelativeToThePage() {
    page.eval("i.src = 'a.png'; log.push(i.complete)");
    assertEquals(
        "false load true 40 30 40 http://page.test/folder/a.png",
        page.text(
            "[...log, i.complete, i.naturalWidth, i.naturalHeight, i.width, i.src].join(' ')"));
    assertEquals("20 15", page.text("i.width = 20; [i.width, i.height].join(' ')"));
    assertEquals(40, page.document.canvas(java.util.Optional.of("#i")).getWidth());
  }

  @Test
  void loadsDataUrls() throws IOException {
    String url = "data:image/png;base64," + Base64.getEncoder().encodeToString(picture("png"));
    page.eval(
        "globalThis.j = new Image(4, 5); j.onload = () => log.push('loaded'); j.src = '"
            + url
            + "'; j.decode().then(() => log.push('decoded'))");
    assertTrue(page.text("log.join(' ')").contains("loaded"), page.console::toString);
    assertEquals("40 4", page.text("[j.naturalWidth, j.width].join(' ')"));
  }

  @Test
  void truncatedJpegFiresErrorAndSaysWhy() {
    page.eval("i.src = '/cut.jpg'");
    assertEquals("error true 0", page.text("[...log, i.complete, i.naturalWidth].join(' ')"));
    String message = page.console.getFirst().text();
    assertTrue(
        message.contains("http://page.test/cut.jpg") && message.contains("truncated JPEG"),
        message);
    assertEquals("3", page.text("1 + 2 + ''"));
  }

  @Test
  void missingFileFiresError() {
    page.eval("i.src = 'none.png'; i.decode().catch((e) => log.push(e.name))");
    assertTrue(page.holds("log.includes('error') && log.includes('EncodingError')"));
    assertTrue(page.console.getFirst().text().contains("404"), page.console.getFirst().text());
  }

  @Test
  void takesUrlsThatJavaWouldRefuse() throws IOException {
    page.server.put("/folder/a|b.png", picture("png"));
    page.eval("i.src = 'a|b.png'");
    assertEquals("load", page.text("log.join(' ')"));
  }

  @Test
  void onlyTheLastSourceCounts() {
    page.eval("i.src = 'none.png'; i.src = 'a.png'");
    assertEquals("load", page.text("log.join(' ')"));
  }

  @Test
  void theDocumentIsLoadingUntilItsImagesHaveComeOrFailed() {
    assertFalse(page.document.isLoading());
    page.context.eval("js", "i.src = 'a.png'; new Image().src = 'none.png';");
    assertTrue(page.document.isLoading());
    page.loop.runWhile(page.document::isLoading);
    assertEquals("load", page.text("log.join(' ')"));
    assertFalse(page.document.isLoading());
  }
}
