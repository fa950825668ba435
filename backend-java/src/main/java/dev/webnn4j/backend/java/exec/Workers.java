package dev.webnn4j.backend.java.exec;

import dev.webnn4j.backend.java.kernel.Buffers;

/** The threads that share the work of a step. */
public interface Workers {
  /** A share of a step's work. */
  @FunctionalInterface
  interface Task {
    /**
     * @param part which share, from 0
     * @param worker who does it, from 0 to {@link Workers#count()} - 1: the index of scratch memory
     *     that nobody else uses meanwhile
     */
    void run(Buffers buffers, int part, int worker);
  }

  /** How many threads there are, the caller's included. */
  int count();

  /**
   * Does all parts, in any order and on any thread, and returns when they are done. Kernels keep
   * their task in a field, so that a run allocates nothing.
   */
  void run(int parts, Task task, Buffers buffers);

  /** The caller's thread alone. */
  static Workers single() {
    return new Workers() {
      @Override
      public int count() {
        return 1;
      }

      @Override
      public void run(int parts, Task task, Buffers buffers) {
        for (int part = 0; part < parts; part++) {
          task.run(buffers, part, 0);
        }
      }
    };
  }
}
