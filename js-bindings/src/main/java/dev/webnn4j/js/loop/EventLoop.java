package dev.webnn4j.js.loop;

/** Owns the one JavaScript thread. */
public final class EventLoop {
  private EventLoop() {}
}
