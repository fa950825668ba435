package dev.webnn4j.benchmarks.child;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What the machine's arithmetic can do, measured in a process of its own: {@link PeakMain}. */
public final class Peak {
  private Peak() {}

  /** Thousand million float32 operations a second. */
  public static double gigaflops(int threads) throws IOException {
    try (Jvm jvm = new Jvm(PeakMain.class, List.of(), threads);
        BufferedReader answer = jvm.process().inputReader(StandardCharsets.UTF_8)) {
      String line = answer.readLine();
      if (line == null) {
        throw new EngineException("the process that measures the peak ended without an answer");
      }
      return Double.parseDouble(line);
    }
  }
}
