package dev.webnn4j.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.webnn4j.MLContextOptions;
import dev.webnn4j.js.WebNN;
import dev.webnn4j.js.dom.HeadlessDocument;
import dev.webnn4j.js.page.Page;
import dev.webnn4j.js.page.PageOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows compiles, runs and prints what one would expect. */
class ReadmeTest {
  @TempDir private Path directory;

  /** A block of a language, counted from 0. */
  private static String snippet(String language, int index) throws IOException {
    String readme = Files.readString(Path.of("../../README.md"));
    Matcher block =
        Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(readme);
    for (int i = 0; i <= index; i++) {
      assertTrue(block.find(), () -> "no block of " + language);
    }
    return block.group(1);
  }

  @Test
  void theJavaProgramFindsEdges() throws Exception {
    String row = "0.0, 9.0, 0.0";
    assertEquals(
        "[" + String.join(", ", row, row, row, row) + "]", output(snippet("java", 0)).strip());
  }

  @Test
  void theEmbeddersProgramAsksWhatConv2dTakes() throws Exception {
    assertEquals("float32,float16", output(snippet("java", 1)).strip());
  }

  /**
   * What a program prints: started as the README says, on the class path; Java compiles it first.
   */
  private String output(String program) throws IOException, InterruptedException {
    Path source = Files.writeString(directory.resolve("Readme.java"), program);
    Path output = directory.resolve("output.txt");
    Process started =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--add-modules=jdk.incubator.vector",
                "-cp",
                System.getProperty("java.class.path"),
                source.toString())
            .redirectOutput(output.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertEquals(0, started.waitFor());
    return Files.readString(output);
  }

  @Test
  void theJavaScriptModuleComputesASoftmax() throws IOException {
    Path module = Files.writeString(directory.resolve("softmax.mjs"), snippet("js", 0));
    List<String> console = new ArrayList<>();
    PageOptions options =
        PageOptions.builder(module.toString(), HeadlessDocument::install)
            .console(message -> console.add(message.text()))
            .extension(page -> WebNN.install(page.loop(), MLContextOptions.DEFAULT))
            .build();
    try (Page page = new Page(options)) {
      assertEquals(List.of(), page.run().errors());
    }
    assertEquals(1, console.size(), console::toString);
    assertTrue(console.getFirst().contains("0.5, 0.5, 0.047"), console::toString);
  }
}
