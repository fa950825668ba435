package dev.webnn4j.benchmarks.child;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A folder of tensors: a file each, called like it, with its dense elements in native order. */
public final class TensorFiles {
  private TensorFiles() {}

  /** Fills memory with the files of a folder. */
  public static void load(Map<String, MemorySegment> tensors, Path folder) throws IOException {
    for (Map.Entry<String, MemorySegment> tensor : tensors.entrySet()) {
      MemorySegment data = read(folder, tensor.getKey());
      if (data.byteSize() != tensor.getValue().byteSize()) {
        throw new IllegalArgumentException(
            "'"
                + tensor.getKey()
                + "' takes "
                + tensor.getValue().byteSize()
                + " bytes, and "
                + folder
                + " has "
                + data.byteSize());
      }
      tensor.getValue().copyFrom(data);
    }
  }

  /** Writes memory to files of a folder, which is made if it is not there. */
  public static void store(Map<String, MemorySegment> tensors, Path folder) throws IOException {
    Files.createDirectories(folder);
    for (Map.Entry<String, MemorySegment> tensor : tensors.entrySet()) {
      Files.write(file(folder, tensor.getKey()), tensor.getValue().toArray(ValueLayout.JAVA_BYTE));
    }
  }

  public static MemorySegment read(Path folder, String name) throws IOException {
    return MemorySegment.ofArray(Files.readAllBytes(file(folder, name)));
  }

  private static Path file(Path folder, String name) {
    return folder.resolve(name.replaceAll("[^A-Za-z0-9_.-]", "_") + ".bin");
  }
}
