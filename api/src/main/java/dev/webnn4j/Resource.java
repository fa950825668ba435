package dev.webnn4j;

import java.lang.ref.Cleaner;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Something that is freed once: by its owner's {@code close()}, or after its owner was forgotten
 * and collected.
 */
final class Resource {
  private static final Cleaner CLEANER = Cleaner.create();

  private final AtomicBoolean destroyed = new AtomicBoolean();
  private final Cleaner.Cleanable cleanable;

  /**
   * @param free frees it; must not refer to the owner, or the owner is never collected
   */
  Resource(Object owner, Runnable free) {
    cleanable = CLEANER.register(owner, free);
  }

  /** From now on the owner is unusable; true for the one caller who must see to {@link #free}. */
  boolean destroy() {
    return destroyed.compareAndSet(false, true);
  }

  boolean isDestroyed() {
    return destroyed.get();
  }

  void free() {
    cleanable.clean();
  }
}
