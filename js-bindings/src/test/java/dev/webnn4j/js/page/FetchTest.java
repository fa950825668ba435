package dev.webnn4j.js.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class FetchTest extends PageFixture {
  @BeforeEach
  void fill() throws IOException {
    write("data.json", "{\"n\": 7}");
    Files.write(folder.resolve("weights.bin"), new byte[] {0, 0, (byte) 128, 63, 0, 0, 0, 64});
  }

  @Test
  void fetchReadsTextJsonAndRealArrayBuffers() throws IOException {
    assertEquals(
        List.of(
            "true 200 OK https://webnn.local/data.json basic application/json",
            "7 true",
            "TypeError",
            "1,2 true true",
            "8 application/octet-stream",
            "8"),
        print(
            """
            (async () => {
              const r = await fetch('./data.json');
              console.log(r.ok, r.status, r.statusText, r.url, r.type, r.headers.get('Content-Type'));
              console.log((await r.clone().json()).n, (await r.text()).includes('n'));
              await r.text().catch((e) => console.log(e.name));
              const buffer = await (await fetch(new URL('/weights.bin?x', location.href))).arrayBuffer();
              console.log(new Float32Array(buffer, 0, 2).join(), buffer instanceof ArrayBuffer, buffer.transfer() instanceof ArrayBuffer);
              const blob = await (await fetch(new Request('weights.bin'))).blob();
              console.log(blob.size, blob.type);
              const reader = (await fetch('weights.bin')).body.getReader();
              let length = 0;
              for (let c = await reader.read(); !c.done; c = await reader.read()) length += c.value.length;
              console.log(length);
            })();
            """));
  }

  @Test
  void aMissingFileIsAnAnswerAndABlockedHostIsANetworkError() throws IOException {
    List<String> lines =
        print(
            """
            (async () => {
              const r = await fetch('gone.json');
              console.log(r.ok, r.status, await r.text());
              await fetch('gone%zz|^[x].json').then((r) => console.log(r.status));
              await fetch('https://blocked.example/x').catch((e) => console.log(e.name, e.message));
              const c = new AbortController();
              const p = fetch('data.json', { signal: c.signal });
              c.abort();
              await p.catch((e) => console.log(e.name));
            })();
            """);
    assertTrue(lines.get(0).contains("gone.json answered with status 404"), lines.get(0));
    assertEquals("false 404 ", lines.get(1));
    assertEquals("404", lines.get(3));
    assertTrue(lines.get(4).contains("--allow-net blocked.example"), lines.get(4));
    assertEquals(List.of("TypeError Failed to fetch", "AbortError"), lines.subList(5, 7));
  }

  @Test
  void anXhrTellsItsProgressAndGivesAnArrayBuffer() throws IOException {
    assertEquals(
        List.of(
            "1",
            "2",
            "3",
            "progress true 8 8",
            "4",
            "load 200 1,2 true",
            "end",
            "application/octet-stream true"),
        print(
            """
            const x = new XMLHttpRequest();
            x.responseType = 'arraybuffer';
            x.onreadystatechange = () => console.log(x.readyState);
            x.onprogress = (e) => console.log(e.type, e.lengthComputable, e.loaded, e.total);
            x.onload = () => console.log('load', x.status, new Float32Array(x.response).join(), x.response === x.response);
            x.addEventListener('loadend', () => {
              console.log('end');
              console.log(x.getResponseHeader('content-type'), x.getAllResponseHeaders().includes('content-length: 8\\r\\n'));
            });
            x.open('GET', 'weights.bin', true);
            x.send();
            """));
  }

  @Test
  void aSynchronousXhrWaits() throws IOException {
    assertEquals(
        List.of("4 200 {\"n\": 7}", "NetworkError", "405"),
        print(
                """
                const x = new XMLHttpRequest();
                x.open('GET', 'data.json', false);
                x.send();
                console.log(x.readyState, x.status, x.response);
                x.open('GET', 'https://blocked.example/', false);
                try { x.send(); } catch (e) { console.log(e.name); }
                x.open('POST', 'data.json', false);
                x.send('{}');
                console.log(x.status);
                """)
            .stream()
            .filter(line -> !line.contains("--allow-net") && !line.contains("answered"))
            .toList());
  }

  @Test
  void anXhrReadsTextAndJsonFailsAndAborts() throws IOException {
    List<String> lines =
        print(
            """
            const get = (url, type) => new Promise((done) => {
              const x = new XMLHttpRequest();
              x.onloadend = () => done(x);
              for (const t of ['load', 'error', 'abort']) x.addEventListener(t, () => console.log(t, x.status, x.readyState));
              x.open('GET', url);
              if (type) x.responseType = type;
              x.send();
              if (type === 'blob') x.abort();
            });
            (async () => {
              console.log((await get('data.json')).responseText);
              console.log((await get('data.json', 'json')).response.n);
              await get('gone');
              await get('https://blocked.example/');
              await get('data.json', 'blob');
            })();
            """);
    lines.removeIf(line -> line.contains("status 404") || line.contains("--allow-net"));
    assertEquals(
        List.of(
            "load 200 4", "{\"n\": 7}", "load 200 4", "7", "load 404 4", "error 0 4", "abort 0 4"),
        lines);
  }
}
