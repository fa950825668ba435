package train;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The installed fonts that {@code families.txt} names, split by family. */
final class FontFamilies {
  private static final String DIGITS = "0123456789";

  private final Map<String, String> sideOfFamily = new TreeMap<>();
  private final Map<String, List<Font>> fontsOfFamily = new TreeMap<>();

  private FontFamilies() {}

  static FontFamilies read(Path list, Path fontDirectory) throws IOException {
    FontFamilies families = new FontFamilies();
    for (String line : Files.readAllLines(list)) {
      if (!line.isBlank() && !line.startsWith("#")) {
        int gap = line.indexOf(' ');
        families.sideOfFamily.put(line.substring(gap + 1).strip(), line.substring(0, gap));
      }
    }
    List<Path> files;
    try (Stream<Path> walk = Files.walk(fontDirectory)) {
      files = walk.filter(FontFamilies::isFont).sorted().toList();
    }
    for (Path file : files) {
      families.add(file);
    }
    return families;
  }

  /** The families of one side ("train" or "heldout") that are installed, by name. */
  Map<String, List<Font>> side(String side) {
    Map<String, List<Font>> chosen = new TreeMap<>();
    fontsOfFamily.forEach(
        (family, fonts) -> {
          if (sideOfFamily.get(family).equals(side)) {
            chosen.put(family, fonts);
          }
        });
    return chosen;
  }

  /** The families that the list names and the machine lacks. */
  List<String> missing() {
    return sideOfFamily.keySet().stream()
        .filter(family -> !sideOfFamily.get(family).equals("skip"))
        .filter(family -> !fontsOfFamily.containsKey(family))
        .toList();
  }

  private static boolean isFont(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".ttf") || name.endsWith(".otf");
  }

  private void add(Path file) throws IOException {
    Font font;
    try {
      font = Font.createFont(Font.TRUETYPE_FONT, file.toFile());
    } catch (FontFormatException unreadable) {
      return;
    }
    if (font.canDisplayUpTo(DIGITS) != -1) {
      return;
    }
    String family = familyOf(font.getFamily(Locale.ENGLISH));
    if (family != null) {
      fontsOfFamily.computeIfAbsent(family, name -> new ArrayList<>()).add(font);
    }
  }

  private String familyOf(String fontFamily) {
    String best = null;
    for (String family : sideOfFamily.keySet()) {
      boolean belongs = (fontFamily + " ").startsWith(family + " ");
      if (belongs && (best == null || family.length() > best.length())) {
        best = family;
      }
    }
    return best;
  }
}
