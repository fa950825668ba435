package dev.webnn4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The command as its users start it, with the jars as they were packed. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a shell script")
class DistributionIT {
  private static final List<String> PARTS = List.of("lib", "compiler");

  @TempDir Path folder;
  private Launcher launcher;

  @BeforeEach
  void link() throws IOException {
    launcher = new Launcher(Files.createDirectory(folder.resolve("a checkout")));
    Path packed = Path.of("target/webnn").toAbsolutePath();
    for (String part : PARTS) {
      Files.createSymbolicLink(launcher.distribution().resolve(part), packed.resolve(part));
    }
  }

  /** What they lead to is not the folder's to clear. */
  @AfterEach
  void unlink() throws IOException {
    for (String part : PARTS) {
      Files.delete(launcher.distribution().resolve(part));
    }
  }

  private Launcher.Ended webnn(String... arguments) throws IOException, InterruptedException {
    Map<String, String> environment = Map.of("WEBNN_JAVA_HOME", System.getProperty("java.home"));
    return launcher.run(launcher.script(), folder, environment, arguments);
  }

  /** The notice is the JDK's own, and no option silences it. */
  private static List<String> withoutNotice(List<String> err) {
    return err.stream()
        .filter(line -> !line.equals("WARNING: Using incubator modules: jdk.incubator.vector"))
        .toList();
  }

  @Test
  void printsItsVersion() throws Exception {
    Launcher.Ended ended = webnn("--version");
    assertTrue(ended.out().getFirst().matches("webnn \\d.*"), ended.toString());
    assertEquals(0, ended.code());
  }

  @Test
  void runsAPageWithoutAWarning() throws Exception {
    Files.writeString(
        folder.resolve("page.mjs"),
        """
        const context = await navigator.ml.createContext();
        const builder = new MLGraphBuilder(context);
        const type = { dataType: 'float32', shape: [2] };
        const graph = await builder.build({ y: builder.neg(builder.input('x', type)) });
        const x = await context.createTensor({ ...type, writable: true });
        const y = await context.createTensor({ ...type, readable: true });
        context.writeTensor(x, new Float32Array([1, -2]));
        context.dispatch(graph, { x }, { y });
        console.log(...new Float32Array(await context.readTensor(y)));
        """);
    Launcher.Ended ended = webnn("run", "page.mjs");
    assertEquals(List.of("-1 2"), ended.out());
    assertEquals(List.of(), withoutNotice(ended.err()));
    assertEquals(0, ended.code());
  }

  @Test
  void measuresAModel() throws Exception {
    Files.writeString(
        folder.resolve("relu.json"),
        """
        {"format": "webnn4j-graph", "version": 1,
        "inputs": {"x": {"dataType": "float32", "shape": [2]}},
        "nodes": [{"op": "relu", "operands": {"input": "x"}, "results": [{"name": "r"}]}],
        "outputs": {"y": "r"}}
        """);
    Launcher.Ended ended = webnn("bench", "relu.json", "--niter", "3", "--warm-up", "0.1");
    assertEquals(List.of(), withoutNotice(ended.err()));
    assertEquals("output: y float32[2]", ended.out().get(2));
    assertEquals(0, ended.code());
  }

  @Test
  void exitsWithOneAndTheStackOfWhatThePageDidNotCatch() throws Exception {
    Files.writeString(folder.resolve("page.js"), "\nthrow new Error('mine');");
    Launcher.Ended ended = webnn("run", "page.js");
    assertEquals(
        List.of("Uncaught Error: mine", "    at https://webnn.local/page.js:2:7"),
        withoutNotice(ended.err()));
    assertEquals(1, ended.code());
  }
}
