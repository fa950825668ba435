package dev.webnn4j.benchmarks.report;

import dev.webnn4j.benchmarks.child.Jvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the numbers hold for. */
public record Machine(String cpu, int cores, String java, String jvmOptions) {
  private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

  public static Machine here() throws IOException {
    return new Machine(
        cpuName(),
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("java.vm.name") + " " + Runtime.version(),
        String.join(" ", Jvm.OPTIONS));
  }

  private static String cpuName() throws IOException {
    if (!Files.isReadable(CPU_INFO)) {
      return System.getProperty("os.arch");
    }
    return Files.readAllLines(CPU_INFO).stream()
        .filter(line -> line.startsWith("model name"))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse(System.getProperty("os.arch"));
  }

  public String sentence() {
    return cpu + ", " + cores + (cores == 1 ? " core, " : " cores, ") + java + ", " + jvmOptions;
  }
}
