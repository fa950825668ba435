package dev.webnn4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Pages that ask for what is not there or not right. */
class BadPageTest extends CliFixture {
  private static final String PRELUDE =
      """
      const context = await navigator.ml.createContext();
      const builder = new MLGraphBuilder(context);
      const f32 = (...shape) => ({ dataType: 'float32', shape });
      """;

  @Test
  void aMissingScriptIsSaidAndThePageGoesOn() throws IOException {
    write("page.html", "<script src=gone.js></script><script>console.log('on')</script>");
    Ended ended = run("page.html");
    assertEquals(
        List.of(
            "Failed to load resource: https://webnn.local/gone.js answered with status 404", "on"),
        ended.out());
    assertEquals(0, ended.code(), ended.all());
  }

  @Test
  void aMissingWeightIsThePagesToDecide() throws IOException {
    String fetching = "const answer = await fetch('w.npy');";
    assertEquals(0, runScript(fetching + "console.log(answer.status)").code());
    Ended ended = runScript(fetching + "if (!answer.ok) throw new Error('no weight w.npy')");
    assertEquals("Uncaught Error: no weight w.npy", ended.err().getFirst());
    assertEquals(1, ended.code());
  }

  @Test
  void aMalformedWeightIsNamedWithItsFault() throws IOException {
    write("weights/a.npy", "\u0093NUMPY is not what this is");
    Files.copy(
        Path.of(System.getProperty("webnn.home"), "examples/js/segmentation/npy.js"),
        file("npy.js"));
    Ended ended =
        runScript(
            "import { fetchWeights } from './npy.js'; await fetchWeights('weights/', ['a']);");
    assertEquals(
        "Uncaught Error: weight a.npy: it is no npy file, or ends within its header; save the array"
            + " with numpy.save",
        ended.err().getFirst());
    assertEquals(1, ended.code());
  }

  @Test
  void aTruncatedJpegFiresErrorAndSaysWhy() throws IOException {
    BufferedImage image = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 64 * 64; i++) {
      image.setRGB(i % 64, i / 64, i * 7919);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "jpeg", bytes);
    Files.write(file("cut.jpg"), Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2));
    write(
        "page.html",
        "<img id=i onload=\"console.log('load')\" onerror=\"console.log('error')\" src=cut.jpg>");
    Ended ended = run("page.html");
    assertTrue(
        ended.out().getFirst().startsWith("Cannot load the image https://webnn.local/cut.jpg: "),
        ended.all());
    assertTrue(ended.out().getFirst().contains("truncated JPEG"), ended.all());
    assertEquals("error", ended.out().getLast());
    assertEquals(0, ended.code(), ended.all());
  }

  @Test
  void wrongShapesForConv2dAreATypeErrorThatNamesThem() throws IOException {
    Ended ended =
        runScript(
            PRELUDE
                + "builder.conv2d(builder.input('x', f32(1, 3, 8, 8)),"
                + " builder.input('w', f32(4, 2, 3, 3)));");
    String message = ended.err().getFirst();
    assertTrue(message.startsWith("Uncaught TypeError: conv2d"), ended.all());
    assertTrue(message.contains("3") && message.contains("2"), message);
    assertTrue(ended.err().get(1).contains("https://webnn.local/script.mjs:4:"), ended.all());
    assertEquals(1, ended.code());
  }

  @Test
  void wrongShapesForDispatchAreATypeErrorThatNamesThem() throws IOException {
    Ended ended =
        runScript(
            PRELUDE
                + "const graph = await builder.build({ y: builder.relu(builder.input('x', f32(2,"
                + " 3))) });\n"
                + "const x = await context.createTensor(f32(3, 2));\n"
                + "const y = await context.createTensor(f32(2, 3));\n"
                + "context.dispatch(graph, { x }, { y });");
    String message = ended.err().getFirst();
    assertTrue(message.startsWith("Uncaught TypeError: "), ended.all());
    assertTrue(message.contains("'x'"), message);
    assertTrue(message.contains("[3, 2]") && message.contains("[2, 3]"), message);
    assertEquals(1, ended.code());
  }

  @Test
  void aDestroyedTensorIsATypeErrorThatNamesIt() throws IOException {
    Ended ended =
        runScript(
            PRELUDE
                + "const graph = await builder.build({ y: builder.relu(builder.input('x',"
                + " f32(2))) });\n"
                + "const x = await context.createTensor(f32(2));\n"
                + "const y = await context.createTensor(f32(2));\n"
                + "x.destroy();\n"
                + "context.dispatch(graph, { x }, { y });");
    assertEquals(
        "Uncaught TypeError: dispatch: the tensor 'x' is destroyed", ended.err().getFirst());
    assertTrue(ended.err().get(1).contains("https://webnn.local/script.mjs:8:"), ended.all());
    assertEquals(1, ended.code());
  }

  @Test
  void aWrongOptionOfTheContextIsNamed() throws IOException {
    Ended ended = runScript("await navigator.ml.createContext({ powerPreference: 'enormous' });");
    assertTrue(ended.err().getFirst().contains("MLPowerPreference"), ended.all());
    assertEquals(1, ended.code());
  }
}
