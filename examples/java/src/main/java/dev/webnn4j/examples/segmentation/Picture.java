package dev.webnn4j.examples.segmentation;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The outcome for people: the classes over the photo, and a legend with their shares. */
final class Picture {
  private static final int MARGIN = 32;
  private static final int HEAD = 84;
  private static final int LEGEND = 300;
  private static final int ROW = 56;
  private static final int MAX_WIDTH = 960;
  private static final int MAX_HEIGHT = 720;

  private static final Color PAGE = new Color(0x12151b);
  private static final Color TEXT = new Color(0xe8eaee);
  private static final Color FAINT_TEXT = new Color(0x9aa3b2);
  private static final Color TRACK = new Color(0x262c37);

  private final Photo photo;
  private final ClassMap map;
  private final boolean mapOnly;
  private final double milliseconds;
  private final int width;
  private final int height;

  Picture(Photo photo, ClassMap map, boolean mapOnly, double milliseconds) {
    this.photo = photo;
    this.map = map;
    this.mapOnly = mapOnly;
    this.milliseconds = milliseconds;
    double scale =
        Math.min((double) MAX_WIDTH / photo.width(), (double) MAX_HEIGHT / photo.height());
    this.width = Math.max(1, (int) Math.round(photo.width() * scale));
    this.height = Math.max(1, (int) Math.round(photo.height() * scale));
  }

  void write(Path file) throws IOException {
    Png.write(draw(), file);
  }

  private BufferedImage draw() {
    List<ClassMap.Share> shares = map.shares();
    int body = Math.max(height, shares.size() * ROW);
    BufferedImage picture =
        new BufferedImage(
            width + LEGEND + 3 * MARGIN, HEAD + body + MARGIN, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = picture.createGraphics();
    try {
      graphics.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      graphics.setColor(PAGE);
      graphics.fillRect(0, 0, picture.getWidth(), picture.getHeight());
      drawHead(graphics);
      drawMap(graphics);
      for (int i = 0; i < shares.size(); i++) {
        drawRow(graphics, shares.get(i), MARGIN + width + MARGIN, HEAD + i * ROW);
      }
    } finally {
      graphics.dispose();
    }
    return picture;
  }

  private void drawHead(Graphics2D graphics) {
    graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 26));
    graphics.setColor(TEXT);
    graphics.drawString("DeepLabV3 on WebNN", MARGIN, 38);
    graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 15));
    graphics.setColor(FAINT_TEXT);
    String line =
        String.format(Locale.ROOT, "%d \u00d7 %d in %.0f ms", map.size(), map.size(), milliseconds);
    graphics.drawString(line, MARGIN, 64);
  }

  private void drawMap(Graphics2D graphics) {
    if (!mapOnly) {
      graphics.drawImage(photo.image(), MARGIN, HEAD, width, height, null);
    }
    BufferedImage colours = mapOnly ? map.colours(255, 255) : map.colours(140, 102);
    graphics.drawImage(colours, MARGIN, HEAD, width, height, null);
  }

  private static void drawRow(Graphics2D graphics, ClassMap.Share share, int x, int y) {
    graphics.setColor(new Color(share.vocClass().rgb()));
    graphics.fillRoundRect(x, y, 28, 28, 8, 8);
    graphics.setColor(FAINT_TEXT);
    graphics.drawRoundRect(x, y, 28, 28, 8, 8);

    graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 18));
    graphics.setColor(TEXT);
    graphics.drawString(share.vocClass().label(), x + 42, y + 16);
    String percent = percent(share.part());
    int end = x + LEGEND;
    graphics.setColor(FAINT_TEXT);
    graphics.drawString(percent, end - graphics.getFontMetrics().stringWidth(percent), y + 16);

    int track = LEGEND - 42;
    graphics.setColor(TRACK);
    graphics.fillRect(x + 42, y + 24, track, 5);
    graphics.setColor(
        new Color(share.vocClass() == VocClass.BACKGROUND ? 0x9aa3b2 : share.vocClass().rgb()));
    graphics.fillRect(x + 42, y + 24, Math.max(2, (int) Math.round(track * share.part())), 5);
  }

  private static String percent(double part) {
    return part < 0.0005 ? "< 0.1 %" : String.format(Locale.ROOT, "%.1f %%", 100 * part);
  }
}
