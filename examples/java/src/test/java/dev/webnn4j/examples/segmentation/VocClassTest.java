package dev.webnn4j.examples.segmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class VocClassTest {
  private static final Path PAGE = Path.of("../js/segmentation/classes.js");
  private static final Pattern ENTRY = Pattern.compile("name: '([^']+)', color: '#([0-9a-f]{6})'");

  @Test
  void namesAndColoursAreThoseOfThePage() throws IOException {
    List<String> ofPage =
        ENTRY
            .matcher(Files.readString(PAGE))
            .results()
            .map(entry -> entry.group(1) + " " + entry.group(2))
            .toList();
    List<String> own =
        Arrays.stream(VocClass.values())
            .map(entry -> String.format("%s %06x", entry.label(), entry.rgb()))
            .toList();
    assertEquals(ofPage, own);
  }
}
