package dev.webnn4j.backend.conformance;

import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.op.Attributes;
import dev.webnn4j.op.Operands;
import dev.webnn4j.op.Operator;
import java.lang.foreign.MemorySegment;
import java.util.List;

/**
 * What a graph is built with: the public API's builder or the compiler's own.
 *
 * @param <V> what stands for a tensor
 */
interface GraphSink<V> {
  V input(String name, MLOperandDescriptor type);

  V constant(MLOperandDescriptor type, MemorySegment data);

  List<V> call(Operator operator, Operands<V> operands, Attributes attributes);
}
