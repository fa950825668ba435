package dev.webnn4j.backend.java.pass;

import dev.webnn4j.MLNumber;
import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.graph.Graph;
import dev.webnn4j.graph.GraphRewriter;
import dev.webnn4j.graph.Value;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;

/** The numbers of float constants. */
final class Constants {
  private static final long ALIGNMENT = 64;

  private Constants() {}

  /** The elements of a constant of floats; empty if a value is not one. */
  static Optional<double[]> numbers(Graph graph, Value value) {
    return switch (value.type().dataType()) {
      case FLOAT32, FLOAT16 -> graph.constant(value).map(data -> numbers(value.type(), data));
      default -> Optional.empty();
    };
  }

  private static double[] numbers(MLOperandDescriptor type, MemorySegment data) {
    boolean half = type.dataType().bits() == 16;
    double[] numbers = new double[Math.toIntExact(type.elementCount())];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] =
          half
              ? Float.float16ToFloat(data.getAtIndex(ValueLayout.JAVA_SHORT, i))
              : data.getAtIndex(ValueLayout.JAVA_FLOAT, i);
    }
    return numbers;
  }

  /** A constant with these elements, each rounded once. */
  static Value of(GraphRewriter rewriter, MLOperandDescriptor type, double[] numbers) {
    // Whoever reads the constant keeps it alive, and nobody knows when the last one does.
    MemorySegment data = Arena.ofAuto().allocate(type.byteLength(), ALIGNMENT);
    boolean half = type.dataType().bits() == 16;
    for (int i = 0; i < numbers.length; i++) {
      float rounded = (float) rounded(type.dataType(), numbers[i]);
      if (half) {
        data.setAtIndex(ValueLayout.JAVA_SHORT, i, Float.floatToFloat16(rounded));
      } else {
        data.setAtIndex(ValueLayout.JAVA_FLOAT, i, rounded);
      }
    }
    return rewriter.constant(type, data);
  }

  /** A number as a type of floats holds it. */
  static double rounded(MLOperandDataType type, double number) {
    return type == MLOperandDataType.FLOAT32
        ? (float) number
        : MLNumber.of(number).castTo(type).doubleValue();
  }
}
