package dev.webnn4j.backend.java.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.webnn4j.MLAutoPad;
import dev.webnn4j.graph.Graph;
import dev.webnn4j.graph.Node;
import dev.webnn4j.graph.Value;
import dev.webnn4j.op.Attributes;
import dev.webnn4j.op.Conv2d;
import dev.webnn4j.op.GroupConv2d;
import dev.webnn4j.op.Operands;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LowerGroupConvolutionsTest {
  @Test
  void groupsLeaveTheFilterAndAutomaticPaddingBecomesExplicit() {
    GraphSketch sketch = new GraphSketch(1);
    Value x = sketch.input(1, 6, 8, 8);
    Value filter = sketch.input(3, 4, 2, 3, 3);
    Graph graph =
        sketch.outputs(
            sketch.emit(
                GroupConv2d.OPERATOR,
                Operands.of(GroupConv2d.INPUT, x, GroupConv2d.FILTER, filter),
                Attributes.of(GroupConv2d.AUTO_PAD, MLAutoPad.SAME_UPPER)
                    .with(GroupConv2d.STRIDES, List.of(2L, 2L))));

    Graph lowered = new LowerGroupConvolutions().apply(graph);

    assertEquals(List.of("reshape", "conv2d"), GraphSketch.names(lowered));
    Node conv = lowered.nodes().getLast();
    assertEquals(3, conv.get(Conv2d.GROUPS));
    // 8 pixels at stride 2 with a window of 3: one row of padding, at the end.
    assertEquals(List.of(0L, 1L, 0L, 1L), conv.get(Conv2d.PADDING));
    assertEquals(List.of(12L, 2L, 3L, 3L), conv.operand(Conv2d.FILTER).shape().toList());
  }
}
