package dev.webnn4j.backend.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;

/** What this process has mapped, where the system says so. */
public final class ProcessMaps {
  private static final Path MAPS = Path.of("/proc/self/maps");
  private static final Path SIZES = Path.of("/proc/self/statm");
  private static final long PAGE = 4096;

  private ProcessMaps() {}

  public static boolean areReadable() {
    return Files.isReadable(MAPS);
  }

  /** What one may do at an address, as the system prints it: {@code r-xp}, or {@code none}. */
  public static String rights(long address) {
    return lines().stream()
        .filter(line -> contains(line.substring(0, line.indexOf(' ')), address))
        .map(line -> line.split(" ", 3)[1])
        .findFirst()
        .orElse("none");
  }

  private static boolean contains(String range, long address) {
    String[] ends = range.split("-", 2);
    return Long.compareUnsigned(HexFormat.fromHexDigitsToLong(ends[0]), address) <= 0
        && Long.compareUnsigned(address, HexFormat.fromHexDigitsToLong(ends[1])) < 0;
  }

  /** How many mappings there are. */
  public static int count() {
    return lines().size();
  }

  /** Bytes of memory that the process really takes. */
  public static long residentBytes() {
    try {
      return PAGE * Long.parseLong(Files.readString(SIZES).split(" ", 3)[1]);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static List<String> lines() {
    try {
      return Files.readAllLines(MAPS);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
