package dev.webnn4j.models;

import dev.webnn4j.Limits;
import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.Shape;
import java.io.EOFException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;

/**
 * The array of one .npy file, the format of <a
 * href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">NumPy's save</a>:
 * versions 1.0, 2.0 and 3.0, little-endian, row-major (C order).
 *
 * @param descriptor the data type and shape
 * @param data the dense elements in little-endian order, read-only; freed when it was forgotten
 */
public record Npy(MLOperandDescriptor descriptor, MemorySegment data) {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final long ALIGNMENT = 64;

  public Npy {
    Objects.requireNonNull(descriptor, "descriptor");
    Objects.requireNonNull(data, "data");
  }

  /**
   * Reads a file. It is read, not mapped: access to a mapped file that somebody shortens crashes.
   *
   * @throws NpyFormatException if the file is no array that WebNN can take; the message is one
   *     sentence that names the file, the cause and what to do
   * @throws IOException if the file cannot be read
   */
  public static Npy read(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      NpyHeader header = NpyHeader.parse(file, readHeader(file, channel));
      MLOperandDescriptor descriptor = descriptor(file, header);
      requireLength(file, descriptor, channel.size() - channel.position());
      MemorySegment data = Arena.ofAuto().allocate(descriptor.byteLength(), ALIGNMENT);
      fill(channel, data.asByteBuffer());
      return new Npy(descriptor, data.asReadOnly());
    } catch (EOFException end) {
      throw new NpyFormatException(file, "it ends within its header", "copy it once more", end);
    }
  }

  private static String readHeader(Path file, FileChannel channel) throws IOException {
    if (channel.size() < MAGIC.length
        || !read(channel, MAGIC.length).equals(ByteBuffer.wrap(MAGIC))) {
      throw new NpyFormatException(
          file, "it does not begin with \\x93NUMPY", "save the array with numpy.save");
    }
    int version = read(channel, 1).get();
    int minor = read(channel, 1).get();
    if (version < 1 || version > 3 || minor != 0) {
      throw new NpyFormatException(
          file, "its format version is " + version + "." + minor, "save it as 1.0, 2.0 or 3.0");
    }
    long length =
        version == 1
            ? Short.toUnsignedLong(read(channel, 2).getShort())
            : Integer.toUnsignedLong(read(channel, 4).getInt());
    if (length > channel.size() - channel.position()) {
      throw new EOFException();
    }
    ByteBuffer text = read(channel, Math.toIntExact(length));
    return (version == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1)
        .decode(text)
        .toString();
  }

  private static MLOperandDescriptor descriptor(Path file, NpyHeader header)
      throws NpyFormatException {
    try {
      MLOperandDescriptor descriptor =
          new MLOperandDescriptor(header.dataType(), Shape.of(header.shape()));
      Limits.check("an array of", descriptor);
      return descriptor;
    } catch (IllegalArgumentException beyond) {
      throw new NpyFormatException(
          file, beyond.getMessage(), "save an array that WebNN can take", beyond);
    }
  }

  private static void requireLength(Path file, MLOperandDescriptor descriptor, long given)
      throws NpyFormatException {
    long needed = descriptor.byteLength();
    if (given != needed) {
      throw new NpyFormatException(
          file,
          "it has " + given + " bytes of data, and " + descriptor + " takes " + needed,
          given < needed ? "copy it once more" : "save one array to a file");
    }
  }

  private static ByteBuffer read(FileChannel channel, int bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    fill(channel, buffer);
    return buffer.flip();
  }

  private static void fill(FileChannel channel, ByteBuffer buffer) throws IOException {
    while (buffer.hasRemaining()) {
      if (channel.read(buffer) < 0) {
        throw new EOFException();
      }
    }
  }
}
