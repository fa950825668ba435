package dev.webnn4j.js.dom.canvas;

import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.awt.font.TextAttribute;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A CSS font shorthand such as {@code italic bold 12px/1.5 "Open Sans", sans-serif}.
 *
 * @param sizePx in CSS pixels
 */
public record CssFont(boolean italic, int weight, double sizePx, List<String> families) {
  /** What every canvas begins with. */
  public static final CssFont DEFAULT = new CssFont(false, 400, 10, List.of("sans-serif"));

  private static final Pattern SHORTHAND =
      Pattern.compile(
          "\\s*((?:[a-z0-9-]+\\s+)*?)([0-9.]+)(px|pt|em|rem|%)(?:\\s*/\\s*\\S+)?\\s+(.+?)\\s*");
  private static final Map<String, String> GENERIC =
      Map.of(
          "serif",
          Font.SERIF,
          "monospace",
          Font.MONOSPACED,
          "courier",
          Font.MONOSPACED,
          "courier new",
          Font.MONOSPACED,
          "times",
          Font.SERIF,
          "times new roman",
          Font.SERIF,
          "georgia",
          Font.SERIF,
          "consolas",
          Font.MONOSPACED);

  public CssFont {
    families = List.copyOf(families);
  }

  /** Empty when the text is no font shorthand, in which case a canvas keeps the font it had. */
  public static Optional<CssFont> parse(String text) {
    Matcher matcher = SHORTHAND.matcher(text.replace("bolder", "bold"));
    matcher.usePattern(Pattern.compile(SHORTHAND.pattern(), Pattern.CASE_INSENSITIVE));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    boolean italic = false;
    int weight = 400;
    for (String word : matcher.group(1).toLowerCase(Locale.ROOT).strip().split("\\s+", -1)) {
      switch (word) {
        case "", "normal", "small-caps", "lighter" -> {}
        case "italic", "oblique" -> italic = true;
        case "bold" -> weight = 700;
        default -> {
          if (!word.matches("[1-9][0-9]{0,3}")) {
            return Optional.empty();
          }
          weight = Integer.parseInt(word);
        }
      }
    }
    double size;
    try {
      size =
          Double.parseDouble(matcher.group(2))
              * pixelsPer(matcher.group(3).toLowerCase(Locale.ROOT));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
    List<String> families =
        Arrays.stream(matcher.group(4).split(",", -1))
            .map(family -> family.strip().replaceAll("^[\"']|[\"']$", ""))
            .toList();
    return Optional.of(new CssFont(italic, weight, size, families));
  }

  // em, rem and % would be relative to the canvas element's font: 16px where no style sheet is
  // applied.
  private static double pixelsPer(String unit) {
    return switch (unit) {
      case "px" -> 1;
      case "pt" -> 96.0 / 72;
      case "%" -> 0.16;
      default -> 16;
    };
  }

  /** The first family this machine has; generic and unknown families fall to the logical fonts. */
  Font toAwt() {
    String family =
        families.stream()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .map(
                name ->
                    Installed.NAMES.contains(name)
                        ? Optional.of(name)
                        : Optional.ofNullable(GENERIC.get(name)))
            .flatMap(Optional::stream)
            .findFirst()
            .orElse(Font.SANS_SERIF);
    Font base = new Font(family, Font.PLAIN, 1);
    return base.deriveFont(
        Map.of(
            TextAttribute.SIZE, (float) sizePx,
            TextAttribute.WEIGHT,
                weight >= 600 ? TextAttribute.WEIGHT_BOLD : TextAttribute.WEIGHT_REGULAR,
            TextAttribute.POSTURE,
                italic ? TextAttribute.POSTURE_OBLIQUE : TextAttribute.POSTURE_REGULAR));
  }

  /** As the context's font attribute reads back. */
  public String serialize() {
    String size =
        sizePx == Math.rint(sizePx) ? Long.toString((long) sizePx) : Double.toString(sizePx);
    String names =
        families.stream()
            .map(name -> name.indexOf(' ') >= 0 ? '"' + name + '"' : name)
            .collect(Collectors.joining(", "));
    return (italic ? "italic " : "")
        + (weight == 400 ? "" : weight == 700 ? "bold " : weight + " ")
        + size
        + "px "
        + names;
  }

  private static final class Installed {
    static final Set<String> NAMES = names();

    private static Set<String> names() {
      Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
      names.addAll(
          Arrays.asList(
              GraphicsEnvironment.getLocalGraphicsEnvironment()
                  .getAvailableFontFamilyNames(Locale.ROOT)));
      return names;
    }
  }
}
