package dev.webnn4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.webnn4j.graph.Graph;
import dev.webnn4j.graph.Value;
import dev.webnn4j.spi.TensorMemory;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How long constants stay in memory, and where tensors lie. */
final class ConstantMemoryTest {
  private static final MLOperandDescriptor TYPE =
      MLOperandDescriptor.of(MLOperandDataType.FLOAT32, 3);

  private final FakeBackend backend = new FakeBackend();

  private MemorySegment builtConstant(MLContext context) {
    MLGraphBuilder builder = new MLGraphBuilder(context);
    MLOperand constant = builder.constant(TYPE, 1, 2, 3f);
    builder.build(Map.of("y", builder.add(builder.input("x", TYPE), constant)));
    return onlyConstant();
  }

  private MemorySegment onlyConstant() {
    return backend.graphs.getFirst().constants().values().iterator().next();
  }

  @Test
  void constantsAreFreedWhenTheEngineHasCompiledThem() {
    try (MLContext context = backend.context()) {
      assertFalse(builtConstant(context).scope().isAlive());
    }
  }

  @Test
  void constantsAreFreedWhenTheEngineFails() {
    backend.compileFailure = Optional.of(new IllegalArgumentException("too hard"));
    try (MLContext context = backend.context()) {
      assertThrows(MLOperationException.class, () -> builtConstant(context));
      assertFalse(onlyConstant().scope().isAlive());
    }
  }

  @Test
  void aGraphCopiesItsConstantsForAnEngineThatKeepsIt() {
    try (Arena arena = Arena.ofConfined()) {
      Value value = new Value(TYPE, "c");
      MemorySegment data = arena.allocate(12).fill((byte) 7);
      Graph graph =
          new Graph(new LinkedHashMap<>(), Map.of(value, data), List.of(), new LinkedHashMap<>());
      MemorySegment copy = graph.withConstantsIn(arena).constants().get(value);
      data.fill((byte) 0);
      assertEquals(7, copy.get(ValueLayout.JAVA_BYTE, 11));
      assertEquals(12, copy.byteSize());
    }
  }

  @Test
  void tensorsAreAlignedAndFollowedByMemoryOfNobodys() {
    try (Arena arena = Arena.ofConfined()) {
      for (long bytes : new long[] {0, 1, 63, 64, 65}) {
        long[] asked = new long[2];
        MemorySegment tensor =
            TensorMemory.allocate(
                (size, alignment) -> {
                  asked[0] = size;
                  asked[1] = alignment;
                  return arena.allocate(size, alignment);
                },
                bytes);
        assertEquals(bytes, tensor.byteSize());
        assertEquals(0, tensor.address() % 64);
        assertEquals(Math.ceilDiv(bytes, 64L) * 64 + 64, asked[0]);
        assertEquals(64, asked[1]);
      }
    }
  }
}
