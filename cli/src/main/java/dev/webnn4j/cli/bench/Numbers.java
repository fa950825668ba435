package dev.webnn4j.cli.bench;

import java.util.Locale;

/** Numbers with as many digits as they deserve. */
final class Numbers {
  private static final double NANOS_PER_MS = 1e6;
  private static final double NANOS_PER_S = 1e9;

  private Numbers() {}

  static double toMilliseconds(long nanos) {
    return (double) nanos / NANOS_PER_MS;
  }

  static double toSeconds(long nanos) {
    return (double) nanos / NANOS_PER_S;
  }

  /** As many as there can be, if there are too many. */
  static long toNanos(double seconds) {
    return Math.round(seconds * NANOS_PER_S);
  }

  /** So many things, one of them without an s. */
  static String count(int number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }

  /** Four digits or so. */
  static String milliseconds(long nanos) {
    return digits(toMilliseconds(nanos));
  }

  /** With a tenth. */
  static String seconds(long nanos) {
    return String.format(Locale.ROOT, "%.1f", toSeconds(nanos));
  }

  static String megabytes(long bytes) {
    return digits((double) bytes / 1e6);
  }

  static String digits(double value) {
    int fraction = value >= 1000 ? 0 : value >= 100 ? 1 : value >= 10 ? 2 : 3;
    return String.format(Locale.ROOT, "%." + fraction + "f", value);
  }
}
