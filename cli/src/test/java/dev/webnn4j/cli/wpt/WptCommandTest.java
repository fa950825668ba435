package dev.webnn4j.cli.wpt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class WptCommandTest extends WptFixture {
  private static final String PASSES = "test(() => {}, 'passes');\n";
  private static final String FAILS = "test(() => { throw new Error('seven'); }, 'fails');\n";

  @Test
  void runsATestAsTheProjectsServerWould() throws IOException {
    write("webnn/resources/helper.js", "const answer = 42;");
    write("resources/webidl2/lib/webidl2.js", "const parser = 'there';");
    write(
        "webnn/sums/add.https.any.js",
        """
        // META: title=sums & more
        // META: global=window,worker
        // META: variant=?cpu
        // META: variant=?gpu
        // META: variant=?op=add&device=cpu
        // META: script=../resources/helper.js
        // META: script=/resources/WebIDLParser.js
        'use strict';
        promise_test(async () => {
          const seen = [answer, parser, document.title, GLOBAL.isWindow(), location.pathname].join();
          const wanted = '42,there,sums & more,true,/webnn/sums/add.https.any.html';
          if (seen !== wanted) throw new Error(seen);
          const context = await navigator.ml.createContext();
          const builder = new MLGraphBuilder(context);
          const x = builder.input('x', { dataType: 'float32', shape: [2] });
          const graph = await builder.build({ y: builder.add(x, x) });
          const tensor = { dataType: 'float32', shape: [2], readable: true, writable: true };
          const [input, output] = await Promise.all([context.createTensor(tensor), context.createTensor(tensor)]);
          context.writeTensor(input, Float32Array.of(1, 2));
          context.dispatch(graph, { x: input }, { y: output });
          const sum = String(new Float32Array(await context.readTensor(output)));
          if (sum !== '2,4') throw new Error(sum);
        }, 'adds');
        test(() => {
          if (!location.search.includes('cpu')) throw new Error(location.search);
        }, 'has a query');
        """);
    write("webnn/only.window.js", PASSES);
    write("webnn/resources/no-test.js", "not JavaScript at all");
    Ended ended = wpt("--jobs", "2");
    assertEquals(0, ended.code(), ended.toString());
    assertEquals("5 passed, 0 failed (0 expected)", ended.last());
    assertEquals(
        List.of(
            "ok   webnn/only.window.html: 1 passed",
            "ok   webnn/sums/add.https.any.html?cpu: 2 passed",
            "ok   webnn/sums/add.https.any.html?op=add&device=cpu: 2 passed"),
        ended.out().stream()
            .filter(line -> line.startsWith("ok"))
            .map(line -> line.replaceFirst(" \\([0-9.]+ s\\)$", ""))
            .sorted()
            .toList());
  }

  @Test
  void workersAreRunWhereTheyAreAskedFor() throws IOException {
    write(
        "webnn/kinds.any.js",
        """
        // META: global=window,worker
        test(() => { if (GLOBAL.isWindow() !== ('document' in self)) throw 'document'; }, 'document');
        test(() => { if (!('ml' in navigator)) throw 'ml'; }, String(Object.prototype.toString.call(self)));
        """);
    assertEquals("2 passed, 0 failed (0 expected)", wpt().last());
    Ended ended = wpt("--workers");
    assertEquals("8 passed, 0 failed (0 expected)", ended.last(), ended.toString());
    for (String page : List.of("any.html", "any.worker", "any.sharedworker", "any.serviceworker")) {
      assertTrue(ended.line("kinds." + page).contains("2 passed"), ended.toString());
    }
  }

  @Test
  void whatFailsIsShownAndCounts() throws IOException {
    write("webnn/a.any.js", PASSES + FAILS + "console.log('see here');");
    write("webnn/b.any.js", PASSES);
    Ended ended = wpt();
    assertEquals(1, ended.code());
    assertTrue(ended.line("a.any").startsWith("FAIL webnn/a.any.html: 1 passed, 1 failed"));
    assertTrue(ended.line("seven").contains("fails: FAIL, Error: seven"), ended.toString());
    assertTrue(ended.out().contains("       console: see here"), ended.toString());
    assertEquals("2 passed, 1 failed (0 expected)", ended.last());
    assertEquals("1 passed, 0 failed (0 expected)", wpt("webnn/b").last());
  }

  @Test
  void aFailureWithAReasonIsExpectedAndAPassIsThenAnError() throws IOException {
    write("webnn/a.any.js", PASSES + FAILS);
    write("list.txt", "# why\n\nwebnn/a.any.js | fails | its data are wrong\n");
    Ended ended = wpt("--expected", checkout.resolve("list.txt").toString());
    assertEquals(0, ended.code());
    assertEquals("1 passed, 1 failed (1 expected)", ended.last());
    write("list.txt", "webnn/a.any.js | fails | why\nwebnn/a.any.js | passes | why\n");
    ended = wpt("--expected", checkout.resolve("list.txt").toString());
    assertEquals(1, ended.code());
    assertTrue(ended.line("passes:").contains("the list of expected failures has it"));
    write(
        "list.txt",
        """
        [resources/testharness.js has nothing like this]
        webnn/a.any.js | passes | in another checkout
        [resources/testharness.js lacks nothing like this]
        webnn/a.any.js | fails | in this one
        [no/such/file.js has it]
        webnn/a.any.js | passes | in yet another
        """);
    assertEquals(0, wpt("--expected", checkout.resolve("list.txt").toString()).code());
    write("list.txt", "webnn/a.any.js | fails\n");
    ended = wpt("--expected", checkout.resolve("list.txt").toString());
    assertEquals(1, ended.code());
    assertTrue(ended.err().getFirst().contains("every failure needs its reason"));
  }

  @Test
  void aTestThatWaitsForNothingTimesOutAtOnceAndAnEndlessOneInTime() throws IOException {
    write("webnn/waits.any.js", "promise_test(() => new Promise(() => {}), 'waits');\n" + PASSES);
    write("webnn/loops.any.js", PASSES + "for (;;);");
    Ended ended = wpt("--timeout-multiplier", "0.2");
    assertEquals(1, ended.code());
    assertTrue(ended.line("waits: TIMEOUT").contains("timed out"), ended.toString());
    assertTrue(ended.line("loops.any").contains("1 passed, 1 failed"), ended.toString());
    assertEquals("2 passed, 3 failed (0 expected)", ended.last(), ended.toString());
  }

  @Test
  void aPageWithoutAHarnessIsAFailure() throws IOException {
    write("webnn/broken.any.js", "// META: script=missing.js\nnothing.like.this;");
    Ended ended = wpt();
    assertEquals(1, ended.code());
    assertTrue(ended.line("broken.any").contains("0 passed, 1 failed"), ended.toString());
    assertTrue(ended.line("ended with ERROR").contains("nothing is not defined"), ended.toString());
  }

  @Test
  void theReportIsWhatTheProjectsToolsRead() throws IOException {
    write("webnn/a.any.js", "// META: variant=?cpu\n" + PASSES + FAILS);
    Path report = checkout.resolve("report.json");
    wpt("--report", report.toString());
    JsonNode json = new ObjectMapper().readTree(Files.readAllBytes(report));
    assertEquals("webnn4j", json.at("/run_info/product").asText());
    assertTrue(json.at("/time_end").asLong() >= json.at("/time_start").asLong());
    JsonNode page = json.at("/results/0");
    assertEquals("/webnn/a.any.html?cpu", page.get("test").asText());
    assertEquals("OK", page.get("status").asText());
    assertFalse(page.has("expected"));
    JsonNode passed = page.at("/subtests/0");
    assertEquals("passes PASS", passed.get("name").asText() + " " + passed.get("status").asText());
    assertTrue(passed.get("message").isNull());
    assertFalse(passed.has("expected"));
    JsonNode failed = page.at("/subtests/1");
    assertEquals("FAIL", failed.get("status").asText());
    assertEquals("PASS", failed.get("expected").asText());
    assertEquals("Error: seven", failed.get("message").asText());
  }

  @Test
  void whatCannotBeRunIsSaidInASentence() throws IOException {
    Ended none = command(checkout.resolve("nowhere").toString());
    assertEquals(1, none.code());
    assertTrue(none.err().getFirst().contains("is no checkout of web-platform-tests"));
    write("webnn/a.any.js", PASSES);
    Ended unmatched = wpt("tessellation");
    assertEquals(1, unmatched.code());
    assertTrue(
        unmatched.err().getFirst().contains("whose path contains tessellation"),
        unmatched.toString());
    Ended unwritable = wpt("--report", checkout.resolve("no/report.json").toString());
    assertEquals(2, unwritable.code());
    assertTrue(unwritable.err().getFirst().contains("there is no folder"), unwritable.toString());
    assertEquals("--jobs must be at least 1, not 0", wpt("--jobs", "0").err().getFirst());
    assertEquals(
        "--timeout-multiplier must be more than 0, not -1.0",
        wpt("--timeout-multiplier", "-1").err().getFirst());
  }
}
