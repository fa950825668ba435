package dev.webnn4j.benchmarks.onnx;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One operation.
 *
 * @param inputs the names of values; an empty one stands for an input that is not given
 */
public record OnnxNode(
    String opType,
    List<String> inputs,
    List<String> outputs,
    Map<String, OnnxAttribute> attributes) {
  public OnnxNode {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    attributes = Map.copyOf(attributes);
  }

  /** The name of an input, if it is given. */
  public Optional<String> input(int index) {
    return index < inputs.size() && !inputs.get(index).isEmpty()
        ? Optional.of(inputs.get(index))
        : Optional.empty();
  }

  public long integer(String name, long otherwise) {
    return attribute(name, OnnxAttribute.Int.class).map(OnnxAttribute.Int::value).orElse(otherwise);
  }

  public double real(String name, double otherwise) {
    return attribute(name, OnnxAttribute.Real.class)
        .map(value -> (double) value.value())
        .orElse(otherwise);
  }

  public String text(String name, String otherwise) {
    return attribute(name, OnnxAttribute.Text.class)
        .map(OnnxAttribute.Text::value)
        .orElse(otherwise);
  }

  public int[] integers(String name, int... otherwise) {
    return attribute(name, OnnxAttribute.Ints.class)
        .map(list -> list.values().stream().mapToInt(Math::toIntExact).toArray())
        .orElse(otherwise);
  }

  private <T extends OnnxAttribute> Optional<T> attribute(String name, Class<T> kind) {
    OnnxAttribute value = attributes.get(name);
    if (value != null && !kind.isInstance(value)) {
      throw new OnnxException(
          opType + ": the attribute " + name + " is no " + kind.getSimpleName() + ": " + value);
    }
    return Optional.ofNullable(value).map(kind::cast);
  }
}
