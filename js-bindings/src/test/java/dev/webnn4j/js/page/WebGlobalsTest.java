package dev.webnn4j.js.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WebGlobalsTest extends PageFixture {
  private void expect(String script, String... lines) throws IOException {
    assertEquals(List.of(lines), print(script));
  }

  @Test
  void onlyWhatABrowserHasIsGlobal() throws IOException {
    expect(
        """
        const own = Object.getOwnPropertyNames(globalThis);
        for (const n of ['Java', 'Packages', 'Polyglot', 'Graal', 'load', 'print', 'quit', 'java', 'require', 'globals', 'arguments'])
          if (own.includes(n)) console.log('leaked', n);
        console.log(window === globalThis, self === window, window instanceof Window, window instanceof EventTarget);
        console.log(Object.prototype.toString.call(window), String(navigator), isSecureContext, crossOriginIsolated);
        console.log(Object.getOwnPropertyDescriptor(globalThis, 'Event').enumerable,
          Object.getOwnPropertyDescriptor(Event.prototype, 'type').enumerable);
        for (const C of [Navigator, Window, AbortSignal, Location, Storage])
          try { new C(); } catch (e) { console.log(e.name, e.message); }
        console.log(typeof Float16Array, navigator.platform, location.hostname, origin);
        """,
        "true true true true",
        "[object Window] [object Navigator] true true",
        "false true",
        "TypeError Illegal constructor",
        "TypeError Illegal constructor",
        "TypeError Illegal constructor",
        "TypeError Illegal constructor",
        "TypeError Illegal constructor",
        "function Linux x86_64 webnn.local https://webnn.local");
  }

  @Test
  void domExceptionsAreErrorsWithLegacyCodes() throws IOException {
    expect(
        """
        const e = new DOMException('why', 'DataCloneError');
        console.log(e instanceof Error, e.name, e.message, e.code, String(e), DOMException.ABORT_ERR, e.DATA_CLONE_ERR);
        console.log(new DOMException('', 'OperationError').code, Object.prototype.toString.call(e));
        console.log(e.stack.split('\\n')[0], '|', e.stack.includes('script.js:1'));
        """,
        "true DataCloneError why 25 DataCloneError: why 20 25",
        "0 [object DOMException]",
        "DataCloneError: why | true");
  }

  @Test
  void eventsReachTheirListenersInOrder() throws IOException {
    expect(
        """
        const t = new EventTarget();
        t.addEventListener('x', (e) => console.log('first', e.detail, e.target === t, e.eventPhase));
        t.addEventListener('x', { handleEvent() { console.log('object'); } }, { once: true });
        t.addEventListener('x', (e) => e.preventDefault());
        console.log(t.dispatchEvent(new CustomEvent('x', { detail: 5, cancelable: true })));
        console.log(t.dispatchEvent(new CustomEvent('x')));
        const c = new AbortController();
        c.signal.onabort = (e) => console.log(e.type, c.signal.reason.name);
        t.addEventListener('y', () => console.log('never'), { signal: c.signal });
        c.abort();
        t.dispatchEvent(new Event('y'));
        try { c.signal.throwIfAborted(); } catch (e) { console.log(e.message); }
        """,
        "first 5 true 2",
        "object",
        "false",
        "first null true 2",
        "true",
        "abort AbortError",
        "signal is aborted without reason");
  }

  @Test
  void textGoesToBytesAndBack() throws IOException {
    expect(
        """
        console.log([...new TextEncoder().encode('aä€😀')].join());
        console.log(new TextDecoder().decode(new Uint8Array([0xef, 0xbb, 0xbf, 0x61, 0xff])) === 'a\\ufffd');
        const d = new TextDecoder();
        console.log(d.decode(new Uint8Array([0xe2, 0x82]), { stream: true }) + d.decode(new Uint8Array([0xac])));
        console.log(new TextDecoder('utf-16le').decode(new Uint16Array([0x61, 0x20ac])), new TextDecoder('latin1').encoding);
        try { new TextDecoder('utf-8', { fatal: true }).decode(new Uint8Array([255])); } catch (e) { console.log(e.name); }
        try { new TextDecoder('nonsense'); } catch (e) { console.log(e.name); }
        console.log(btoa('Hello!'), btoa('a'), atob('SGVsbG8h'), atob(' YQ = = '));
        try { atob('a'); } catch (e) { console.log(e.name, e.code); }
        """,
        "97,195,164,226,130,172,240,159,152,128",
        "true",
        "€",
        "a€ windows-1252",
        "TypeError",
        "RangeError",
        "SGVsbG8h YQ== Hello! a",
        "InvalidCharacterError 5");
  }

  @Test
  void structuredCloneCopiesWhatItCan() throws IOException {
    expect(
        """
        const a = { d: new Date(0), m: new Map([[1, new Set([2])]]), n: [1, , 3], u: undefined, f: new Float32Array([1, 2]).subarray(1) };
        a.self = a;
        const b = structuredClone(a);
        console.log(b !== a, b.self === b, b.d.getTime(), b.m.get(1).has(2), 1 in b.n, 'u' in b, b.f[0], b.f.byteOffset);
        const buffer = new ArrayBuffer(8);
        const moved = structuredClone({ buffer }, { transfer: [buffer] });
        console.log(buffer.detached, moved.buffer.byteLength);
        for (const bad of [() => {}, Symbol('s'), new AbortController(), Promise.resolve()])
          try { structuredClone(bad); console.log('cloned'); } catch (e) { console.log(e.name); }
        console.log(structuredClone(new RangeError('r')) instanceof RangeError);
        """,
        "true true 0 true false true 2 4",
        "true 8",
        "DataCloneError",
        "DataCloneError",
        "DataCloneError",
        "DataCloneError",
        "true");
  }

  @Test
  void storageHistoryAndRandomNumbersWork() throws IOException {
    expect(
        """
        localStorage.setItem('a', 1);
        localStorage.b = 'two';
        console.log(localStorage.a, localStorage.getItem('b'), localStorage.length, Object.keys(localStorage).join(), localStorage.c);
        delete localStorage.a;
        console.log('a' in localStorage, sessionStorage.length);
        history.pushState({ n: 1 }, '', '?page=2#top');
        console.log(location.href, location.search, history.state.n, history.length);
        console.log(/^[0-9a-f]{8}-[0-9a-f]{4}-4/.test(crypto.randomUUID()));
        console.log(crypto.getRandomValues(new Uint32Array(64)).some((n) => n > 0));
        const channel = new MessageChannel();
        channel.port2.onmessage = (e) => console.log('message', e.data.x);
        channel.port1.postMessage({ x: 3 });
        """,
        "1 two 2 a,b undefined",
        "false 0",
        "https://webnn.local/?page=2#top ?page=2 1 2",
        "true",
        "true",
        "message 3");
  }

  @Test
  void blobsHoldBytesAndCanBeFetched() throws IOException {
    List<String> lines =
        print(
            """
            const blob = new Blob(['ab', new Uint8Array([99]), new Blob(['d'])], { type: 'Text/Plain' });
            console.log(blob.size, blob.type, String(blob));
            (async () => {
              console.log(await blob.slice(1, 3).text());
              const url = URL.createObjectURL(blob);
              const answer = await fetch(url);
              console.log(url.startsWith('blob:https://webnn.local/'), await answer.text(), answer.headers.get('content-type'));
              URL.revokeObjectURL(url);
              await fetch(url).catch((e) => console.log(e.name));
            })();
            """);
    assertEquals(
        List.of("4 text/plain [object Blob]", "bc", "true abcd text/plain"), lines.subList(0, 3));
    assertEquals("TypeError", lines.getLast());
  }

  @Test
  void theConsoleFormatsValues() throws IOException {
    List<String> lines =
        print(
            """
            console.log('%s is %d and %i, %o %c%%', 'x', '42', 3.9, { a: 1 }, 'css', 'rest');
            console.log([1, 'two', null, undefined, -0, 10n], { a: { b: { c: { d: 1 } } } }, new Float32Array([1.5]));
            console.log(new Map([['k', { v: 1 }]]), new Set([1]), class A {}, function f() {}, Symbol('s'));
            class P { constructor() { this.x = 1; } }
            const loop = new P(); loop.self = loop;
            console.log(loop, [], {}, 'it\\'s', ["it's"]);
            console.group('G'); console.info('in\\nside'); console.groupEnd();
            console.assert(1 === 2, 'no %s', 'way');
            console.table([{ a: 1, b: 'x' }, { a: 2 }]);
            console.count(); console.count();
            console.log(new Array(200).fill(7).length, String(new Array(3)));
            """);
    assertEquals("x is 42 and 3, { a: 1 } % rest", lines.get(0));
    assertEquals(
        "[ 1, 'two', null, undefined, -0, 10n ] { a: { b: { c: [Object] } } } Float32Array(1) [ 1.5"
            + " ]",
        lines.get(1));
    assertEquals(
        "Map(1) { 'k' => { v: 1 } } Set(1) { 1 } [class A] [Function: f] Symbol(s)", lines.get(2));
    assertEquals("P { x: 1, self: [Circular] } [] {} it's [ \"it's\" ]", lines.get(3));
    assertEquals("G", lines.get(4));
    assertEquals("  in\n  side", lines.get(5));
    assertEquals("Assertion failed: no way", lines.get(6));
    assertTrue(lines.get(7).contains("│ (index) │ a │ b   │"), lines.get(7));
    assertTrue(lines.get(7).contains("│ 1       │ 2 │     │"), lines.get(7));
    assertEquals("default: 2", lines.get(9));
  }
}
