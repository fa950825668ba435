package dev.webnn4j.benchmarks.child;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process of this JDK on this class path. All engines get the same options. */
public final class Jvm implements AutoCloseable {
  /** What each process gets. */
  public static final List<String> OPTIONS =
      List.of(
          "--add-modules=jdk.incubator.vector",
          "--enable-native-access=ALL-UNNAMED",
          "-XX:+UseSerialGC",
          "-Djava.awt.headless=true");

  /** What the Vector API makes Java print, and no option silences. */
  private static final String NOTICE = "WARNING: Using incubator modules: jdk.incubator.vector";

  private static final long QUIT_SECONDS = 5;

  static {
    // A process that is stopped when we are interrupted would stay for ever.
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> ProcessHandle.current().children().forEach(ProcessHandle::destroyForcibly)));
  }

  private final Process process;
  private final Thread errors;

  /**
   * Starts a process.
   *
   * @param options for this one alone
   */
  Jvm(Class<?> main, List<String> options, Object... arguments) throws IOException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(OPTIONS);
    line.addAll(options);
    line.add("-cp");
    line.add(System.getProperty("java.class.path"));
    line.add(main.getName());
    for (Object argument : arguments) {
      line.add(argument.toString());
    }
    process = new ProcessBuilder(line).start();
    errors = Thread.ofVirtual().start(this::passErrorsOn);
  }

  private void passErrorsOn() {
    try (BufferedReader lines = process.errorReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.equals(NOTICE)) {
          System.err.println(line);
        }
      }
    } catch (IOException ended) {
      // Ended by force, so that there is nothing more to read.
    }
  }

  Process process() {
    return process;
  }

  /** Waits until the process has ended by itself, and until its errors are printed. */
  int waitFor() throws InterruptedException {
    int code = process.waitFor();
    errors.join();
    return code;
  }

  /** Ends the process, by force if it does not soon end by itself. */
  @Override
  public void close() {
    try {
      process.waitFor(QUIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } finally {
      process.destroyForcibly();
    }
  }
}
