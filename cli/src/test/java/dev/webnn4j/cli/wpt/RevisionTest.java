package dev.webnn4j.cli.wpt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevisionTest {
  @TempDir Path folder;

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(".git").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void isWhatTheHeadNamesDirectlyOrByABranchLooseOrPacked() throws IOException {
    assertEquals(Optional.empty(), Revision.of(folder));
    write("HEAD", "0123abc\n");
    assertEquals(Optional.of("0123abc"), Revision.of(folder));
    write("HEAD", "ref: refs/heads/master\n");
    assertEquals(Optional.empty(), Revision.of(folder));
    write("packed-refs", "# pack-refs\n777 refs/heads/other\n888 refs/heads/master\n");
    assertEquals(Optional.of("888"), Revision.of(folder));
    write("refs/heads/master", "999\n");
    assertEquals(Optional.of("999"), Revision.of(folder));
  }
}
