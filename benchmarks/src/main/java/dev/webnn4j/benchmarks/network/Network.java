package dev.webnn4j.benchmarks.network;

import dev.webnn4j.benchmarks.onnx.OnnxValue;
import java.nio.file.Path;
import java.util.List;

/**
 * A network to measure.
 *
 * @param file its ONNX file, which every engine reads
 * @param inputRange the numbers of the inputs lie between 0 and this
 * @param examples inputs and the outputs they must have in every engine
 */
public record Network(
    String name,
    Path file,
    List<OnnxValue> inputs,
    List<OnnxValue> outputs,
    float inputRange,
    List<Example> examples) {
  public Network {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    examples = List.copyOf(examples);
  }

  /** Two folders: tensors to give, and tensors that must come out. */
  public record Example(Path inputs, Path outputs) {}
}
