package dev.webnn4j;

import dev.webnn4j.graph.Graph;
import dev.webnn4j.spi.Backend;
import dev.webnn4j.spi.CompiledGraph;
import dev.webnn4j.spi.StepProfile;
import java.lang.foreign.MemorySegment;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * An engine with its memory and threads: makes tensors and runs graphs. Work is queued and done in
 * the order it was asked for; reading waits for what was queued before. Safe for use by several
 * threads.
 */
public final class MLContext implements AutoCloseable {
  private final MLContextOptions options;
  private final Backend backend;
  private final Timeline timeline = new Timeline();
  private final CompletableFuture<MLContextLostInfo> lost = new CompletableFuture<>();
  private final Set<MLTensor> tensors = weakSet();
  private final Set<MLGraph> graphs = weakSet();
  private final Resource resource;

  MLContext(MLContextOptions options, Backend backend) {
    this.options = options;
    this.backend = backend;
    this.resource = new Resource(this, backend::close);
  }

  private static <T> Set<T> weakSet() {
    return Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
  }

  /** What the context was asked to be like, and the engine it has. */
  public MLContextOptions options() {
    return options;
  }

  /** Whether an accelerator does the work: never, so far. */
  public boolean accelerated() {
    return false;
  }

  /** What this context's operators take and give. */
  public MLOpSupportLimits opSupportLimits() {
    return MLOpSupportLimits.of(backend.preferredInputLayout(), options.extensions());
  }

  /** Completes when the context is lost or closed; it never fails. */
  public CompletionStage<MLContextLostInfo> lost() {
    return lost.minimalCompletionStage();
  }

  // Tensors

  /**
   * A tensor filled with zeros.
   *
   * @throws IllegalArgumentException if it would be beyond the {@link Limits}
   * @throws IllegalStateException if the context is closed
   */
  public MLTensor createTensor(MLTensorDescriptor descriptor) {
    Limits.check("a tensor of", descriptor.type());
    requireOpen();
    return register(MLTensor.allocate(this, descriptor, false));
  }

  /**
   * A readable and writable tensor in memory of the caller's, used without a copy. The caller keeps
   * it alive until the tensor is closed and the work queued before that is done.
   *
   * @param memory native memory of the tensor's size, aligned to its element type. On a CPU without
   *     masked loads, such as ARM's without SVE, the engine may read up to 64 bytes behind its end,
   *     which must not be the end of what the process can read
   */
  public MLTensor wrapTensor(MLOperandDescriptor type, MemorySegment memory) {
    Limits.check("a tensor of", type);
    requireOpen();
    HostData.of(type, memory);
    long alignment = Math.max(1, type.dataType().bits() / 8);
    if (!memory.isNative() || memory.address() % alignment != 0) {
      throw new IllegalArgumentException(
          "a tensor of "
              + type
              + " needs native memory aligned to "
              + alignment
              + " bytes; copy other data with writeTensor");
    }
    if (memory.isReadOnly()) {
      throw new IllegalArgumentException("the memory of a tensor must be writable");
    }
    return register(MLTensor.wrap(this, new MLTensorDescriptor(type, true, true), memory));
  }

  /** A tensor for {@link MLGraphBuilder#constant(MLTensor)}; copies the data. */
  public MLTensor createConstantTensor(MLOperandDescriptor type, MemorySegment data) {
    Limits.check("a tensor of", type);
    requireOpen();
    MLTensor tensor = MLTensor.allocate(this, new MLTensorDescriptor(type, false, false), true);
    tensor.memoryOnTimeline().copyFrom(HostData.of(type, data));
    return register(tensor);
  }

  private MLTensor register(MLTensor tensor) {
    tensors.add(tensor);
    return tensor;
  }

  /** Fills a writable tensor; the data is copied before this returns. */
  public void writeTensor(MLTensor tensor, float[] data) {
    write(tensor, HostData.of(tensor.type(), data));
  }

  /** Fills a tensor of 32-bit integers. */
  public void writeTensor(MLTensor tensor, int[] data) {
    write(tensor, HostData.of(tensor.type(), data));
  }

  /** Fills a tensor of 64-bit integers. */
  public void writeTensor(MLTensor tensor, long[] data) {
    write(tensor, HostData.of(tensor.type(), data));
  }

  /** Fills a tensor of float16 with their bits. */
  public void writeTensor(MLTensor tensor, short[] data) {
    write(tensor, HostData.of(tensor.type(), data));
  }

  /** Fills a tensor of any type with bytes in native order. */
  public void writeTensor(MLTensor tensor, byte[] data) {
    write(tensor, HostData.of(tensor.type(), data));
  }

  /** Fills a tensor with what lies between a buffer's position and limit. */
  public void writeTensor(MLTensor tensor, Buffer data) {
    write(tensor, HostData.of(tensor.type(), data));
  }

  /** Fills a tensor of any type with bytes in native order. */
  public void writeTensor(MLTensor tensor, MemorySegment data) {
    write(tensor, HostData.of(tensor.type(), data));
  }

  private void write(MLTensor tensor, MemorySegment data) {
    requireOwn(tensor);
    tensor.requireOpen();
    if (!tensor.isWritable()) {
      throw new IllegalArgumentException("the tensor " + tensor.type() + " is not writable");
    }
    MemorySegment memory = tensor.memoryOnTimeline();
    if (timeline.isIdle()) {
      memory.copyFrom(data);
      tensor.filled();
      return;
    }
    MemorySegment copy = MemorySegment.ofArray(new byte[Math.toIntExact(data.byteSize())]);
    copy.copyFrom(data);
    timeline.post(
        () -> {
          memory.copyFrom(copy);
          tensor.filled();
        });
  }

  /** Copies a readable tensor out, after everything queued before. */
  public void readTensor(MLTensor tensor, float[] target) {
    read(tensor, HostData.of(tensor.type(), target));
  }

  /** Copies a tensor of 32-bit integers out. */
  public void readTensor(MLTensor tensor, int[] target) {
    read(tensor, HostData.of(tensor.type(), target));
  }

  /** Copies a tensor of 64-bit integers out. */
  public void readTensor(MLTensor tensor, long[] target) {
    read(tensor, HostData.of(tensor.type(), target));
  }

  /** Copies the bits of a tensor of float16 out. */
  public void readTensor(MLTensor tensor, short[] target) {
    read(tensor, HostData.of(tensor.type(), target));
  }

  /** Copies the bytes of a tensor of any type out. */
  public void readTensor(MLTensor tensor, byte[] target) {
    read(tensor, HostData.of(tensor.type(), target));
  }

  /** Copies a tensor to what lies between a buffer's position and limit. */
  public void readTensor(MLTensor tensor, Buffer target) {
    read(tensor, HostData.of(tensor.type(), target));
  }

  /** Copies the bytes of a tensor of any type out. */
  public void readTensor(MLTensor tensor, MemorySegment target) {
    read(tensor, HostData.of(tensor.type(), target));
  }

  /** The elements of a tensor in a new buffer of native order. */
  public ByteBuffer readTensor(MLTensor tensor) {
    byte[] bytes = new byte[Math.toIntExact(tensor.type().byteLength())];
    read(tensor, MemorySegment.ofArray(bytes));
    return ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
  }

  private void read(MLTensor tensor, MemorySegment target) {
    Timeline.await(readTensorAsync(tensor, target));
  }

  /**
   * Copies a readable tensor out when everything queued before is done. The future fails with
   * IllegalStateException if the tensor is closed by then, and with {@link MLOperationException} if
   * the dispatch that should have filled it failed.
   */
  public CompletableFuture<Void> readTensorAsync(MLTensor tensor, MemorySegment target) {
    requireOwn(tensor);
    tensor.requireOpen();
    if (!tensor.isReadable()) {
      throw new IllegalArgumentException("the tensor " + tensor.type() + " is not readable");
    }
    HostData.of(tensor.type(), target);
    return timeline.submit(
        () -> {
          tensor.requireFilled();
          tensor.requireOpen();
          target.copyFrom(tensor.memoryOnTimeline());
          return null;
        });
  }

  // Graphs

  /**
   * Queues a run of a graph and returns at once.
   *
   * @param inputs a tensor for each of {@link MLGraph#inputs}
   * @param outputs a tensor for each of {@link MLGraph#outputs}
   * @throws IllegalArgumentException if names, types or owners do not fit, or a tensor is given
   *     twice
   * @throws IllegalStateException if the graph or a tensor is closed
   */
  public void dispatch(MLGraph graph, Map<String, MLTensor> inputs, Map<String, MLTensor> outputs) {
    Dispatch dispatch = Dispatch.check(this, graph, inputs, outputs);
    timeline.post(dispatch);
  }

  /**
   * Runs a graph once, after everything queued before, waits for it and says what each of its steps
   * took. An extension of this library for those who look for where the time goes: the
   * specification and JavaScript do not have it. The first runs of a process are slow until the JIT
   * has seen the kernels, so profile a graph that has run often enough.
   *
   * @param inputs a tensor for each of {@link MLGraph#inputs}
   * @param outputs a tensor for each of {@link MLGraph#outputs}, filled as by {@link #dispatch}
   * @return the steps in the order of execution
   * @throws IllegalArgumentException if names, types or owners do not fit, or a tensor is given
   *     twice
   * @throws IllegalStateException if the graph or a tensor is closed
   * @throws UnsupportedOperationException if the engine cannot time its steps
   * @throws MLOperationException if the run fails
   */
  public List<StepProfile> profile(
      MLGraph graph, Map<String, MLTensor> inputs, Map<String, MLTensor> outputs) {
    Dispatch dispatch = Dispatch.check(this, graph, inputs, outputs);
    return Timeline.await(timeline.submit(dispatch::profile));
  }

  /** Waits until everything queued so far is done. */
  public void finish() {
    if (!timeline.isIdle()) {
      Timeline.await(timeline.submit(() -> true));
    }
  }

  /**
   * Compiles on the timeline.
   *
   * @param freeConstants called when the engine is done with the graph's constants
   */
  CompletableFuture<MLGraph> compile(Graph graph, Runnable freeConstants) {
    requireOpen();
    return timeline.submit(
        () -> {
          CompiledGraph compiled = compileNow(graph, freeConstants);
          MLGraph built = new MLGraph(this, compiled, graph.inputs(), graph.outputs());
          graphs.add(built);
          if (lost.isDone()) {
            built.destroy();
            throw closed();
          }
          return built;
        });
  }

  private CompiledGraph compileNow(Graph graph, Runnable freeConstants) {
    try {
      return backend.compile(graph);
    } catch (MLOperationException failed) {
      throw failed;
    } catch (IllegalArgumentException refused) {
      throw new MLOperationException(
          "the graph cannot be compiled: " + refused.getMessage(), refused);
    } catch (RuntimeException | OutOfMemoryError failed) {
      throw new MLOperationException("the graph cannot be compiled: " + failed, failed);
    } finally {
      freeConstants.run();
    }
  }

  // Ownership

  void requireOwn(MLTensor tensor) {
    if (tensor.context() != this) {
      throw new IllegalArgumentException(
          "the tensor " + tensor.type() + " belongs to another context");
    }
  }

  void requireOpen() {
    if (lost.isDone()) {
      throw closed();
    }
  }

  /** Whether {@link #lost} has completed. */
  public boolean isLost() {
    return lost.isDone();
  }

  private static IllegalStateException closed() {
    return new IllegalStateException("the context is closed");
  }

  void release(MLTensor tensor, Resource resource) {
    tensors.remove(tensor);
    timeline.post(resource::free);
  }

  void release(MLGraph graph, Resource resource) {
    graphs.remove(graph);
    timeline.post(resource::free);
  }

  /** Closes the context with everything it made; {@link #lost} completes. */
  public void destroy() {
    if (lost.complete(new MLContextLostInfo("the context was destroyed"))) {
      List.copyOf(graphs).forEach(MLGraph::destroy);
      List.copyOf(tensors).forEach(MLTensor::destroy);
      timeline.post(resource::free);
    }
  }

  /** {@link #destroy}s and waits until the memory is free. */
  @Override
  public void close() {
    destroy();
    finish();
  }

  @Override
  public String toString() {
    return "MLContext " + options;
  }
}
