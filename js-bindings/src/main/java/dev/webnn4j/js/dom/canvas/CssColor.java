package dev.webnn4j.js.dom.canvas;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A CSS colour: names, {@code #rgb[a]}, {@code #rrggbb[aa]}, {@code rgb()}, {@code hsl()} with
 * commas or spaces.
 *
 * @param argb not premultiplied
 */
public record CssColor(int argb) {
  /** What every canvas begins with. */
  public static final CssColor BLACK = new CssColor(0xFF000000);

  private static final Pattern FUNCTION = Pattern.compile("(rgb|hsl)a?\\(\\s*(.*?)\\s*\\)");

  /** Empty when the text is no colour, in which case a canvas keeps the colour it had. */
  public static Optional<CssColor> parse(String text) {
    String css = text.strip().toLowerCase(Locale.ROOT);
    if (css.startsWith("#")) {
      return hex(css.substring(1));
    }
    if (css.equals("transparent")) {
      return Optional.of(new CssColor(0));
    }
    Integer named = NamedColors.RGB.get(css);
    if (named != null) {
      return Optional.of(new CssColor(0xFF000000 | named));
    }
    Matcher call = FUNCTION.matcher(css);
    if (!call.matches()) {
      return Optional.empty();
    }
    String[] parts = call.group(2).split("\\s*[,/]\\s*|\\s+", -1);
    if (parts.length != 3 && parts.length != 4) {
      return Optional.empty();
    }
    try {
      int alpha = parts.length == 4 ? channel(fraction(parts[3], 1)) : 255;
      int rgb = call.group(1).equals("rgb") ? rgb(parts) : hsl(parts);
      return Optional.of(new CssColor(alpha << 24 | rgb));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<CssColor> hex(String digits) {
    if (!digits.matches("[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8}")) {
      return Optional.empty();
    }
    String full = digits.length() <= 4 ? digits.replaceAll("(.)", "$1$1") : digits;
    long value = Long.parseLong(full.length() == 6 ? full + "ff" : full, 16);
    return Optional.of(new CssColor(Integer.rotateRight((int) value, 8)));
  }

  private static int rgb(String[] parts) {
    return channel(fraction(parts[0], 255)) << 16
        | channel(fraction(parts[1], 255)) << 8
        | channel(fraction(parts[2], 255));
  }

  private static int hsl(String[] parts) {
    double hue = Double.parseDouble(parts[0].replaceFirst("deg$", ""));
    double saturation = clamp(fraction(parts[1], 100));
    double lightness = clamp(fraction(parts[2], 100));
    return hslChannel(0, hue, saturation, lightness) << 16
        | hslChannel(8, hue, saturation, lightness) << 8
        | hslChannel(4, hue, saturation, lightness);
  }

  // The formula of CSS Color 4, section 7.1.
  private static int hslChannel(int n, double hue, double saturation, double lightness) {
    double turned = (hue / 30) % 12;
    double k = (n + turned + 12) % 12;
    double a = saturation * Math.min(lightness, 1 - lightness);
    return channel(lightness - a * Math.max(-1, Math.min(Math.min(k - 3, 9 - k), 1)));
  }

  private static double fraction(String text, double whole) {
    return text.endsWith("%")
        ? Double.parseDouble(text.substring(0, text.length() - 1)) / 100
        : Double.parseDouble(text) / whole;
  }

  private static double clamp(double value) {
    return Math.clamp(value, 0.0, 1.0);
  }

  private static int channel(double value) {
    return (int) Math.round(clamp(value) * 255);
  }

  /** As fillStyle reads back: {@code #rrggbb}, or {@code rgba()} when not opaque. */
  public String serialize() {
    int alpha = argb >>> 24;
    if (alpha == 255) {
      return String.format(Locale.ROOT, "#%06x", argb & 0xFFFFFF);
    }
    // Two decimals when these give the same byte back, three otherwise.
    double rounded = Math.round(alpha / 2.55) / 100.0;
    if (Math.round(rounded * 255) != alpha) {
      rounded = Math.round(alpha / 0.255) / 1000.0;
    }
    String opacity = rounded == 0 ? "0" : Double.toString(rounded);
    return "rgba("
        + (argb >> 16 & 255)
        + ", "
        + (argb >> 8 & 255)
        + ", "
        + (argb & 255)
        + ", "
        + opacity
        + ")";
  }
}
