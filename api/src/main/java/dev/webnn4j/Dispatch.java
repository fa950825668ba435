package dev.webnn4j;

import dev.webnn4j.spi.StepProfile;
import java.lang.foreign.MemorySegment;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;

/** One checked run of a graph on its tensors. */
record Dispatch(MLGraph graph, List<MLTensor> inputs, List<MLTensor> outputs) implements Runnable {

  static Dispatch check(
      MLContext context,
      MLGraph graph,
      Map<String, MLTensor> inputs,
      Map<String, MLTensor> outputs) {
    if (graph.context() != context) {
      throw new IllegalArgumentException("the graph belongs to another context");
    }
    graph.requireOpen();
    Set<MLTensor> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Stream.concat(inputs.values().stream(), outputs.values().stream())
        .forEach(
            tensor -> {
              if (!seen.add(tensor)) {
                throw new IllegalArgumentException(
                    "the tensor " + tensor.type() + " is given twice");
              }
              context.requireOwn(tensor);
              tensor.requireOpen();
            });
    return new Dispatch(
        graph, match("input", graph.inputs(), inputs), match("output", graph.outputs(), outputs));
  }

  private static List<MLTensor> match(
      String what, SequencedMap<String, MLOperandDescriptor> wanted, Map<String, MLTensor> given) {
    for (String name : given.keySet()) {
      if (!wanted.containsKey(name)) {
        throw new IllegalArgumentException(
            "the graph has no " + what + " '" + name + "'; it has " + wanted.keySet());
      }
    }
    return wanted.entrySet().stream()
        .map(entry -> match(what, entry.getKey(), entry.getValue(), given))
        .toList();
  }

  private static MLTensor match(
      String what, String name, MLOperandDescriptor type, Map<String, MLTensor> given) {
    if (!given.containsKey(name)) {
      throw new IllegalArgumentException("the " + what + " '" + name + "' is missing");
    }
    MLTensor tensor = given.get(name);
    if (!tensor.type().equals(type)) {
      throw new IllegalArgumentException(
          "the " + what + " '" + name + "' is " + type + "; the tensor is " + tensor.type());
    }
    if (tensor.isConstant()) {
      throw new IllegalArgumentException(
          "the " + what + " '" + name + "' cannot be a constant tensor");
    }
    return tensor;
  }

  /** Runs on the timeline; a failure is kept for those who read the outputs. */
  @Override
  public void run() {
    try {
      inputs.forEach(MLTensor::requireFilled);
      graph.compiled().run(memories(inputs), memories(outputs));
      outputs.forEach(MLTensor::filled);
    } catch (RuntimeException failed) {
      outputs.forEach(output -> output.failed(failed));
    }
  }

  /**
   * The same for who waits for it: a failure is thrown. An engine that does not profile has touched
   * nothing.
   */
  List<StepProfile> profile() {
    try {
      inputs.forEach(MLTensor::requireFilled);
      List<StepProfile> steps = graph.compiled().profile(memories(inputs), memories(outputs));
      outputs.forEach(MLTensor::filled);
      return steps;
    } catch (UnsupportedOperationException unsupported) {
      throw unsupported;
    } catch (RuntimeException failed) {
      outputs.forEach(output -> output.failed(failed));
      throw failed instanceof MLOperationException known
          ? known
          : new MLOperationException("the profiled run failed: " + failed, failed);
    }
  }

  private static MemorySegment[] memories(List<MLTensor> tensors) {
    return tensors.stream().map(MLTensor::memoryOnTimeline).toArray(MemorySegment[]::new);
  }
}
