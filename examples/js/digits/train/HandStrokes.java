package train;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.util.random.RandomGenerator;

/**
 * Digits as a hand draws them: the way of the pen, with its points moved at random, under a round
 * nib. They teach the network what no font shows it.
 */
final class HandStrokes {
  /**
   * The ways to draw each digit, in a square of 100 x 100 with y downwards. A slash lifts the pen,
   * a bar is a sharp corner at the point before it, and between those a smooth curve runs through
   * the points.
   */
  private static final String[][] WAYS = {
    {
      "55,0 20,15 5,50 20,88 50,100 82,86 95,50 80,14 50,2 40,4",
      "50,0 25,10 12,50 25,90 50,100 75,90 88,50 75,10 50,0",
      "60,3 25,10 10,55 30,96 65,92 88,50 75,12 45,2 30,12"
    },
    {"50,0 50,100", "25,25 55,0 | 55,100", "30,22 55,0 | 53,100 / 25,100 80,100", "60,0 42,100"},
    {
      "12,25 30,4 65,2 84,25 65,55 10,98 | 92,96",
      "10,22 40,0 80,18 70,50 40,75 12,90 15,99 35,88 60,92 95,98",
      "15,10 50,0 82,20 60,60 15,100 | 50,97 90,100"
    },
    {
      "12,14 42,0 80,18 70,38 40,47 | 75,52 88,74 55,100 8,88",
      "12,4 85,2 | 45,40 | 80,48 88,75 55,100 10,90",
      "15,10 50,0 80,22 45,46 55,48 90,72 55,100 10,86"
    },
    {
      "25,0 8,60 | 92,58 / 70,22 68,100",
      "65,0 5,68 | 96,68 / 65,0 | 65,100",
      "20,2 15,45 | 80,45 / 82,0 78,100",
      "15,0 18,40 50,52 82,45 / 85,0 80,100"
    },
    {
      "82,2 25,2 | 18,42 | 50,36 86,62 62,97 8,92",
      "25,5 20,45 | 55,38 88,66 60,100 10,90 / 25,4 85,2",
      "85,0 30,4 | 22,48 60,42 82,70 50,100 12,92"
    },
    {
      "75,0 38,22 12,65 38,99 82,82 62,52 18,68",
      "60,0 25,40 15,75 45,100 80,78 55,55 22,75",
      "55,0 20,50 18,85 50,100 85,80 65,55 30,62 18,80"
    },
    {
      "8,4 92,4 | 38,100",
      "8,4 90,4 | 40,100 / 25,50 78,48",
      "10,18 12,4 | 88,2 60,45 42,100",
      "8,8 50,2 90,4 | 60,45 45,100"
    },
    {
      "80,14 45,0 14,22 50,48 88,76 50,100 10,78 50,48 86,22 72,5",
      "50,47 18,24 50,0 82,24 50,47 12,75 50,100 88,75 50,47",
      "88,8 50,0 20,20 60,52 80,80 45,100 15,80 50,45 90,10"
    },
    {
      "82,20 45,2 12,28 42,54 82,24 | 80,60 70,100",
      "85,22 50,0 15,28 45,52 84,22 80,70 55,98 20,92",
      "80,12 40,2 14,30 40,50 80,30 | 82,100"
    }
  };

  private static final double JITTER = 5.5;
  private static final double THINNEST = 7;
  private static final double THICKEST = 19;

  private HandStrokes() {}

  static Shape outline(int digit, RandomGenerator random) {
    String[] ways = WAYS[digit];
    String way = ways[random.nextInt(ways.length)];
    Path2D pen = new Path2D.Double();
    for (String stroke : way.split("/")) {
      addStroke(pen, stroke, random);
    }
    double nib = THINNEST + random.nextDouble() * (THICKEST - THINNEST);
    BasicStroke round = new BasicStroke((float) nib, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    return round.createStrokedShape(pen);
  }

  private static void addStroke(Path2D pen, String stroke, RandomGenerator random) {
    double[] corner = null;
    for (String curve : stroke.split("\\|")) {
      String[] words = curve.strip().split(" ");
      int kept = corner == null ? 0 : 1;
      double[][] points = new double[words.length + kept][];
      for (int i = 0; i < words.length; i++) {
        points[i + kept] = point(words[i], random);
      }
      if (corner == null) {
        pen.moveTo(points[0][0], points[0][1]);
      } else {
        points[0] = corner;
      }
      addCurve(pen, points);
      corner = points[points.length - 1];
    }
  }

  private static double[] point(String word, RandomGenerator random) {
    int comma = word.indexOf(',');
    double x = Double.parseDouble(word.substring(0, comma));
    double y = Double.parseDouble(word.substring(comma + 1));
    return new double[] {x + JITTER * random.nextGaussian(), y + JITTER * random.nextGaussian()};
  }

  /** A Catmull-Rom spline through the points, as Bezier curves. */
  private static void addCurve(Path2D pen, double[][] points) {
    int last = points.length - 1;
    for (int i = 0; i < last; i++) {
      double[] before = points[Math.max(i - 1, 0)];
      double[] from = points[i];
      double[] to = points[i + 1];
      double[] after = points[Math.min(i + 2, last)];
      pen.curveTo(
          from[0] + (to[0] - before[0]) / 6,
          from[1] + (to[1] - before[1]) / 6,
          to[0] - (after[0] - from[0]) / 6,
          to[1] - (after[1] - from[1]) / 6,
          to[0],
          to[1]);
    }
  }
}
