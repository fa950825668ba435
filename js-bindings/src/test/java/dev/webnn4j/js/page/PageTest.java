package dev.webnn4j.js.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PageTest extends PageFixture {
  @Test
  void scriptsAndEventsComeInTheirOrder() throws IOException {
    write(
        "index.html",
        """
        <script src="deferred.js" defer></script>
        <script type="module">console.log('module', document.readyState);</script>
        <script src="async.js" async></script>
        <script>
          console.log('inline', document.readyState, document.currentScript !== null);
          addEventListener('load', () => console.log('load', document.readyState));
          window.onload = () => console.log('onload');
          document.addEventListener('DOMContentLoaded', () => {
            console.log('content', document.readyState);
            setTimeout(() => console.log('ready callback'));
          });
        </script>
        <script type="text/template">not JavaScript</script>
        <script src="last.js"></script>
        """);
    write("deferred.js", "console.log('deferred')");
    write("async.js", "console.log('async')");
    write("last.js", "console.log('last')");
    PageResult result = run("");
    assertEquals(
        List.of(
            "inline loading true",
            "last",
            "async",
            "deferred",
            "module interactive",
            "content interactive",
            "ready callback",
            "load complete",
            "onload"),
        console);
    assertTrue(result.clean());
  }

  @Test
  void classicScriptsShareTheGlobalLexicalScope() throws IOException {
    write(
        "index.html",
        "<script>const a = 1; class C {}</script><script>let b = a; console.log(b, typeof C, typeof"
            + " window.a);</script>");
    run("index.html");
    assertEquals(List.of("1 function undefined"), console);
  }

  @Test
  void aMissingScriptIsToldAndThePageGoesOn() throws IOException {
    write(
        "index.html",
        "<script src='gone.js'></script><script"
            + " src='https://cdn.example/x.js'></script><script>console.log('on')</script>");
    PageResult result = run("index.html");
    assertEquals(3, console.size(), console.toString());
    assertTrue(
        console.get(0).contains("https://webnn.local/gone.js answered with status 404"),
        console.get(0));
    assertTrue(console.get(1).contains("--allow-net cdn.example"), console.get(1));
    assertEquals("on", console.get(2));
    assertTrue(result.clean());
  }

  @Test
  void uncaughtErrorsHoldThePlaceInThePage() throws IOException {
    write(
        "index.html",
        """
        <html>
        <script>
        function f() {
          null.x;
        }
        </script>
        <script src='a.js'></script>
        <script src='b.js'></script>
        """);
    write("a.js", "setTimeout(() => {\n  f();\n});\nPromise.reject(new RangeError('lost'));");
    write("b.js", "let = ;");
    PageResult result = run("index.html");
    assertFalse(result.clean());
    assertEquals(3, result.errors().size(), result.errors().toString());
    PageError rejected = result.errors().get(0);
    assertEquals(PageError.Kind.REJECTION, rejected.kind());
    assertEquals("RangeError: lost", rejected.message());
    assertTrue(
        rejected.stack().getFirst().contains("https://webnn.local/a.js:4:"), rejected.toString());
    PageError syntax = result.errors().get(1);
    assertTrue(syntax.message().startsWith("SyntaxError"), syntax.message());
    assertTrue(syntax.toString().contains("https://webnn.local/b.js:1"), syntax.toString());
    PageError thrown = result.errors().get(2);
    assertTrue(thrown.message().startsWith("TypeError"), thrown.message());
    assertTrue(
        thrown.stack().get(0).startsWith("at f (https://webnn.local/index.html:4:"),
        thrown.toString());
    assertTrue(thrown.stack().get(1).contains("https://webnn.local/a.js:2:"), thrown.toString());
  }

  @Test
  void whateverIsThrownIsDescribedWithTheStackItBrings() throws IOException {
    write(
        "a.js",
        """
        setTimeout(() => { throw new DOMException('dom', 'DataError'); });
        setTimeout(() => { throw { a: 1 }; });
        queueMicrotask(() => { throw 'text'; });
        console.log(new Error('own').stack);
        """);
    List<PageError> errors = run("a.js").errors();
    assertEquals("Error: own\n    at https://webnn.local/a.js:4:13", console.getFirst());
    assertEquals(
        List.of("text", "DataError: dom", "{ a: 1 }"),
        errors.stream().map(PageError::message).toList());
    assertEquals(List.of(), errors.get(0).stack());
    assertTrue(
        errors.get(1).stack().getFirst().contains("https://webnn.local/a.js:1:"),
        errors.toString());
  }

  @Test
  void windowListenersHearOfErrorsAndMayPreventThem() throws IOException {
    write(
        "index.html",
        """
        <script>
          window.onerror = (message, file, line) => { console.log(message, file, line); return true; };
          addEventListener('unhandledrejection', (e) => { console.log(e.reason); e.preventDefault(); });
          setTimeout(() => { throw new Error('late'); });
          Promise.reject(7);
        </script>
        """);
    assertTrue(run("index.html").clean());
    assertEquals(List.of("7", "Uncaught Error: late https://webnn.local/index.html 4"), console);
  }

  @Test
  void clicksComeOneByOneWhenThePageIsQuiet() throws IOException {
    write(
        "index.html",
        """
        <b id="one"></b><b id="two"></b>
        <script>
          for (const id of ['one', 'two']) document.getElementById(id).onclick = () => {
            console.log('click', id);
            setTimeout(() => console.log('done', id), 20);
          };
          setTimeout(() => console.log('loaded'), 20);
        </script>
        """);
    PageResult result = run("index.html", o -> o.click("#two").click("#none").click("#one"));
    assertEquals(
        List.of(
            "loaded",
            "click two",
            "done two",
            "cannot click on #none: nothing matches",
            "click one",
            "done one"),
        console);
    assertEquals(PageError.Kind.REQUEST, result.errors().getFirst().kind());
  }

  @Test
  void anEndlessScriptTimesOut() throws IOException {
    write("index.html", "<script>while (true);</script>");
    PageResult result = run("index.html", o -> o.timeout(Duration.ofSeconds(1)));
    assertEquals(
        List.of(new PageError(PageError.Kind.TIMEOUT, "timed out after 1 s", List.of())),
        result.errors());
  }

  @Test
  void modulesAreFoundThroughTheImportMapAndMissingOnesAreErrors() throws IOException {
    write(
        "site/index.html",
        """
        <script type="importmap">{"imports": {"lib": "./lib/lib.js"}}</script>
        <script type="module">
          import { name } from 'lib';
          console.log(name, import.meta.url);
          const { x } = await import('./dynamic.js');
          console.log(x);
        </script>
        <script type="module" src="broken.js"></script>
        """);
    write("site/lib/lib.js", "export const name = 'lib';");
    write("site/dynamic.js", "export const x = 'dynamic';");
    write("site/broken.js", "import './missing.js';");
    PageResult result = run("site");
    assertEquals("lib https://webnn.local/site/index.html", console.getFirst());
    assertTrue(console.contains("dynamic"), console.toString());
    assertEquals(1, result.errors().size(), result.errors().toString());
    assertEquals(PageError.Kind.MODULE, result.errors().getFirst().kind());
    assertTrue(
        result.errors().getFirst().message().contains("https://webnn.local/site/missing.js"));
  }

  @Test
  void theWindowHearsOfErrorsInModules() throws IOException {
    write(
        "index.html",
        "<script>onerror = (m) => console.log(m)</script><script type=module src=m.js></script>");
    write("m.js", "\nthrow new TypeError('in module');");
    PageResult result = run("index.html");
    assertEquals("Uncaught TypeError: in module", console.getFirst());
    assertEquals(List.of("at https://webnn.local/m.js:2:7"), result.errors().getFirst().stack());
  }

  @Test
  void aTimerThatPollsForTheLoadEventDoesNotHoldItUp() throws IOException {
    write(
        "a.js",
        "(function wait() { if (document.readyState === 'complete') console.log('seen'); else"
            + " setTimeout(wait, 10); })();");
    assertTrue(run("a.js").clean());
    assertEquals(List.of("seen"), console);
  }

  @Test
  void aClassicScriptImportsRelativeToItself() throws IOException {
    write(
        "index.html",
        "<script src='sub/classic.js'></script><script>import('./sub/m.js').then((m) =>"
            + " console.log('inline', m.x))</script>");
    write("sub/classic.js", "import('./m.js').then((m) => console.log('classic', m.x))");
    write("sub/m.js", "export const x = 1");
    PageResult result = run("index.html");
    assertEquals(List.of("classic 1", "inline 1"), console, result.errors().toString());
  }

  @Test
  void scriptsInsertedByScriptsRunAndFireLoad() throws IOException {
    write(
        "index.html",
        """
        <script>
          document.insertScript('late.js').onload = () => console.log('load');
          document.insertScript('gone.js').onerror = () => console.log('error');
        </script>
        """);
    write("late.js", "console.log('late')");
    run("index.html");
    console.removeIf(line -> line.startsWith("Failed"));
    assertEquals(List.of("late", "load", "error"), console);
  }

  @Test
  void aLoneScriptIsAPageToo() throws IOException {
    write("a.js", "console.log(location.href, typeof require, this === window)");
    write("m.mjs", "console.log(import.meta.url, this)");
    write("n.js", "// import a from 'b'\nimport './a.js';\nconsole.log('n')");
    run("a.js", o -> o.query("x=1"));
    run("m.mjs");
    run("n.js");
    assertEquals(
        List.of(
            "https://webnn.local/?x=1 undefined true",
            "https://webnn.local/m.mjs undefined",
            "https://webnn.local/ undefined false",
            "n"),
        console);
  }

  @Test
  void extensionsAddToTheGlobalsBeforeScriptsRun() throws IOException {
    write("a.js", "console.log(answer)");
    run("a.js", o -> o.extension(page -> page.context().getBindings("js").putMember("answer", 42)));
    assertEquals(List.of("42"), console);
  }

  @Test
  void aPageThatIsNotThereIsRefused() {
    IOException e = assertThrows(IOException.class, () -> run("none.html"));
    assertTrue(e.getMessage().contains("none.html"), e.getMessage());
  }
}
