package dev.webnn4j.js.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class UrlTest extends PageFixture {
  /** Cases after web-platform-tests' urltestdata.json: input, base, href (or failure). */
  private static final String CASES =
      """
      [
        ["http://user:pass@foo:21/bar;par?b#c", "", "http://user:pass@foo:21/bar;par?b#c"],
        ["https://test:@test", "", "https://test@test/"],
        ["non-special://f:999999/c", "http://example.org/", "failure"],
        ["  http://EXAMPLE.com:80/a b?q=1 2#f g  ", "", "http://example.com/a%20b?q=1%202#f%20g"],
        ["http:foo.com", "http://example.org/foo/bar", "http://example.org/foo/foo.com"],
        ["https:foo.com", "http://example.org/foo/bar", "https://foo.com/"],
        [":foo.com", "http://example.org/foo/bar", "http://example.org/foo/:foo.com"],
        ["../a/./b/../c", "http://h/x/y/z", "http://h/x/a/c"],
        ["/a/%2e%2E/b", "http://h/x", "http://h/b"],
        ["..", "http://h/x/y/z", "http://h/x/"],
        ["?new", "http://h/x/y?old#f", "http://h/x/y?new"],
        ["#new", "http://h/x/y?old#f", "http://h/x/y?old#new"],
        ["", "http://h/x/y?old#f", "http://h/x/y?old"],
        ["//other/p", "https://h/x", "https://other/p"],
        ["\\\\\\\\x\\\\hello", "http://example.org/foo/bar", "http://x/hello"],
        ["http://h/\\u00e9?\\u00e9='#\\u00e9", "", "http://h/%C3%A9?%C3%A9=%27#%C3%A9"],
        ["http://\\u00fc.com", "", "http://xn--tda.com/"],
        ["http://192.0x00A80001", "", "http://192.168.0.1/"],
        ["http://256.256.256.256", "", "failure"],
        ["http://[2001::1]:80/", "", "http://[2001::1]/"],
        ["http://[1:0::0:2]", "", "http://[1::2]/"],
        ["http://[::127.0.0.1]", "", "http://[::7f00:1]/"],
        ["http://[::1", "", "failure"],
        ["http://a b/", "", "failure"],
        ["http://h:99999/", "", "failure"],
        ["http://", "", "failure"],
        ["/relative", "", "failure"],
        ["data:text/plain,a b?c d#e f", "", "data:text/plain,a b?c%20d#e%20f"],
        ["javascript:alert(1)", "http://h/", "javascript:alert(1)"],
        ["file:///a/../b", "", "file:///b"],
        ["foo://host/a/../b", "", "foo://host/b"],
        ["blob:https://example.com/x", "", "blob:https://example.com/x"]
      ]
      """;

  @Test
  void urlsAreParsedAsTheStandardSays() throws IOException {
    List<String> wrong =
        print(
            """
            for (const [input, base, expected] of %s) {
              let actual;
              try { actual = new URL(input, base || undefined).href; } catch (e) { actual = 'failure'; }
              if (actual !== expected) console.log(input, base, actual, expected);
            }
            """
                .formatted(CASES));
    assertEquals(List.of(), wrong);
  }

  @Test
  void partsCanBeReadAndSet() throws IOException {
    assertEquals(
        List.of(
            "https: u p h:8080 h 8080 /a/b ?c=d #e https://h:8080",
            "https://u:p@example.org/x%20y?q=%C3%A9#z",
            "true false null",
            "[object URL] {\"u\":\"https://h/\"}"),
        print(
            """
            const u = new URL('https://u:p@h:8080/a/b?c=d#e');
            console.log(u.protocol, u.username, u.password, u.host, u.hostname, u.port, u.pathname, u.search, u.hash, u.origin);
            u.host = 'example.org'; u.port = 443; u.pathname = 'x y'; u.search = 'q=é'; u.hash = 'z';
            console.log(u.href);
            console.log(URL.canParse('a', 'http://b'), URL.canParse('a'), URL.parse('nope'));
            console.log(Object.prototype.toString.call(u), JSON.stringify({ u: new URL('https://h') }));
            """));
  }

  @Test
  void searchParametersStayInStepWithTheirUrl() throws IOException {
    assertEquals(
        List.of(
            "a b||1,3|true",
            "https://h/?b=1&b=3&c=%C3%A4+%26&d=",
            "3",
            "x=1&y=2 x=1&y=2",
            "b,b,c,d",
            "https://h/"),
        print(
            """
            const u = new URL('https://h/?a=a+b&b=1&b=3');
            const p = u.searchParams;
            console.log([p.get('a'), p.get('z') ?? '', p.getAll('b'), p.has('b')].join('|'));
            p.delete('a'); p.append('c', 'ä &'); p.set('d', '');
            console.log(u.href);
            u.search = '?q=1&r=2&s=3';
            console.log(p.size);
            console.log(String(new URLSearchParams({ x: 1, y: 2 })), String(new URLSearchParams([['x', 1], ['y', 2]])));
            u.search = '?b=1&b=3&c=4&d';
            console.log([...p].map(([k]) => k).join());
            for (const k of [...p.keys()]) p.delete(k);
            console.log(u.href);
            """));
  }
}
