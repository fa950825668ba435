package dev.webnn4j.backend.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code docs/operators.md} says what is so. {@code -Dwebnn.updateDocs=true} writes it anew. */
final class OperatorTableTest {
  private static final Path FILE = Path.of("../docs/operators.md");

  @Test
  void theTableOfTheOperatorsIsUpToDate() throws IOException {
    String wanted = OperatorTable.markdown();
    if (Boolean.getBoolean("webnn.updateDocs")) {
      Files.writeString(FILE, wanted);
    }
    assertEquals(
        wanted,
        Files.readString(FILE),
        "docs/operators.md is out of date; run this test with -Dwebnn.updateDocs=true");
  }
}
