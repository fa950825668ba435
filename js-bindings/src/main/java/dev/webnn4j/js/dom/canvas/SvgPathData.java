package dev.webnn4j.js.dom.canvas;

import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The path data of {@code new Path2D("M 0 0 L 10 10 …")}: all commands but arcs (A), at which
 * reading stops.
 */
final class SvgPathData {
  private static final Pattern TOKEN =
      Pattern.compile("[A-Za-z]|[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?");
  private static final AffineTransform IDENTITY = new AffineTransform();

  private final List<String> tokens = new ArrayList<>();
  private final CanvasPath path = new CanvasPath();
  private int at;
  private double x;
  private double y;
  private double startX;
  private double startY;
  private double controlX;
  private double controlY;
  private char last = 'M';

  private SvgPathData(String data) {
    Matcher matcher = TOKEN.matcher(data);
    while (matcher.find()) {
      tokens.add(matcher.group());
    }
  }

  /** Reads as much as is understood, as browsers do with an error in the middle. */
  static CanvasPath parse(String data) {
    SvgPathData reader = new SvgPathData(data);
    reader.read();
    return reader.path;
  }

  private void read() {
    char command = 'M';
    while (at < tokens.size()) {
      char next = tokens.get(at).charAt(0);
      if (Character.isLetter(next)) {
        if ("MLHVCSQTZ".indexOf(Character.toUpperCase(next)) < 0) {
          return;
        }
        command = next;
        at++;
      } else if (command == 'M' || command == 'm') {
        command = command == 'M' ? 'L' : 'l'; // further pairs are lines
      }
      if (at + operands(command) > tokens.size()) {
        return;
      }
      segment(command);
      last = Character.toUpperCase(command);
    }
  }

  private static int operands(char command) {
    return switch (Character.toUpperCase(command)) {
      case 'Z' -> 0;
      case 'H', 'V' -> 1;
      case 'C' -> 6;
      case 'S', 'Q' -> 4;
      default -> 2;
    };
  }

  private void segment(char command) {
    boolean relative = Character.isLowerCase(command);
    double baseX = relative ? x : 0;
    double baseY = relative ? y : 0;
    switch (Character.toUpperCase(command)) {
      case 'Z' -> {
        path.closePath();
        x = startX;
        y = startY;
      }
      case 'M' -> {
        to(baseX + next(), baseY + next());
        startX = x;
        startY = y;
        path.moveTo(IDENTITY, x, y);
      }
      case 'H' -> line(baseX + next(), y);
      case 'V' -> line(x, baseY + next());
      case 'C' -> cubic(baseX + next(), baseY + next(), baseX, baseY);
      case 'S' ->
          cubic(
              last == 'C' || last == 'S' ? 2 * x - controlX : x,
              last == 'C' || last == 'S' ? 2 * y - controlY : y,
              baseX,
              baseY);
      case 'Q' -> quadratic(baseX + next(), baseY + next(), baseX, baseY);
      case 'T' ->
          quadratic(
              last == 'Q' || last == 'T' ? 2 * x - controlX : x,
              last == 'Q' || last == 'T' ? 2 * y - controlY : y,
              baseX,
              baseY);
      default -> line(baseX + next(), baseY + next());
    }
  }

  private void line(double toX, double toY) {
    to(toX, toY);
    path.lineTo(IDENTITY, x, y);
  }

  private void cubic(double firstX, double firstY, double baseX, double baseY) {
    controlX = baseX + next();
    controlY = baseY + next();
    to(baseX + next(), baseY + next());
    path.bezierCurveTo(IDENTITY, firstX, firstY, controlX, controlY, x, y);
  }

  private void quadratic(double toControlX, double toControlY, double baseX, double baseY) {
    controlX = toControlX;
    controlY = toControlY;
    to(baseX + next(), baseY + next());
    path.quadraticCurveTo(IDENTITY, controlX, controlY, x, y);
  }

  private void to(double toX, double toY) {
    x = toX;
    y = toY;
  }

  private double next() {
    return Double.parseDouble(tokens.get(at++));
  }
}
