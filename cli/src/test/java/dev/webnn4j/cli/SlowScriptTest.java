package dev.webnn4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SlowScriptTest {
  private static final Duration WORTH = Duration.ofSeconds(15);

  @TempDir private Path folder;

  private String judged(Optional<Path> note, long seconds) throws IOException {
    StringWriter err = new StringWriter();
    new SlowScript(note, WORTH).judge(Duration.ofSeconds(seconds), new PrintWriter(err, true));
    return err.toString().strip();
  }

  @Test
  void aSlowPageLeavesANoteAndASentence() throws IOException {
    Path note = folder.resolve("compile/123");
    assertEquals(
        "webnn: the page computed for 17 s in interpreted JavaScript; the same command will"
            + " compile it next time",
        judged(Optional.of(note), 17));
    assertTrue(Files.exists(note));
    judged(Optional.of(note), 17);
  }

  @Test
  void aQuickPageLeavesNothing() throws IOException {
    Path note = folder.resolve("compile/123");
    assertEquals("", judged(Optional.of(note), 14));
    assertFalse(Files.exists(note));
  }

  @Test
  void withoutAPlaceForNotesNothingIsSaid() throws IOException {
    assertEquals("", judged(Optional.empty(), 100));
  }
}
