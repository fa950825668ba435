package dev.webnn4j;

import dev.webnn4j.spi.TensorMemory;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/**
 * A tensor in memory that graphs read and write. Made by its context; freed by {@link #close()}, by
 * its context's, or some time after it was forgotten.
 */
public final class MLTensor implements AutoCloseable {
  private final MLContext context;
  private final MLTensorDescriptor descriptor;
  private final boolean constant;
  private final MemorySegment memory;
  private final Resource resource;

  /** Why the dispatch that should have filled this tensor did not. */
  private volatile Optional<RuntimeException> failure = Optional.empty();

  /** A tensor in memory of its own, filled with zeros. */
  @SuppressWarnings("MustBeClosedChecker") // The tensor's resource closes the arena.
  static MLTensor allocate(MLContext context, MLTensorDescriptor descriptor, boolean constant) {
    Arena arena = Arena.ofShared();
    MemorySegment memory = TensorMemory.allocate(arena, descriptor.type().byteLength());
    return new MLTensor(context, descriptor, constant, memory, arena::close);
  }

  /** A tensor in memory that the caller owns. */
  static MLTensor wrap(MLContext context, MLTensorDescriptor descriptor, MemorySegment memory) {
    return new MLTensor(context, descriptor, false, memory, () -> {});
  }

  private MLTensor(
      MLContext context,
      MLTensorDescriptor descriptor,
      boolean constant,
      MemorySegment memory,
      Runnable free) {
    this.context = context;
    this.descriptor = descriptor;
    this.constant = constant;
    this.memory = memory;
    this.resource = new Resource(this, free);
  }

  public MLOperandDataType dataType() {
    return descriptor.type().dataType();
  }

  public Shape shape() {
    return descriptor.type().shape();
  }

  public MLOperandDescriptor type() {
    return descriptor.type();
  }

  public boolean isReadable() {
    return descriptor.readable();
  }

  public boolean isWritable() {
    return descriptor.writable();
  }

  /** Whether it was made by {@link MLContext#createConstantTensor}. */
  public boolean isConstant() {
    return constant;
  }

  /**
   * The tensor's own memory, to be read and written without a copy. Waits until everything queued
   * is done; the caller must not touch it while a dispatch that uses the tensor is queued.
   *
   * @return dense elements in native byte order; unusable once the tensor is closed
   * @throws IllegalStateException if the tensor is closed
   */
  public MemorySegment memory() {
    context.finish();
    requireOpen();
    return memory;
  }

  /**
   * The memory, for work on the timeline: it outlives {@link #close} until the work queued before
   * that is done.
   */
  MemorySegment memoryOnTimeline() {
    return memory;
  }

  MLContext context() {
    return context;
  }

  /** Whether {@link #destroy} was called, on this tensor or on its context. */
  public boolean isDestroyed() {
    return resource.isDestroyed();
  }

  void requireOpen() {
    if (isDestroyed()) {
      throw new IllegalStateException("the tensor " + type() + " is closed");
    }
  }

  void failed(RuntimeException cause) {
    failure = Optional.of(cause);
  }

  void filled() {
    failure = Optional.empty();
  }

  void requireFilled() {
    failure.ifPresent(
        cause -> {
          throw new MLOperationException(
              "the dispatch that should fill the tensor " + type() + " failed: " + cause, cause);
        });
  }

  /** Frees the tensor after the work queued so far; it is unusable at once. */
  public void destroy() {
    if (resource.destroy()) {
      context.release(this, resource);
    }
  }

  /** The same as {@link #destroy}. */
  @Override
  public void close() {
    destroy();
  }

  @Override
  public String toString() {
    return "MLTensor " + type();
  }
}
