package dev.webnn4j.models.json;

import dev.webnn4j.graph.Graph;
import dev.webnn4j.graph.Value;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Where in the file of weights each constant of a graph lies that is not written as numbers. */
final class WeightsLayout {
  /** So that whoever maps the file can compute on it. */
  private static final long ALIGNMENT = 64;

  private final Path file;
  private final Map<Value, MemorySegment> data = new LinkedHashMap<>();
  private final Map<Value, Long> offsets = new LinkedHashMap<>();

  private WeightsLayout(Path file) {
    this.file = file;
  }

  static WeightsLayout of(Graph graph, Path file) {
    WeightsLayout layout = new WeightsLayout(file);
    long end = 0;
    for (var constant : graph.constants().entrySet()) {
      Value value = constant.getKey();
      if (!InlineData.fits(value.type(), constant.getValue())) {
        long offset = Math.ceilDiv(end, ALIGNMENT) * ALIGNMENT;
        end = offset + value.type().byteLength();
        layout.data.put(value, constant.getValue().asSlice(0, value.type().byteLength()));
        layout.offsets.put(value, offset);
      }
    }
    return layout;
  }

  String fileName() {
    return String.valueOf(file.getFileName());
  }

  /** Where a constant begins; empty if it is written as numbers. */
  Optional<Long> offset(Value constant) {
    return Optional.ofNullable(offsets.get(constant));
  }

  /** Writes the file, if there is anything to write. */
  void write() throws IOException {
    if (offsets.isEmpty()) {
      return;
    }
    try (AtomicFile binary = new AtomicFile(file)) {
      FileChannel channel = binary.channel();
      for (var constant : data.entrySet()) {
        // What lies between two constants reads as zeros.
        channel.position(offsets.get(constant.getKey()));
        ByteBuffer bytes = constant.getValue().asByteBuffer();
        while (bytes.hasRemaining()) {
          int ignored = channel.write(bytes);
        }
      }
      binary.commit();
    }
  }
}
