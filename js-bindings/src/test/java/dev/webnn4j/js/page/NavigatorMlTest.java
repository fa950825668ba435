package dev.webnn4j.js.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.webnn4j.MLContextOptions;
import dev.webnn4j.js.WebNN;
import dev.webnn4j.js.idl.FakeEngine;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class NavigatorMlTest extends PageFixture {
  @Test
  void aPageFindsMlOnItsNavigator() throws IOException {
    write(
        "page.js",
        """
        const context = await navigator.ml.createContext();
        const builder = new MLGraphBuilder(context);
        const y = builder.relu(builder.input('x', { dataType: 'float32', shape: [2] }));
        console.log(String(navigator), 'ml' in Navigator.prototype, navigator.userAgent.includes('WebNN4J'), String(y));
        try { builder.relu(1); } catch (e) { console.log(e.name); }
        const tensor = await context.createTensor({ dataType: 'float32', shape: [2] });
        await context.readTensor(tensor).catch((e) => console.log(e.name));
        """);
    write("page.html", "<script type='module' src='page.js'></script>");
    run(
        "page.html",
        options ->
            options.extension(
                page -> WebNN.install(page.loop(), MLContextOptions.DEFAULT.backend("fake"))));
    assertEquals(
        List.of("[object Navigator] true true [object MLOperand]", "TypeError", "TypeError"),
        console);
  }

  @Test
  void whatAPageLeavesIsDestroyedWithIt() throws Exception {
    write(
        "page.js",
        "globalThis.kept = [await navigator.ml.createContext(), await navigator.ml.createContext()];");
    write("page.html", "<script type='module' src='page.js'></script>");
    int before = FakeEngine.closed();
    run(
        "page.html",
        options ->
            options.extension(
                page -> WebNN.install(page.loop(), MLContextOptions.DEFAULT.backend("fake"))));
    // The memory is freed on the contexts' own threads.
    for (int i = 0; i < 500 && FakeEngine.closed() < before + 2; i++) {
      Thread.sleep(10);
    }
    assertEquals(before + 2, FakeEngine.closed());
  }
}
