package dev.webnn4j.benchmarks.engine;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/**
 * A model in ONNX Runtime, as fast as its Java API allows: all optimisations, tensors in direct
 * buffers that are made once, outputs written where they are to be.
 */
final class OnnxRuntimeSession implements Session {
  private final OrtSession session;
  private final SequencedMap<String, OnnxTensor> inputTensors = new LinkedHashMap<>();
  private final SequencedMap<String, OnnxTensor> outputTensors = new LinkedHashMap<>();
  private final SequencedMap<String, MemorySegment> inputs = new LinkedHashMap<>();
  private final SequencedMap<String, MemorySegment> outputs = new LinkedHashMap<>();

  OnnxRuntimeSession(Path model, int threads) {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
      options.setExecutionMode(OrtSession.SessionOptions.ExecutionMode.SEQUENTIAL);
      options.setIntraOpNumThreads(threads);
      options.setInterOpNumThreads(1);
      session = OrtEnvironment.getEnvironment().createSession(model.toString(), options);
      allocate(session.getInputInfo(), inputs, inputTensors);
      allocate(session.getOutputInfo(), outputs, outputTensors);
    } catch (OrtException refused) {
      throw refusal(refused);
    }
  }

  static String version() {
    return OrtEnvironment.getEnvironment().getVersion();
  }

  private static IllegalArgumentException refusal(OrtException cause) {
    return new IllegalArgumentException("ONNX Runtime: " + cause.getMessage(), cause);
  }

  private static void allocate(
      Map<String, NodeInfo> values,
      SequencedMap<String, MemorySegment> memory,
      SequencedMap<String, OnnxTensor> tensors)
      throws OrtException {
    for (NodeInfo value : values.values()) {
      if (!(value.getInfo() instanceof TensorInfo type)) {
        throw new IllegalArgumentException("'" + value.getName() + "' is no tensor");
      }
      int bytes = Math.toIntExact(type.getNumElements() * type.type.size);
      ByteBuffer buffer = ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
      memory.put(value.getName(), MemorySegment.ofBuffer(buffer));
      tensors.put(
          value.getName(),
          OnnxTensor.createTensor(
              OrtEnvironment.getEnvironment(), buffer, type.getShape(), type.type));
    }
  }

  @Override
  public SequencedMap<String, MemorySegment> inputs() {
    return inputs;
  }

  @Override
  public SequencedMap<String, MemorySegment> outputs() {
    return outputs;
  }

  @Override
  public long multiplyAdds() {
    return 0;
  }

  @Override
  public void run() {
    try {
      session.run(inputTensors, outputTensors).close();
    } catch (OrtException failed) {
      throw refusal(failed);
    }
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException failed) {
      throw refusal(failed);
    }
  }
}
