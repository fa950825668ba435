package dev.webnn4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever is wrong with a command line is said in one sentence, before the page starts. */
class CommandLineTest extends CliFixture {
  @BeforeEach
  void writePage() throws IOException {
    write("page.html", "<script>console.log('ran')</script>");
  }

  private static void assertRefused(String message, Ended ended) {
    assertEquals(List.of("webnn: " + message), ended.err());
    assertEquals(List.of(), ended.out());
    assertEquals(2, ended.code());
  }

  @Test
  void noCommandShowsTheUsage() {
    Ended ended = webnn();
    assertTrue(ended.out().getFirst().startsWith("Usage: webnn"), ended.all());
    assertEquals(2, ended.code());
  }

  @Test
  void anUnknownCommandIsRefused() {
    assertRefused(
        "unmatched argument at index 0: 'rum'; did you mean run? (see: webnn help)", webnn("rum"));
  }

  @Test
  void anUnknownOptionIsRefused() {
    assertRefused("unknown option: '--nope' (see: webnn help run)", run("page.html", "--nope"));
    assertRefused(
        "unknown option: '--clik=#a'; did you mean --click? (see: webnn help run)",
        run("page.html", "--clik=#a"));
  }

  @Test
  void aPageMustBeNamed() {
    assertRefused("missing required parameter: 'PAGE' (see: webnn help run)", webnn("run"));
  }

  @Test
  void onePageIsEnough() {
    assertRefused(
        "unmatched argument at index 4: 'second.html' (see: webnn help run)",
        run("page.html", "second.html"));
  }

  @Test
  void anOptionNeedsItsValue() {
    assertRefused(
        "missing required parameter for option '--click' (SELECTOR) (see: webnn help run)",
        run("page.html", "--click"));
  }

  @Test
  void aPageThatIsNotThereIsSaid() {
    Ended ended = run("none.html");
    assertEquals(
        List.of(
            "webnn: there is no page "
                + path("none.html")
                + "; name an HTML file, a folder with an index.html, a script or a URL"),
        ended.err());
    assertEquals(1, ended.code());
  }

  @Test
  void aMountHasTwoParts() {
    assertRefused(
        "invalid value for option '--mount' (/URL/PATH=PATH): 'foo' is not two parts with '='"
            + " between them; write, say, --mount /weights=models/weights",
        run("page.html", "--mount", "foo"));
  }

  @Test
  void aMountBeginsWithASlash() {
    assertRefused(
        "invalid value for option '--mount' (/URL/PATH=PATH): 'x' is no path of the page's origin;"
            + " begin it with a slash",
        run("page.html", "--mount", "x=" + folder));
  }

  @Test
  void aMountsTargetExists() {
    assertRefused(
        "invalid value for option '--mount' (/URL/PATH=PATH): there is no file or folder '"
            + path("gone")
            + "'; name one that exists",
        run("page.html", "--mount", "/x=" + path("gone")));
  }

  @Test
  void aMapBeginsWithAUrlAndItsTargetExists() {
    assertRefused(
        "invalid value for option '--map' (URL_PREFIX=DIR): 'x' is no URL; begin it with http:// or"
            + " https:// and a host",
        run("page.html", "--map", "x=" + folder));
    assertRefused(
        "invalid value for option '--map' (URL_PREFIX=DIR): there is no file or folder '"
            + path("gone")
            + "'; name one that exists",
        run("page.html", "--map", "https://cdn.example/=" + path("gone")));
  }

  @Test
  void theRootIsAFolder() {
    assertRefused(
        "there is no folder '" + path("gone") + "' for --root to name",
        webnn("run", path("page.html"), "--root", path("gone")));
  }

  @Test
  void aTimeoutIsANumberAboveZero() {
    assertRefused(
        "invalid value for option '--timeout': 'soon' is not a double",
        run("page.html", "--timeout", "soon"));
    assertRefused(
        "--timeout must be more than 0 seconds, not -1.0", run("page.html", "--timeout", "-1"));
  }

  @Test
  void aTimeoutMayBeEndless() {
    assertEquals(List.of("ran"), run("page.html", "--timeout", "Infinity").out());
  }

  @Test
  void aScreenshotIsAPng() {
    assertRefused(
        "invalid value for option '--screenshot' ([SELECTOR=]FILE.png): 'a.jpg' does not end with"
            + " .png",
        run("page.html", "--screenshot", "a.jpg"));
  }

  @Test
  void aTargetThatCannotBeWrittenIsSaidBeforeThePageRuns() throws IOException {
    assertRefused(
        "cannot write "
            + path("no/x.png")
            + ": there is no folder "
            + path("no")
            + "; make it first",
        run("page.html", "--screenshot", path("no/x.png")));
    write("taken.png/file", "");
    assertRefused(
        "cannot write " + path("taken.png") + ": it is a folder; name a file in it",
        run("page.html", "--screenshot", path("taken.png")));
    assertRefused(
        "cannot write " + folder + ": it is a folder; name a file in it",
        run("page.html", "--dom", folder.toString()));
  }

  @Test
  void aPictureOfWhatIsNotThereIsSaidInTheEnd() {
    Ended ended =
        run("page.html", "--screenshot", path("a.png"), "--screenshot", "#b=" + path("b.png"));
    assertEquals(List.of("ran"), ended.out());
    assertEquals(
        List.of(
            "webnn: nothing to write to " + path("a.png") + ": the page has no canvas",
            "webnn: nothing to write to " + path("b.png") + ": no element matches '#b'"),
        ended.err());
    assertEquals(1, ended.code());
  }

  @Test
  void aClickOnWhatIsNotThereIsSaid() {
    Ended ended = run("page.html", "--click", "#none");
    assertEquals(List.of("webnn: cannot click on #none: no element matches '#none'"), ended.err());
    assertEquals(1, ended.code());
  }
}
