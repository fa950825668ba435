package dev.webnn4j;

import dev.webnn4j.spi.StepProfile;
import java.lang.foreign.MemorySegment;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/**
 * One checked run of a graph on its tensors. Loops and arrays: a dispatch leaves little garbage.
 */
final class Dispatch implements Runnable {
  private final MLGraph graph;
  private final MLTensor[] inputs;
  private final MLTensor[] outputs;

  private Dispatch(MLGraph graph, MLTensor[] inputs, MLTensor[] outputs) {
    this.graph = graph;
    this.inputs = inputs;
    this.outputs = outputs;
  }

  static Dispatch check(
      MLContext context,
      MLGraph graph,
      Map<String, MLTensor> inputs,
      Map<String, MLTensor> outputs) {
    if (graph.context() != context) {
      throw new IllegalArgumentException("the graph belongs to another context");
    }
    graph.requireOpen();
    Set<MLTensor> seen =
        Collections.newSetFromMap(new IdentityHashMap<>(inputs.size() + outputs.size()));
    check(context, inputs, seen);
    check(context, outputs, seen);
    return new Dispatch(
        graph, match("input", graph.inputs(), inputs), match("output", graph.outputs(), outputs));
  }

  private static void check(MLContext context, Map<String, MLTensor> given, Set<MLTensor> seen) {
    for (MLTensor tensor : given.values()) {
      if (!seen.add(tensor)) {
        throw new IllegalArgumentException("the tensor " + tensor.type() + " is given twice");
      }
      context.requireOwn(tensor);
      tensor.requireOpen();
    }
  }

  private static MLTensor[] match(
      String what, SequencedMap<String, MLOperandDescriptor> wanted, Map<String, MLTensor> given) {
    for (String name : given.keySet()) {
      if (!wanted.containsKey(name)) {
        throw new IllegalArgumentException(
            "the graph has no " + what + " '" + name + "'; it has " + wanted.keySet());
      }
    }
    MLTensor[] matched = new MLTensor[wanted.size()];
    int next = 0;
    for (Map.Entry<String, MLOperandDescriptor> entry : wanted.entrySet()) {
      matched[next++] = match(what, entry.getKey(), entry.getValue(), given);
    }
    return matched;
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
      requireFilled();
      graph.compiled().run(memories(inputs), memories(outputs));
      filled();
    } catch (RuntimeException failed) {
      failed(failed);
    }
  }

  /**
   * The same for who waits for it: a failure is thrown. An engine that does not profile has touched
   * nothing.
   */
  List<StepProfile> profile() {
    try {
      requireFilled();
      List<StepProfile> steps = graph.compiled().profile(memories(inputs), memories(outputs));
      filled();
      return steps;
    } catch (UnsupportedOperationException unsupported) {
      throw unsupported;
    } catch (RuntimeException failed) {
      failed(failed);
      throw failed instanceof MLOperationException known
          ? known
          : new MLOperationException("the profiled run failed: " + failed, failed);
    }
  }

  private void requireFilled() {
    for (MLTensor input : inputs) {
      input.requireFilled();
    }
  }

  private void filled() {
    for (MLTensor output : outputs) {
      output.filled();
    }
  }

  private void failed(RuntimeException cause) {
    for (MLTensor output : outputs) {
      output.failed(cause);
    }
  }

  private static MemorySegment[] memories(MLTensor[] tensors) {
    MemorySegment[] memories = new MemorySegment[tensors.length];
    for (int i = 0; i < tensors.length; i++) {
      memories[i] = tensors[i].memoryOnTimeline();
    }
    return memories;
  }
}
