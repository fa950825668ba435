package dev.webnn4j.models;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.MLOperandDescriptor;
import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpyTest {
  @TempDir private Path directory;

  @Test
  void readsFloats() throws IOException {
    byte[] data =
        ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putFloat(1.5f).putFloat(-2).array();
    Npy read = Npy.read(file(NpyWriter.write(1, "<f4", List.of(2L), data)));
    assertEquals(MLOperandDescriptor.of(MLOperandDataType.FLOAT32, 2), read.descriptor());
    assertEquals(1.5f, read.data().getAtIndex(ValueLayout.JAVA_FLOAT, 0));
    assertEquals(-2, read.data().getAtIndex(ValueLayout.JAVA_FLOAT, 1));
  }

  @Test
  void takesFortranOrderOfOneDimensionSinceItIsTheSame() throws IOException {
    byte[] bytes = withHeader(NpyWriter.header("|u1", true, "(3,)"), 3);
    assertEquals(
        MLOperandDescriptor.of(MLOperandDataType.UINT8, 3), Npy.read(file(bytes)).descriptor());
  }

  @Test
  void refusesWhatIsNoNpyFile() throws IOException {
    refuses(
        "<html>Not found</html>".getBytes(UTF_8),
        "it does not begin with \\x93NUMPY; save the array with numpy.save");
    refuses(new byte[0], "it does not begin with \\x93NUMPY; save the array with numpy.save");
  }

  @Test
  void refusesUnknownVersions() throws IOException {
    byte[] bytes = NpyWriter.write(4, "<f4", List.of(1L), new byte[4]);
    refuses(bytes, "its format version is 4.0; save it as 1.0, 2.0 or 3.0");
  }

  @Test
  void refusesTruncatedHeaders() throws IOException {
    byte[] bytes = NpyWriter.write(1, "<f4", List.of(1L), new byte[4]);
    refuses(Arrays.copyOf(bytes, 40), "it ends within its header; copy it once more");
  }

  @Test
  void refusesTruncatedData() throws IOException {
    byte[] bytes = NpyWriter.write(1, "<f4", List.of(2L, 3L), new byte[23]);
    refuses(bytes, "it has 23 bytes of data, and float32[2, 3] takes 24; copy it once more");
  }

  @Test
  void refusesMoreDataThanTheShapeHas() throws IOException {
    byte[] bytes = NpyWriter.write(1, "<f4", List.of(), new byte[8]);
    refuses(bytes, "it has 8 bytes of data, and float32[] takes 4; save one array to a file");
  }

  @Test
  void refusesUnknownTypes() throws IOException {
    refuses(
        NpyWriter.write(1, "<f8", List.of(1L), new byte[8]),
        "its elements are '<f8', which WebNN does not have; "
            + "save it as one of <f2, <f4, <i4, <i8, <u4, <u8, |i1, |u1");
  }

  @Test
  void refusesBigEndian() throws IOException {
    refuses(
        NpyWriter.write(1, ">f4", List.of(1L), new byte[4]),
        "its elements are big-endian (>f4); save array.astype('<f4')");
  }

  @Test
  void refusesFortranOrder() throws IOException {
    refuses(
        withHeader(NpyWriter.header("<f4", true, "(2, 3)"), 24),
        "it is in Fortran order; save numpy.ascontiguousarray(array)");
  }

  @Test
  void refusesRecords() throws IOException {
    String header = "{'descr': [('x', '<f4')], 'fortran_order': False, 'shape': (1,), }";
    refuses(
        withHeader(header, 4),
        "its header has no plain 'descr': "
            + header
            + "; save one array of numbers with numpy.save");
  }

  @Test
  void refusesEmptyArrays() throws IOException {
    refuses(
        NpyWriter.write(1, "<f4", List.of(3L, 0L), new byte[0]),
        "shape [3, 0]: dimension 1 must be within 1 to 2147483647; "
            + "save an array that WebNN can take");
  }

  @Test
  void refusesShapesThatOverflow() throws IOException {
    long big = 1L << 30;
    refuses(
        NpyWriter.write(1, "<f4", List.of(big, big, big), new byte[4]),
        "an array of float32[1073741824, 1073741824, 1073741824] takes more than 2147483647 bytes; "
            + "save an array that WebNN can take");
    refuses(
        withHeader(NpyWriter.header("<f4", false, "(99999999999999999999,)"), 4),
        "its shape is (99999999999999999999,), beyond 64 bits; save an array that WebNN can take");
  }

  @Test
  void saysWhichFileIsMissing() {
    Path missing = directory.resolve("missing.npy");
    IOException thrown = assertThrows(NoSuchFileException.class, () -> Npy.read(missing));
    assertEquals(missing.toString(), thrown.getMessage());
  }

  private static byte[] withHeader(String header, int dataBytes) {
    return NpyWriter.withHeader(1, header, new byte[dataBytes]);
  }

  private void refuses(byte[] bytes, String sentence) throws IOException {
    Path file = file(bytes);
    NpyFormatException thrown = assertThrows(NpyFormatException.class, () -> Npy.read(file));
    assertEquals(file + ": " + sentence, thrown.getMessage());
  }

  private Path file(byte[] bytes) throws IOException {
    return Files.write(directory.resolve("array.npy"), bytes);
  }
}
