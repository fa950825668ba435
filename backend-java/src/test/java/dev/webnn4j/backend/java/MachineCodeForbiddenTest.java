package dev.webnn4j.backend.java;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.webnn4j.ML;
import dev.webnn4j.backend.harness.TestTiers;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the engine does where the system, and not a test, refuses to make memory executable. */
final class MachineCodeForbiddenTest {
  private static final String REASON = "the system refuses to make memory executable";

  /** The JVM's own code must be in memory that is executable from the start. */
  private static final List<String> OPTIONS =
      List.of(
          "-XX:-SegmentedCodeCache",
          "-XX:InitialCodeCacheSize=64m",
          "-XX:ReservedCodeCacheSize=64m",
          "-XX:+UseSerialGC",
          "--add-modules=jdk.incubator.vector",
          "--enable-native-access=ALL-UNNAMED",
          "-Djava.util.logging.SimpleFormatter.format=%4$s: %5$s%n");

  @TempDir Path folder;

  @Test
  void theVectorTierComputesAndOneLineSaysSo() throws IOException, InterruptedException {
    TestTiers.requireMachineCode();
    assumeTrue(System.getProperty("os.name").equals("Linux"), "prctl is Linux's");
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    int code =
        new ProcessBuilder(command())
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start()
            .waitFor();
    assumeTrue(
        code != MachineCodeForbidden.CANNOT_FORBID,
        "the system cannot forbid memory that becomes executable; Linux 6.3 can");
    String said =
        Files.readAllLines(err).stream()
            .filter(line -> !line.startsWith("WARNING: Using incubator modules"))
            .collect(Collectors.joining("\n"));
    assertEquals("INFO: WebNN4J runs on its vector tier, not in machine code: " + REASON, said);
    assertEquals("vector [19.0, 22.0, 43.0, 50.0]", Files.readString(out).strip());
    assertEquals(0, code);
  }

  private static List<String> command() {
    String classPath =
        Stream.of(root(ML.class), root(JavaBackend.class), root(MachineCodeForbidden.class))
            .map(Path::toString)
            .distinct()
            .collect(Collectors.joining(File.pathSeparator));
    return Stream.of(
            Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()),
            OPTIONS.stream(),
            Stream.of("-cp", classPath, MachineCodeForbidden.class.getName()))
        .flatMap(line -> line)
        .toList();
  }

  /** The folder or jar that a class is in. */
  private static Path root(Class<?> type) {
    String file = type.getName().replace('.', '/') + ".class";
    String place = type.getResource(type.getSimpleName() + ".class").toString();
    String root = place.substring(0, place.length() - file.length());
    return Path.of(
        URI.create(root.startsWith("jar:") ? root.substring(4, root.length() - 2) : root));
  }
}
