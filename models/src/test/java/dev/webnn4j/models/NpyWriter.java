package dev.webnn4j.models;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Writes .npy files as NumPy does, and such as NumPy never would. */
final class NpyWriter {
  private NpyWriter() {}

  static byte[] write(int version, String descr, List<Long> shape, byte[] data) {
    return withHeader(version, header(descr, false, tuple(shape)), data);
  }

  static String header(String descr, boolean columnMajor, String shape) {
    String order = columnMajor ? "True" : "False";
    return "{'descr': '" + descr + "', 'fortran_order': " + order + ", 'shape': " + shape + ", }";
  }

  private static String tuple(List<Long> shape) {
    String numbers = shape.stream().map(String::valueOf).collect(Collectors.joining(", "));
    return "(" + numbers + (shape.size() == 1 ? ",)" : ")");
  }

  /** Pads the header with spaces to a multiple of 64 bytes, as NumPy does. */
  static byte[] withHeader(int version, String header, byte[] data) {
    int lengthBytes = version == 1 ? 2 : 4;
    int unpadded = 8 + lengthBytes + header.length() + 1;
    String padded = header + " ".repeat(Math.floorMod(-unpadded, 64)) + "\n";
    ByteBuffer length = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
    length.putInt(padded.length());

    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', (byte) version, 0});
    out.write(length.array(), 0, lengthBytes);
    out.writeBytes(padded.getBytes(StandardCharsets.ISO_8859_1));
    out.writeBytes(data);
    return out.toByteArray();
  }
}
