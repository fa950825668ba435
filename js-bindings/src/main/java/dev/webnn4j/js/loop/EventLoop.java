package dev.webnn4j.js.loop;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;

/**
 * Owns the one thread on which a context's JavaScript runs.
 *
 * <p>The thread that calls {@link #run()} is the JavaScript thread; any other thread may only
 * {@link #post}. Microtasks are the engine's: they run whenever the outermost call from Java into
 * JavaScript returns.
 *
 * <p>Closing a loop frees what was installed on it and leaves the context alone.
 */
public final class EventLoop implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(EventLoop.class.getName());

  private final Context context;
  private final LinkedBlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
  private final AtomicInteger held = new AtomicInteger();
  private final TimerQueue timers;
  private final FrameQueue frames;
  private final Patience patience;
  private final Promises promises;
  private final Clock clock = new Clock();
  private final Deque<Runnable> closing = new ArrayDeque<>();
  private Consumer<UncaughtError> uncaught =
      error -> LOG.log(System.Logger.Level.ERROR, error.describe(), error.cause());
  private volatile Optional<Duration> expired = Optional.empty();

  /** Creates a loop for a context; it starts with {@link #run()}. */
  public EventLoop(Context context) {
    this.context = context;
    timers = new TimerQueue(clock);
    frames = new FrameQueue(clock);
    patience = new Patience(timers, frames, clock);
    promises = new Promises(this);
  }

  /** The context whose JavaScript runs here. */
  public Context context() {
    return context;
  }

  /** Queues a task for the JavaScript thread. May be called on any thread. */
  public void post(Runnable task) {
    tasks.add(task);
  }

  /**
   * Keeps the loop running until the hold is closed: something outside will {@link #post} later.
   * Both may be done on any thread.
   */
  public Hold hold() {
    held.incrementAndGet();
    return new Hold(() -> post(held::decrementAndGet));
  }

  /**
   * A JavaScript promise of what Java is computing. JavaScript thread only.
   *
   * @param stage what is being computed; until it completes the loop keeps running
   * @param toJs makes the value the promise is fulfilled with; runs on the JavaScript thread
   */
  public <T> Value promise(CompletionStage<T> stage, Function<? super T, ?> toJs) {
    return promises.of(stage, toJs);
  }

  /**
   * Says what a promise is rejected with when its stage failed. Without this, exceptions that come
   * from JavaScript are passed on as they are, {@link IllegalArgumentException} becomes a TypeError
   * and everything else an Error.
   */
  public EventLoop errors(Function<Throwable, Value> mapper) {
    promises.errors(mapper);
    return this;
  }

  /** Says what to do with errors that no JavaScript caught; without this they are logged. */
  public EventLoop uncaught(Consumer<UncaughtError> handler) {
    uncaught = handler;
    return this;
  }

  /**
   * Sets how long intervals and endless animations keep the loop running when nothing else is left,
   * two seconds unless told otherwise.
   */
  public EventLoop patience(Duration time) {
    patience.set(time);
    return this;
  }

  /**
   * Defines {@code setTimeout}, {@code setInterval}, {@code requestAnimationFrame}, their
   * cancellations, {@code queueMicrotask} and {@code performance.now}, and starts to report
   * unhandled promise rejections where the context was created for that.
   */
  public void installTimers() {
    Prelude.run(context, new TimerHost(this, timers, frames, clock), "loop/timers.js");
  }

  /**
   * The exception that a value makes when JavaScript throws it and nobody catches it: an Error
   * keeps its own stack. JavaScript thread only.
   */
  public PolyglotException thrown(Value value) {
    try {
      Prelude.run(context, "", "loop/throw.js").executeVoid(value);
    } catch (PolyglotException e) {
      return e;
    }
    throw new IllegalStateException("a throw statement did not throw");
  }

  /** Says what to do when the loop is closed; what was said last is done first. */
  public EventLoop onClose(Runnable action) {
    closing.push(action);
    return this;
  }

  /**
   * Frees what was installed on the loop, such as memory that scripts did not give back. To be
   * called on the JavaScript thread, when nothing is to run any more.
   */
  @Override
  public void close() {
    while (!closing.isEmpty()) {
      closing.pop().run();
    }
  }

  /** Reports an error that no JavaScript caught. JavaScript thread only. */
  public void reportUncaught(UncaughtError error) {
    uncaught.accept(error);
  }

  /**
   * Runs tasks, timers and frames until none is left and nothing is held.
   *
   * <p>An interval never ends by itself, nor does an animation that asks for its next frame in
   * every frame. Such recurring work alone keeps the loop running only for its {@link #patience}.
   *
   * @throws LoopTimeoutException if a {@link #deadline} passes
   */
  public void run() {
    patience.restart();
    boolean more = true;
    while (more) {
      more = turn() || waitForWork(Long.MAX_VALUE);
    }
  }

  /**
   * Like {@link #run()}, but gives up quietly after some time and does not wait for recurring work:
   * for a moment at which most of what was started should have happened.
   *
   * @throws LoopTimeoutException if a {@link #deadline} passes
   */
  public void settle(Duration atMost) {
    long end = clock.nanos() + atMost.toNanos();
    boolean more = true;
    while (more && clock.nanos() < end) {
      boolean worthIt = held.get() > 0 || !tasks.isEmpty() || patience.hasOneTimeWork();
      more = turn() || (worthIt && waitForWork(end));
    }
  }

  /**
   * Like {@link #run()}, but only as long as something is the case.
   *
   * @throws LoopTimeoutException if a {@link #deadline} passes
   */
  public void runWhile(BooleanSupplier condition) {
    boolean more = true;
    while (more && condition.getAsBoolean()) {
      more = turn() || waitForWork(Long.MAX_VALUE);
    }
  }

  /**
   * Does what is due, of each kind at most one thing, so that none starves; false if nothing was.
   */
  private boolean turn() {
    checkDeadline();
    boolean busy = timers.takeDue().map(this::runTimer).orElse(false);
    busy |= frames.runDue((callback, time) -> runTask(() -> callback.executeVoid(time)));
    Runnable task = tasks.poll();
    if (task != null) {
      runTask(task);
    }
    return busy || task != null;
  }

  /**
   * Like {@link #run()}, for a limited time.
   *
   * @throws LoopTimeoutException if the limit passes first
   */
  public void run(Duration limit) {
    try (Deadline _ = deadline(limit)) {
      run();
    }
  }

  /**
   * From now on JavaScript has so much time: when it passes, a running script is interrupted, and
   * so is {@link #run()}.
   *
   * @return to be closed when the time no longer counts
   */
  public Deadline deadline(Duration limit) {
    return new Deadline(context, limit, this::expire);
  }

  private void expire(Optional<Duration> limit) {
    expired = limit;
    // Wakes the loop, which may be waiting.
    post(() -> {});
  }

  /**
   * Runs something on the JavaScript thread at once, as {@link #run()} would: what it throws is
   * reported as uncaught.
   *
   * @throws LoopTimeoutException if a {@link #deadline} passes
   */
  public void runTask(Runnable task) {
    try {
      task.run();
    } catch (PolyglotException e) {
      if (e.isInterrupted() || e.isCancelled()) {
        checkDeadline();
      }
      if (e.isCancelled() || e.isExit() || e.isInterrupted()) {
        throw e;
      }
      uncaught.accept(new UncaughtError(e, UncaughtError.Kind.EXCEPTION));
    } catch (LoopTimeoutException e) {
      throw e;
    } catch (RuntimeException e) {
      uncaught.accept(new UncaughtError(e, UncaughtError.Kind.EXCEPTION));
    }
  }

  /** Throws if a deadline has passed. */
  private void checkDeadline() {
    expired.ifPresent(
        limit -> {
          throw new LoopTimeoutException(limit);
        });
  }

  private boolean runTimer(Timer timer) {
    runTask(() -> timer.callback().executeVoid(timer.arguments().toArray()));
    return true;
  }

  /** Waits for the next thing to do; false if there is none to come. */
  private boolean waitForWork(long until) {
    if (held.get() > 0 || !tasks.isEmpty()) {
      patience.restart();
    } else if (!patience.worthWaiting()) {
      return false;
    }
    long due = Math.min(Math.min(timers.nextDue(), frames.nextDue()), until);
    try {
      Runnable task =
          due == Long.MAX_VALUE
              ? tasks.take()
              : tasks.poll(Math.max(0, due - clock.nanos()), TimeUnit.NANOSECONDS);
      if (task != null) {
        runTask(task);
      }
      return true;
    } catch (InterruptedException e) {
      checkDeadline();
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
