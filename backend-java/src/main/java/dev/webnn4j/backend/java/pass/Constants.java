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
import java.util.Arrays;
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
    // Out of arrays: element by element, what is not compiled yet reads segments slowly.
    double[] numbers = new double[Math.toIntExact(type.elementCount())];
    if (type.dataType() == MLOperandDataType.FLOAT16) {
      short[] halves = data.toArray(ValueLayout.JAVA_SHORT);
      Arrays.setAll(numbers, i -> Float.float16ToFloat(halves[i]));
    } else {
      float[] floats = data.toArray(ValueLayout.JAVA_FLOAT);
      Arrays.setAll(numbers, i -> floats[i]);
    }
    return numbers;
  }

  /** A constant with these elements, each rounded once. */
  static Value of(GraphRewriter rewriter, MLOperandDescriptor type, double[] numbers) {
    // Whoever reads the constant keeps it alive, and nobody knows when the last one does.
    MemorySegment data = Arena.ofAuto().allocate(type.byteLength(), ALIGNMENT);
    if (type.dataType() == MLOperandDataType.FLOAT16) {
      short[] halves = new short[numbers.length];
      for (int i = 0; i < halves.length; i++) {
        halves[i] = Float.floatToFloat16((float) rounded(type.dataType(), numbers[i]));
      }
      MemorySegment.copy(halves, 0, data, ValueLayout.JAVA_SHORT, 0, halves.length);
    } else {
      float[] floats = new float[numbers.length];
      for (int i = 0; i < floats.length; i++) {
        floats[i] = (float) numbers[i];
      }
      MemorySegment.copy(floats, 0, data, ValueLayout.JAVA_FLOAT, 0, floats.length);
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
