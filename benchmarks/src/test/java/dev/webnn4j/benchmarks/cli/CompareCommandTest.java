package dev.webnn4j.benchmarks.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is wrong with a command line is said in one sentence, before anything is measured. */
class CompareCommandTest {
  @TempDir Path folder;

  private static void assertRefused(String message, String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = CompareCommand.execute(new PrintWriter(out, true), new PrintWriter(err, true), args);
    assertEquals(
        "benchmarks: " + message + " (see: benchmarks/run --help)", err.toString().strip());
    assertEquals("", out.toString());
    assertEquals(2, code);
  }

  @Test
  void anUnknownModelIsAnsweredWithTheList() {
    String names =
        "deeplab_257_fp32, deeplab_513_fp32, squeezenet1.1, mobilenet_like,"
            + " mobilenet_like_hardswish, deeplab_257_fp32_b2, deeplab_257_fp32_b4,"
            + " deeplab_513_fp32_b2, deeplab_513_fp32_b4, deeplab_1025_fp32,"
            + " deeplab_1025_fp32_b2, deeplab_1025_fp32_b4";
    assertRefused("no model is called 'deeplab'; there is: " + names, "--only", "deeplab");
    assertRefused(
        "no model is called 'alexnet'; there is: " + names, "--only", "squeezenet1.1,alexnet");
  }

  @Test
  void theDataMustBeThere() {
    Path missing = folder.resolve("nowhere");
    assertRefused(
        "there is no folder of test data at " + missing + "; name it with --data",
        "--data",
        missing.toString());
  }

  @Test
  void numbersMustMakeSense() {
    assertRefused("--threads must be at least 1, not 0", "--threads", "0");
    assertRefused("--rounds must be at least 1, not -1", "--rounds", "-1");
    assertRefused("--block and --warm-up must not be negative", "--block", "-1");
    assertRefused("--block and --warm-up must not be negative", "--warm-up", "NaN");
    assertRefused("Invalid value for option '--rounds': 'many' is not an int", "--rounds", "many");
  }

  @Test
  void resultsMustHaveAPlace() {
    Path file = folder.resolve("no/such/folder/out.json");
    assertRefused(
        "a file cannot be written to " + file + "; name one in a folder that is there",
        "--data",
        folder.toString(),
        "--json",
        file.toString());
  }

  @Test
  void anUnknownOptionIsRefused() {
    assertRefused("Unknown option: '--fast'", "--fast");
  }

  @Test
  void aModelThatTheDataLacksStopsTheComparison() {
    StringWriter err = new StringWriter();
    int code =
        CompareCommand.execute(
            new PrintWriter(new StringWriter(), true),
            new PrintWriter(err, true),
            "--only",
            "deeplab_257_fp32",
            "--threads",
            "1",
            "--data",
            folder.toString());
    assertEquals(1, code);
    assertTrue(
        err.toString()
            .contains(
                "benchmarks: the test data has no deeplab/onnx/deeplab_257_fp32.onnx under "
                    + folder
                    + "; name its folder with --data"),
        err.toString());
  }
}
