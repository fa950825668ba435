package dev.webnn4j.js.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PageLocationTest extends PageFixture {
  private Path real;

  @BeforeEach
  void fill() throws IOException {
    real = folder.toRealPath();
    write("project/package.json", "{}");
    write("project/a/b c/index.html", "<p>");
    write("alone/page.html", "<p>");
  }

  private PageLocation find(String page) throws IOException {
    return PageLocation.find(folder.resolve(page).toString(), Optional.empty(), "");
  }

  @Test
  void theRootIsTheProjectElseTheFolderOfThePage() throws IOException {
    PageLocation inProject = find("project/a/b c");
    assertEquals(real.resolve("project"), inProject.root());
    assertEquals("https://webnn.local/a/b%20c/index.html", inProject.url().toString());
    PageLocation alone = find("alone/page.html");
    assertEquals(real.resolve("alone"), alone.root());
    assertEquals("https://webnn.local/page.html", alone.url().toString());
  }

  @Test
  void aPageOutsideOfTheGivenRootIsRefused() {
    String page = folder.resolve("alone/page.html").toString();
    Optional<Path> root = Optional.of(folder.resolve("project"));
    IOException e = assertThrows(IOException.class, () -> PageLocation.find(page, root, ""));
    assertTrue(e.getMessage().contains("not under the root"), e.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "import x from './x.js'|true",
        "import { a } from 'b'|true",
        "import * as n from 'b'|true",
        "import './x.js'|true",
        "export const a = 1|true",
        "export default 1|true",
        "console.log(import.meta.url)|true",
        "import('./x.js')|false",
        "const important = 1; exports.x = 2|false",
        "importScripts('a.js')|false"
      })
  void aScriptIsAModuleWhenItImportsOrExports(String text, boolean module) throws IOException {
    Files.writeString(folder.resolve("s.js"), text);
    String html = find("s.js").html().orElseThrow();
    assertEquals(module, html.contains("type=\"module\""), html);
  }

  @Test
  void aPageMayBeAUrlThatIsMapped() throws IOException {
    write("site/app/index.html", "<script src='a.js?v=1'></script>");
    write(
        "site/app/a.js",
        "fetch('/data.txt').then((r) => r.text()).then((t) => console.log(origin, t));");
    write("site/data.txt", "mapped");
    PageOptions options =
        PageOptions.builder("https://demo.example/app/index.html", StubDocument::install)
            .map("https://demo.example/", folder.resolve("site"))
            .console(message -> console.add(message.text()))
            .build();
    try (Page page = new Page(options)) {
      assertTrue(page.run().clean(), console.toString());
    }
    assertEquals(List.of("https://demo.example mapped"), console);
  }

  @Test
  void aPageOfAForbiddenHostSaysHowToAllowIt() throws IOException {
    PageOptions options =
        PageOptions.builder("https://demo.example/", StubDocument::install)
            .console(message -> console.add(message.text()))
            .build();
    try (Page page = new Page(options)) {
      PageResult result = page.run();
      assertEquals(PageError.Kind.REQUEST, result.errors().getFirst().kind());
      assertTrue(
          result.errors().getFirst().message().contains("--allow-net demo.example"),
          result.toString());
    }
  }
}
