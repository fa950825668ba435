package dev.webnn4j.js.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.webnn4j.js.loop.EventLoop;
import dev.webnn4j.js.loop.JsContexts;
import dev.webnn4j.js.loop.Prelude;
import dev.webnn4j.js.resource.ResourceHandler;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.io.IOAccess;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ModuleTest {
  @TempDir Path folder;

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** Imports a module and returns what it put into {@code globalThis.seen}, or its error. */
  private String importing(String specifier) {
    ResourceOptions options =
        new ResourceOptions(
            folder,
            Map.of(),
            ResourceHandler.NONE,
            Map.of("https://cdn.example/x", folder.resolve("cdn")),
            Set.of());
    ModuleFileSystem modules = new ModuleFileSystem(new Resources(options));
    modules.setBase(URI.create("https://webnn.local/app/index.html"));
    modules.addImports(Map.of("utils", "./vendor/utils.js", "pkg/", "/packages/pkg/"));
    IOAccess io = IOAccess.newBuilder().fileSystem(modules).build();
    try (Context context = JsContexts.newBuilder().allowIO(io).build()) {
      EventLoop loop = new EventLoop(context);
      loop.installTimers();
      context.eval("js", "globalThis.seen = ''");
      ProxyExecutable failed =
          reason -> {
            context.getBindings("js").putMember("seen", reason[0].toString());
            return false;
          };
      Prelude.run(context, "", "web/import-module.js")
          .executeVoid(specifier, (ProxyExecutable) _ -> true, failed);
      loop.run();
      return context.eval("js", "seen").asString();
    }
  }

  @Test
  void specifiersMayBeRelativeAbsoluteMappedOrOfAnotherHost() throws IOException {
    write(
        "app/main.js",
        """
        import a from './sub/a.js';
        import b from '../lib/b.js?version=2';
        import c from '/lib/c.js';
        import d from 'utils';
        import e from 'pkg/e.js';
        import f from 'https://cdn.example/x/f.js';
        import data from './data.json' with { type: 'json' };
        globalThis.seen = [a, b, c, d, e, f, data.n].join(' ');
        """);
    write("app/sub/a.js", "export default 'a';");
    write("lib/b.js", "export default 'b' + new RegExp('version=.').exec(import.meta.url);");
    write("lib/c.js", "export default 'c';");
    write("app/vendor/utils.js", "export default 'd';");
    write("packages/pkg/e.js", "export default 'e';");
    write("cdn/f.js", "import own from '/x/own.js'; export default 'f' + own;");
    write("cdn/own.js", "export default 'own';");
    write("app/data.json", "{\"n\": 7}");
    assertEquals("a bversion=2 c d e fown 7", importing("https://webnn.local/app/main.js"));
  }

  @Test
  void metaUrlIsTheWebUrlAndDynamicImportsAreRelativeToIt() throws IOException {
    write(
        "app/sub/main.js",
        "globalThis.seen = import.meta.url; seen += (await import('./n.js')).n;");
    write("app/sub/n.js", "export const n = 1;");
    assertEquals(
        "https://webnn.local/app/sub/main.js1", importing("https://webnn.local/app/sub/main.js"));
  }

  @Test
  void errorsNameTheUrlOrTheSpecifier() throws IOException {
    write("app/main.js", "import './gone.js';");
    String missing = importing("https://webnn.local/app/main.js");
    assertTrue(missing.contains("https://webnn.local/app/gone.js"), missing);
    write("app/bare.js", "import 'nothing';");
    String bare = importing("https://webnn.local/app/bare.js");
    assertTrue(bare.contains("Failed to resolve module specifier \"nothing\""), bare);
  }
}
