package dev.webnn4j.backend.java.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.webnn4j.MLInputOperandLayout;
import dev.webnn4j.MLNumber;
import dev.webnn4j.MLPaddingMode;
import dev.webnn4j.backend.java.op.Convolution;
import dev.webnn4j.graph.Graph;
import dev.webnn4j.graph.Value;
import dev.webnn4j.op.Attributes;
import dev.webnn4j.op.Operands;
import dev.webnn4j.op.Pad;
import java.util.List;
import org.junit.jupiter.api.Test;

final class JoinPaddingTest {
  private static final List<Long> NOTHING = List.of(0L, 0L, 0L, 0L);

  private final GraphSketch sketch = new GraphSketch(10);

  private Value conv(Value x, MLInputOperandLayout layout) {
    boolean planar = layout == MLInputOperandLayout.NCHW;
    return sketch.emit(
        Convolution.OPERATOR,
        Operands.of(
            Convolution.INPUT,
            x,
            Convolution.FILTER,
            sketch.constant(5, 3, 3, x.shape().dim(planar ? 1 : 3))),
        Attributes.of(Convolution.PADDING, List.of(1L, 0L, 0L, 1L))
            .with(Convolution.INPUT_LAYOUT, layout));
  }

  private Value pad(Value x, List<Long> beginning, List<Long> ending, Attributes more) {
    return sketch.emit(
        Pad.OPERATOR,
        Operands.of(Pad.INPUT, x),
        Attributes.of(Pad.BEGINNING_PADDING, beginning).with(Pad.ENDING_PADDING, ending).and(more));
  }

  private Value padded(Attributes more) {
    Value x = sketch.input(1, 6, 7, 3);
    return pad(x, List.of(0L, 1L, 2L, 0L), List.of(0L, 3L, 4L, 0L), more);
  }

  private Graph joined(Value... outputs) {
    Graph graph = sketch.outputs(outputs);
    Graph joined = new JoinPadding().apply(graph);
    new SameResults(graph, sketch.draw()).require("JoinPadding", joined);
    return joined;
  }

  @Test
  void zerosAroundAnImageJoinTheConvolutionsOwnPadding() {
    Graph graph = joined(conv(padded(Attributes.NONE), MLInputOperandLayout.NHWC));
    assertEquals(List.of("convolution"), GraphSketch.names(graph));
    assertEquals(List.of(2L, 3L, 2L, 5L), graph.nodes().getFirst().get(Convolution.PADDING));
  }

  @Test
  void soTheyDoAroundPlanes() {
    Value x = sketch.input(1, 3, 6, 7);
    Value wide = pad(x, List.of(0L, 0L, 1L, 2L), List.of(0L, 0L, 3L, 4L), Attributes.NONE);
    Graph graph = joined(conv(wide, MLInputOperandLayout.NCHW));
    assertEquals(List.of("convolution"), GraphSketch.names(graph));
    assertEquals(List.of(2L, 3L, 2L, 5L), graph.nodes().getFirst().get(Convolution.PADDING));
  }

  @Test
  void severalConvolutionsTakeIt() {
    Value wide = padded(Attributes.NONE);
    Graph graph =
        joined(conv(wide, MLInputOperandLayout.NHWC), conv(wide, MLInputOperandLayout.NHWC));
    assertEquals(List.of("convolution", "convolution"), GraphSketch.names(graph));
  }

  @Test
  void otherPaddingStays() {
    List<Value> wide =
        List.of(
            padded(Attributes.of(Pad.VALUE, MLNumber.of(1))),
            padded(Attributes.of(Pad.MODE, MLPaddingMode.EDGE)),
            pad(sketch.input(1, 6, 7, 3), List.of(0L, 0L, 0L, 1L), NOTHING, Attributes.NONE),
            pad(sketch.input(1, 6, 7, 3), NOTHING, List.of(1L, 0L, 0L, 0L), Attributes.NONE));
    for (Value image : wide) {
      Graph graph = joined(conv(image, MLInputOperandLayout.NHWC));
      assertEquals(List.of("pad", "convolution"), GraphSketch.names(graph));
    }
  }

  @Test
  void paddingThatOthersNeedStays() {
    Value wide = padded(Attributes.NONE);
    Graph graph = joined(conv(wide, MLInputOperandLayout.NHWC), sketch.relu(wide));
    assertEquals(List.of("pad", "convolution", "relu"), GraphSketch.names(graph));
  }
}
