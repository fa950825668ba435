package dev.webnn4j.backend.java;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.webnn4j.ML;
import dev.webnn4j.MLContext;
import dev.webnn4j.MLContextOptions;
import dev.webnn4j.MLGraph;
import dev.webnn4j.MLGraphBuilder;
import dev.webnn4j.MLOperand;
import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.MLTensor;
import dev.webnn4j.MLTensorDescriptor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.BiFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nodes with several results: which of them are used, and where each one lies. */
final class SeveralResultsTest {
  /** What a graph of one input gives, output after output. */
  private static float[] run(
      String backend,
      MLOperandDescriptor type,
      float[] input,
      BiFunction<MLGraphBuilder, MLOperand, List<MLOperand>> outputsOf) {
    try (MLContext context =
        ML.createContext(MLContextOptions.DEFAULT.backend(backend).threads(2))) {
      MLGraphBuilder builder = new MLGraphBuilder(context);
      SequencedMap<String, MLOperand> outputs = new LinkedHashMap<>();
      for (MLOperand output : outputsOf.apply(builder, builder.input("x", type))) {
        outputs.put("y" + outputs.size(), output);
      }
      MLGraph graph = builder.build(outputs);
      MLTensor x = context.createTensor(MLTensorDescriptor.of(type).asWritable());
      context.writeTensor(x, input);
      Map<String, MLTensor> made = new LinkedHashMap<>();
      graph
          .outputs()
          .forEach(
              (name, result) ->
                  made.put(name, context.createTensor(MLTensorDescriptor.of(result).asReadable())));
      context.dispatch(graph, Map.of("x", x), made);
      float[] all = new float[0];
      for (String name : outputs.keySet()) {
        float[] one = new float[(int) graph.outputs().get(name).elementCount()];
        context.readTensor(made.get(name), one);
        int before = all.length;
        all = Arrays.copyOf(all, before + one.length);
        System.arraycopy(one, 0, all, before, one.length);
      }
      return all;
    }
  }

  private static final MLOperandDescriptor SIX =
      MLOperandDescriptor.of(MLOperandDataType.FLOAT32, 6);
  private static final float[] ONE_TO_SIX = {1, 2, 3, 4, 5, 6};

  @ParameterizedTest
  @ValueSource(strings = {"java", "reference"})
  void oneResultMayBeAllThatIsUsed(String backend) {
    assertArrayEquals(
        new float[] {-3, -4},
        run(backend, SIX, ONE_TO_SIX, (b, x) -> List.of(b.neg(b.split(x, 3, o -> {}).get(1)))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"java", "reference"})
  void aResultMayBeAnOutputTwiceAndReadAgain(String backend) {
    assertArrayEquals(
        new float[] {5, 6, 5, 6, -5, -6, 4, 6},
        run(
            backend,
            SIX,
            ONE_TO_SIX,
            (b, x) -> {
              List<MLOperand> pieces = b.split(x, 3, o -> {});
              MLOperand last = pieces.get(2);
              return List.of(last, last, b.neg(last), b.add(pieces.get(0), pieces.get(1)));
            }));
  }

  /** The first result is read last and the last one never, while others come and go. */
  @ParameterizedTest
  @ValueSource(strings = {"java", "reference"})
  void resultsLiveAsLongAsSomebodyReadsThem(String backend) {
    assertArrayEquals(
        new float[] {-5, 4, 1, 9},
        run(
            backend,
            SIX,
            ONE_TO_SIX,
            (b, x) -> {
              List<MLOperand> pieces = b.split(b.neg(x), new int[] {1, 2, 1, 2}, o -> {});
              MLOperand sum = b.add(pieces.get(1), pieces.get(1));
              MLOperand negative = b.neg(b.split(sum, 2, o -> {}).getFirst());
              MLOperand first = b.neg(pieces.get(0));
              MLOperand five = b.sub(pieces.get(0), b.neg(pieces.get(2)));
              return List.of(b.concat(List.of(five, negative, first), 0), b.sub(negative, five));
            }));
  }

  @ParameterizedTest
  @ValueSource(strings = {"java", "reference"})
  void constantsAreCutBeforehand(String backend) {
    assertArrayEquals(
        new float[] {3, 4, 1, 2, 6, 8},
        run(
            backend,
            MLOperandDescriptor.of(MLOperandDataType.FLOAT32, 2),
            new float[] {3, 4},
            (b, x) -> {
              List<MLOperand> pieces = b.split(b.constant(SIX, 3, 4, 1, 2, 0, 0f), 3, o -> {});
              return List.of(pieces.get(0), pieces.get(1), b.add(x, pieces.get(0)));
            }));
  }

  /** Inside the engine images have their channels last; the pieces are cut from the image asked. */
  @ParameterizedTest
  @ValueSource(strings = {"java", "reference"})
  void imagesBetweenConvolutionsAreCutAlongTheirChannels(String backend) {
    MLOperandDescriptor image = MLOperandDescriptor.of(MLOperandDataType.FLOAT32, 1, 2, 1, 2);
    MLOperandDescriptor filter = MLOperandDescriptor.of(MLOperandDataType.FLOAT32, 2, 2, 1, 1);
    MLOperandDescriptor single = MLOperandDescriptor.of(MLOperandDataType.FLOAT32, 1, 1, 1, 1);
    // Swapping the channels gives [[3, 4], [1, 2]], whose second is doubled.
    assertArrayEquals(
        new float[] {3, 4, 2, 4},
        run(
            backend,
            image,
            new float[] {1, 2, 3, 4},
            (b, x) -> {
              MLOperand swapped = b.conv2d(x, b.constant(filter, 0, 1, 1, 0f));
              List<MLOperand> channels = b.split(swapped, 2, o -> o.axis(1));
              MLOperand doubled = b.conv2d(channels.get(1), b.constant(single, 2f));
              return List.of(channels.get(0), doubled);
            }));
  }
}
