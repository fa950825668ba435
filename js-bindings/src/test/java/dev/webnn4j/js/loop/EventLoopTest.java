package dev.webnn4j.js.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class EventLoopTest {
  private final Context context = JsContexts.create();
  private final EventLoop loop = new EventLoop(context);
  private final List<String> uncaught = new ArrayList<>();

  @BeforeEach
  void install() {
    loop.uncaught(error -> uncaught.add(error.describe()));
    loop.installTimers();
    context.eval("js", "globalThis.seen = []; globalThis.log = (x) => { seen.push(x); };");
  }

  @AfterEach
  void close() {
    context.close();
  }

  private String run(String script) {
    loop.runTask(() -> context.eval("js", script));
    loop.run();
    return context.eval("js", "seen.join(' ')").asString();
  }

  @Test
  void microtasksComeBeforeTimersAndTimersInTheOrderOfTheirTime() {
    assertEquals(
        "sync micro1 micro2 0ms 0ms' 5ms",
        run(
            """
            setTimeout(log, 5, '5ms');
            setTimeout(log, 0, '0ms');
            setTimeout(() => log("0ms'"));
            Promise.resolve().then(() => log('micro1'));
            queueMicrotask(() => log('micro2'));
            log('sync');
            """));
  }

  @Test
  void clearedTimersAndFramesDoNotRun() {
    assertEquals(
        "frame",
        run(
            """
            clearTimeout(setTimeout(log, 1, 'timeout'));
            clearInterval(setInterval(log, 1, 'interval'));
            requestAnimationFrame(() => { log('frame'); cancelAnimationFrame(second); });
            const second = requestAnimationFrame(() => log('second'));
            """));
  }

  @Test
  void anIntervalRepeatsUntilItIsCleared() {
    assertEquals(
        "1 2 3",
        run(
            "let n = 0; const t = setInterval(() => { log(++n); if (n === 3) clearInterval(t); },"
                + " 1);"));
  }

  @Test
  void endlessIntervalsAndAnimationsAreQuietAfterAWhile() {
    loop.patience(Duration.ofMillis(50));
    String seen =
        run(
            """
            setInterval(() => log('tick'), 5);
            const draw = () => { log('frame'); requestAnimationFrame(draw); };
            requestAnimationFrame(draw);
            setTimeout(() => log('late'), 200);
            """);
    assertTrue(seen.contains("tick tick") && seen.contains("frame"), seen);
    assertTrue(seen.contains("late"), "a timeout is waited for: " + seen);
  }

  @Test
  void aFutureOfAnotherThreadKeepsTheLoopRunningAndSettlesItsPromise() {
    CompletableFuture<Integer> future =
        CompletableFuture.supplyAsync(
            () -> 20, CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS));
    context
        .getBindings("js")
        .putMember("work", (ProxyExecutable) _ -> loop.promise(future, n -> n + 1));
    assertEquals("true 21", run("const p = work(); log(p instanceof Promise); p.then(log);"));
  }

  @Test
  void aFailedFutureRejectsThroughTheErrorMapper() {
    ProxyExecutable work =
        a -> loop.promise(CompletableFuture.failedFuture(failure(a[0].asString())), x -> x);
    context.getBindings("js").putMember("work", work);
    String script =
        "for (const k of ['bad', 'io']) work(k).catch((e) => log(e.name + ':' + e.message));";
    assertEquals("TypeError:bad Error:io", run(script));
    loop.errors(e -> context.eval("js", "(m) => new RangeError(m)").execute(e.getMessage()));
    assertEquals(
        "TypeError:bad Error:io RangeError:bad RangeError:io",
        run(script.replace("const k", "let k")));
  }

  private static Exception failure(String kind) {
    return kind.equals("bad")
        ? new IllegalArgumentException(kind)
        : new IllegalStateException(kind);
  }

  @Test
  void errorsOfCallbacksAreReportedAndTheLoopGoesOn() {
    String seen =
        run(
            """
            setTimeout(() => { throw new Error('in timer'); }, 0);
            requestAnimationFrame(() => { throw new Error('in frame'); });
            queueMicrotask(() => { throw new Error('in microtask'); });
            setTimeout(log, 30, 'on');
            throw new TypeError('in task');
            """);
    assertEquals("on", seen);
    assertEquals(4, uncaught.size(), uncaught.toString());
    assertTrue(uncaught.contains("Uncaught TypeError: in task"), uncaught.toString());
    assertTrue(uncaught.contains("Uncaught Error: in microtask"), uncaught.toString());
  }

  @Test
  void onlyRejectionsThatNobodyHandlesAreReported() {
    run(
        """
        Promise.reject(new Error('handled')).catch(() => {});
        const later = Promise.reject(new Error('handled in a microtask'));
        queueMicrotask(() => later.catch(() => {}));
        (async () => { throw new RangeError('lost'); })();
        Promise.reject('a string');
        """);
    assertEquals(
        Set.of("Uncaught (in promise) RangeError: lost", "Uncaught (in promise) a string"),
        Set.copyOf(uncaught));
  }

  @Test
  void anEndlessScriptIsInterruptedAndTheContextStaysUsable() {
    loop.post(() -> context.eval("js", "while (true) try { while (true); } catch { }"));
    LoopTimeoutException e =
        assertThrows(LoopTimeoutException.class, () -> loop.run(Duration.ofMillis(300)));
    assertEquals("timed out after 0.3 s", e.getMessage());
    assertEquals("still here", run("log('still here')"));
    assertEquals(List.of(), uncaught);
  }

  @Test
  void workThatNeverEndsTimesOut() {
    loop.hold();
    assertThrows(LoopTimeoutException.class, () -> loop.run(Duration.ofMillis(100)));
  }

  @Test
  void measuresSpanTheirMarks() {
    assertEquals(
        "true 2 0",
        run(
            """
            performance.mark('a', { startTime: 5 });
            performance.mark('b', { startTime: 12 });
            const m = performance.measure('m', 'a', 'b');
            log(m.duration === 7 && performance.now() > 0);
            log(performance.getEntriesByType('mark').length);
            performance.clearMarks();
            log(performance.getEntriesByType('mark').length);
            """));
  }

  @Test
  void neitherJavaNorEngineInternalsAreInReach() {
    assertEquals(
        "",
        run(
            "for (const n of ['Java', 'Packages', 'Polyglot', 'Graal', 'load', 'print', 'quit',"
                + " 'java']) if (n in globalThis) log(n);"));
  }
}
