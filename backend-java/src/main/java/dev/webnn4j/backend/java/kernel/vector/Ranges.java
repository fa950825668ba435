package dev.webnn4j.backend.java.kernel.vector;

/**
 * A number of equal items cut into parts for the workers.
 *
 * @param parts how many parts
 * @param size items in each part but perhaps the last
 */
record Ranges(long items, int parts, long size) {
  /** Less work than this is not worth a thread. */
  private static final long LEAST_ELEMENTS = 16 * 1024;

  private static final int PARTS_PER_WORKER = 4;

  /**
   * Cuts items.
   *
   * @param elements what one item costs, in elements touched
   */
  static Ranges of(long items, long elements, int workers) {
    long useful = Math.max(1, items * elements / LEAST_ELEMENTS);
    long wanted = Math.min(Math.min(useful, items), (long) workers * PARTS_PER_WORKER);
    long size = Math.ceilDiv(items, Math.max(1, wanted));
    return new Ranges(items, (int) Math.ceilDiv(items, size), size);
  }

  long from(int part) {
    return part * size;
  }

  long to(int part) {
    return Math.min(items, (part + 1) * size);
  }
}
