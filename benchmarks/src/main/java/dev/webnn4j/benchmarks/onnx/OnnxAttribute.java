package dev.webnn4j.benchmarks.onnx;

import java.util.Arrays;
import java.util.List;

/** The value of a node's attribute. */
public sealed interface OnnxAttribute {
  /** A number with a fraction. */
  record Real(float value) implements OnnxAttribute {}

  /** An integer. */
  record Int(long value) implements OnnxAttribute {}

  /** A word. */
  record Text(String value) implements OnnxAttribute {}

  /** Some integers. */
  record Ints(List<Long> values) implements OnnxAttribute {
    public Ints {
      values = List.copyOf(values);
    }

    public static Ints of(int... values) {
      return new Ints(Arrays.stream(values).mapToObj(value -> (long) value).toList());
    }
  }
}
