package dev.webnn4j.models.json;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The files of weights that a graph names, mapped while it is read: constants are copied from them
 * once, to where they stay.
 */
final class WeightsFiles implements AutoCloseable {
  private final Path folder;
  private final Arena arena = Arena.ofConfined();
  private final Map<String, Mapped> files = new HashMap<>();

  /** A file, and the length of each part that a constant took, by its offset. */
  private record Mapped(Path path, MemorySegment bytes, NavigableMap<Long, Long> taken) {}

  @SuppressWarnings("MustBeClosedChecker") // close() closes the arena.
  WeightsFiles(Path folder) {
    this.folder = folder;
  }

  /**
   * A part of a file. Several constants may share one; they may not overlap otherwise.
   *
   * @param json the member {@code weights} of a constant
   * @param byteLength what the constant's type takes
   */
  MemorySegment read(Place place, JsonValue json, long byteLength) throws IOException {
    JsonValue.Members weights = place.members("weights", json);
    place.requireOnly(weights, GraphFormat.WEIGHTS_MEMBERS);
    JsonValue name = place.required(weights, "file");
    long offset =
        place.whole("offset", place.required(weights, "offset"), 0, Long.MAX_VALUE - byteLength);
    long length =
        place.whole("byteLength", place.required(weights, "byteLength"), 0, Long.MAX_VALUE);
    if (length != byteLength) {
      throw place.error(
          json.line(), "byteLength is " + length + "; the constant's type takes " + byteLength);
    }
    Mapped file = file(place, name);
    if (offset + length > file.bytes.byteSize()) {
      throw place.error(
          json.line(),
          "the weights end at byte %d, and %s has %d; copy it once more"
              .formatted(offset + length, file.path, file.bytes.byteSize()));
    }
    take(place, json.line(), file, offset, length);
    return file.bytes.asSlice(offset, length);
  }

  private Mapped file(Place place, JsonValue json) throws IOException {
    String name = place.text("file", json);
    Mapped known = files.get(name);
    if (known != null) {
      return known;
    }
    // A graph from anywhere may read what lies beside it, and nothing else.
    if (name.contains("/") || name.contains("\\") || name.equals("..") || name.indexOf('\0') >= 0) {
      throw place.wrong("file", json, "the name of a file in the folder of the graph, not a path");
    }
    Path path = folder.resolve(name);
    if (!Files.isRegularFile(path)) {
      throw place.error(
          json.line(), "there is no file of weights " + path + "; put it beside the graph");
    }
    try (FileChannel channel = FileChannel.open(path)) {
      MemorySegment bytes = channel.map(MapMode.READ_ONLY, 0, channel.size(), arena);
      Mapped mapped = new Mapped(path, bytes, new TreeMap<>());
      files.put(name, mapped);
      return mapped;
    }
  }

  private static void take(Place place, int line, Mapped file, long offset, long length)
      throws GraphFormatException {
    long end = offset + length;
    // Of the parts that begin before this one ends, the last: parts taken do not overlap.
    Map.Entry<Long, Long> last = file.taken.lowerEntry(end);
    if (last != null) {
      long start = last.getKey();
      boolean same = start == offset && last.getValue() == length;
      if (!same && start + last.getValue() > offset) {
        throw place.error(
            line,
            "bytes %d to %d of %s overlap those of another constant, %d to %d"
                .formatted(offset, end, file.path, start, start + last.getValue()));
      }
    }
    file.taken.put(offset, length);
  }

  @Override
  public void close() {
    arena.close();
  }
}
