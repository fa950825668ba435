package dev.webnn4j.benchmarks.child;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/** A contender's process as the comparison sees it. It is stopped whenever it has nothing to do. */
public final class Child implements AutoCloseable {
  private static final Pause PAUSE = Pause.ofThisPlatform();

  private final Contender contender;
  private final Jvm jvm;
  private final BufferedWriter requests;
  private final BufferedReader answers;
  private final String version;

  /**
   * Starts a process.
   *
   * @throws EngineException if the engine cannot be loaded
   */
  public Child(Contender contender, int threads) throws IOException {
    this.contender = contender;
    jvm = new Jvm(ChildMain.class, contender.jvmOptions(), contender.engine().id(), threads);
    Process process = jvm.process();
    requests = process.outputWriter(StandardCharsets.UTF_8);
    answers = process.inputReader(StandardCharsets.UTF_8);
    version = answer().getFirst();
    PAUSE.stop(pid());
  }

  /** How a child that has nothing to do is kept from disturbing the other. */
  public static String pauses() {
    return PAUSE.description();
  }

  public Contender contender() {
    return contender;
  }

  /** The engine's version. */
  public String version() {
    return version;
  }

  /**
   * What {@link #prepare} came to.
   *
   * @param multiplyAdds of a run, 0 if the engine does not say
   */
  public record Prepared(long nanoseconds, long multiplyAdds) {}

  /** Reads the model and makes it ready to run. */
  public Prepared prepare() throws IOException {
    List<String> answer = request(Protocol.PREPARE, contender.model());
    return new Prepared(Long.parseLong(answer.get(0)), Long.parseLong(answer.get(1)));
  }

  /** Fills the inputs with the files of a folder. */
  public void load(Path folder) throws IOException {
    request(Protocol.LOAD, folder);
  }

  /** Writes the outputs to files of a folder. */
  public void store(Path folder) throws IOException {
    request(Protocol.STORE, folder);
  }

  /** Runs so often. */
  public Block runs(int count) throws IOException {
    return block(request(Protocol.RUNS, count));
  }

  /** Runs for so long, and at least so often. */
  public Block seconds(double seconds, int leastRuns) throws IOException {
    return block(request(Protocol.SECONDS, seconds, leastRuns));
  }

  private static Block block(List<String> answer) {
    return new Block(
        Long.parseLong(answer.get(0)),
        Arrays.stream(answer.get(1).split(" ")).map(Long::valueOf).toList());
  }

  /** The most memory the process ever had, where Linux tells. */
  public OptionalLong peakMemoryBytes() throws IOException {
    Path status = Path.of("/proc", Long.toString(pid()), "status");
    return Files.isReadable(status)
        ? peakMemoryBytes(Files.readAllLines(status))
        : OptionalLong.empty();
  }

  static OptionalLong peakMemoryBytes(List<String> status) {
    return status.stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
        .findFirst();
  }

  private List<String> request(Object... words) throws IOException {
    PAUSE.resume(pid());
    requests.write(Protocol.line(words));
    requests.newLine();
    requests.flush();
    List<String> answer = answer();
    PAUSE.stop(pid());
    return answer;
  }

  private List<String> answer() throws IOException {
    String line = answers.readLine();
    if (line == null) {
      throw new EngineException(contender.name() + ": its process ended with " + exitCode());
    }
    List<String> words = Protocol.words(line);
    return switch (words.getFirst()) {
      case Protocol.OK -> words.subList(1, words.size());
      case Protocol.ERROR -> throw new EngineException(contender.name() + ": " + words.getLast());
      default -> throw new EngineException(contender.name() + " answered: " + line);
    };
  }

  private int exitCode() {
    try {
      return jvm.waitFor();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", interrupted);
    }
  }

  private long pid() {
    return jvm.process().pid();
  }

  /** Ends the process. */
  @Override
  public void close() {
    try (jvm) {
      if (jvm.process().isAlive()) {
        PAUSE.resume(pid());
        requests.write(Protocol.QUIT);
        requests.newLine();
        requests.flush();
      }
    } catch (IOException | IllegalStateException gone) {
      // It ended meanwhile.
    }
  }
}
