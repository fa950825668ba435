package dev.webnn4j.js.loop;

import java.util.concurrent.atomic.AtomicBoolean;

/** Keeps an {@link EventLoop} running until it is closed; closing twice does no harm. */
public final class Hold implements AutoCloseable {
  private final AtomicBoolean closed = new AtomicBoolean();
  private final Runnable release;

  Hold(Runnable release) {
    this.release = release;
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      release.run();
    }
  }
}
