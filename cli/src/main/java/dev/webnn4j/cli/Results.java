package dev.webnn4j.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.webnn4j.cli.option.Checks;
import dev.webnn4j.js.page.DocumentHost;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.graalvm.polyglot.PolyglotException;

/**
 * The files that a run leaves behind.
 *
 * @param dom where the document goes, if anywhere
 */
record Results(List<Screenshot> screenshots, Optional<Path> dom, PrintWriter err) {
  /**
   * Checks the targets.
   *
   * @throws picocli.CommandLine.ParameterException about the first that cannot be written
   */
  void check(Checks checks) {
    screenshots.forEach(screenshot -> checks.writable(screenshot.file()));
    dom.ifPresent(checks::writable);
  }

  /** Writes what there is, also of a page that failed; false if something is missing. */
  boolean write(DocumentHost document) {
    boolean complete = true;
    for (Screenshot screenshot : screenshots) {
      complete &= write(screenshot.file(), () -> png(document, screenshot));
    }
    if (dom.isPresent()) {
      complete &= write(dom.get(), () -> document.serialize().getBytes(UTF_8));
    }
    return complete;
  }

  private interface Content {
    byte[] get() throws IOException;
  }

  private boolean write(Path target, Content content) {
    try {
      Files.write(target, content.get());
      return true;
    } catch (IllegalArgumentException absent) {
      err.println("webnn: nothing to write to " + target + ": " + absent.getMessage());
    } catch (IOException failure) {
      err.println("webnn: cannot write " + target + ": " + Failures.describe(failure));
    } catch (PolyglotException stopped) {
      if (!stopped.isCancelled() && !stopped.isInterrupted()) {
        throw stopped;
      }
      err.println("webnn: nothing to write to " + target + ": the page had to be stopped");
    }
    return false;
  }

  private static byte[] png(DocumentHost document, Screenshot screenshot) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(document.canvas(screenshot.selector()), "png", bytes);
    return bytes.toByteArray();
  }
}
