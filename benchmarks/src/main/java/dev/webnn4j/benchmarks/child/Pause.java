package dev.webnn4j.benchmarks.child;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Stops a process and lets it go on. ONNX Runtime's threads spin for a while after a run, in the
 * hope of the next; where a process can be stopped, they cannot disturb the other engine.
 */
enum Pause {
  /** By SIGSTOP and SIGCONT. */
  SIGNALS("the idle engine is stopped by SIGSTOP") {
    @Override
    void stop(long pid) {
      kill("-STOP", pid);
    }

    @Override
    void resume(long pid) {
      kill("-CONT", pid);
    }
  },

  /** By waiting until threads have given up spinning. */
  WAITING(
      "processes cannot be stopped here: each block waits until the idle engine's threads sleep") {
    private static final long NAP_MILLISECONDS = 500;

    @Override
    void stop(long pid) {
      try {
        Thread.sleep(NAP_MILLISECONDS);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    void resume(long pid) {}
  };

  private final String description;

  Pause(String description) {
    this.description = description;
  }

  static Pause ofThisPlatform() {
    return System.getProperty("os.name").startsWith("Windows") ? WAITING : SIGNALS;
  }

  String description() {
    return description;
  }

  abstract void stop(long pid);

  abstract void resume(long pid);

  private static void kill(String signal, long pid) {
    try {
      int code =
          new ProcessBuilder("kill", signal, Long.toString(pid)).inheritIO().start().waitFor();
      if (code != 0) {
        throw new IllegalStateException("kill " + signal + " " + pid + " ended with " + code);
      }
    } catch (IOException absent) {
      throw new UncheckedIOException("the command kill cannot be started", absent);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", interrupted);
    }
  }
}
