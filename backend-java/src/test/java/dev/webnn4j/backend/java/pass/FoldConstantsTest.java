package dev.webnn4j.backend.java.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.graph.Graph;
import dev.webnn4j.graph.Value;
import dev.webnn4j.op.Attributes;
import dev.webnn4j.op.DequantizeLinear;
import dev.webnn4j.op.ElementwiseUnary;
import dev.webnn4j.op.LongOrList;
import dev.webnn4j.op.Operands;
import dev.webnn4j.op.Split;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FoldConstantsTest {
  private final GraphSketch sketch = new GraphSketch(3);

  private Value neg(Value x) {
    return sketch.emit(ElementwiseUnary.NEG.operator(), ElementwiseUnary.NEG.input(), x);
  }

  @Test
  void chainsOfConstantsAreComputedAndTheirPartsForgotten() {
    Value x = sketch.input(2, 3);
    Graph graph =
        sketch.outputs(
            sketch.add(x, neg(neg(sketch.add(sketch.constant(3), sketch.constant(2, 3))))));
    Graph folded = new FoldConstants().apply(graph);
    assertEquals(List.of("add"), GraphSketch.names(folded));
    assertEquals(1, folded.constants().size());
  }

  @Test
  void ofSeveralResultsOnlyThoseUsedAreKept() {
    List<Value> pieces =
        sketch.emitAll(
            Split.OPERATOR,
            Operands.of(Split.INPUT, sketch.constant(6)),
            Attributes.of(Split.SPLITS, (LongOrList) new LongOrList.One(3)));
    Graph folded =
        new FoldConstants().apply(sketch.outputs(sketch.add(sketch.input(2), pieces.get(1))));
    assertEquals(List.of("add"), GraphSketch.names(folded));
    assertEquals(1, folded.constants().size());
  }

  @Test
  void whatDependsOnAnInputStays() {
    Graph graph = sketch.outputs(neg(sketch.input(2)));
    assertEquals(List.of("neg"), GraphSketch.names(new FoldConstants().apply(graph)));
  }

  @Test
  void quantizedConstantsBecomeFloats() {
    MLOperandDataType int4 = MLOperandDataType.INT4;
    Value filter =
        sketch.emit(
            DequantizeLinear.OPERATOR,
            Operands.of(
                    DequantizeLinear.INPUT,
                    sketch.scalar(int4, (byte) 0),
                    DequantizeLinear.SCALE,
                    sketch.scalar(0.5f))
                .with(DequantizeLinear.ZERO_POINT, sketch.scalar(int4, (byte) 5)),
            Attributes.NONE);
    Graph folded = new FoldConstants().apply(sketch.outputs(sketch.add(sketch.input(2), filter)));
    assertEquals(List.of("add"), GraphSketch.names(folded));
    MemorySegment data = folded.constants().values().iterator().next();
    assertEquals(-2.5f, data.get(ValueLayout.JAVA_FLOAT, 0));
  }
}
