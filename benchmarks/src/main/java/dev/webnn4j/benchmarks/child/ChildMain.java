package dev.webnn4j.benchmarks.child;

import dev.webnn4j.benchmarks.engine.Engine;
import dev.webnn4j.benchmarks.engine.Session;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** One engine in a process of its own, which does what it is told: see {@link Protocol}. */
public final class ChildMain {
  private final Engine engine;
  private final int threads;
  private Session session;

  private ChildMain(Engine engine, int threads) {
    this.engine = engine;
    this.threads = threads;
  }

  /** Takes the engine's name and the number of threads. */
  public static void main(String[] args) throws IOException {
    PrintStream answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    // What an engine prints must not be taken for an answer.
    System.setOut(System.err);
    Stopwatch.load();
    ChildMain child = new ChildMain(Engine.of(args[0]), Integer.parseInt(args[1]));
    answers.println(child.answer(() -> child.engine.version()));
    BufferedReader requests =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = requests.readLine(); line != null; line = requests.readLine()) {
      List<String> request = Protocol.words(line);
      if (request.getFirst().equals(Protocol.QUIT)) {
        return;
      }
      answers.println(child.answer(() -> child.perform(request)));
    }
  }

  private interface Action {
    String perform() throws IOException;
  }

  private String answer(Action action) {
    try {
      return Protocol.line(Protocol.OK) + "\t" + action.perform();
    } catch (IllegalArgumentException | UnsupportedOperationException refused) {
      return Protocol.line(Protocol.ERROR, String.valueOf(refused.getMessage()));
    } catch (Exception | LinkageError | OutOfMemoryError failed) {
      failed.printStackTrace();
      return Protocol.line(Protocol.ERROR, failed.toString());
    }
  }

  private String perform(List<String> request) throws IOException {
    return switch (request.getFirst()) {
      case Protocol.PREPARE -> prepare(Path.of(request.get(1)));
      case Protocol.LOAD -> {
        TensorFiles.load(session.inputs(), Path.of(request.get(1)));
        yield "";
      }
      case Protocol.STORE -> {
        TensorFiles.store(session.outputs(), Path.of(request.get(1)));
        yield "";
      }
      case Protocol.RUNS -> Stopwatch.runs(session, Integer.parseInt(request.get(1)));
      case Protocol.SECONDS ->
          Stopwatch.seconds(
              session, Double.parseDouble(request.get(1)), Integer.parseInt(request.get(2)));
      default -> throw new IllegalArgumentException("no request is called " + request.getFirst());
    };
  }

  private String prepare(Path model) throws IOException {
    long start = System.nanoTime();
    session = engine.open(model, threads);
    return Protocol.line(System.nanoTime() - start, session.multiplyAdds());
  }
}
