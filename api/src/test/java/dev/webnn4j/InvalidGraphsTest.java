package dev.webnn4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What a builder refuses apart from the operators' rules, once each, with what it says. */
final class InvalidGraphsTest {
  private static final MLOperandDescriptor TYPE =
      MLOperandDescriptor.of(MLOperandDataType.FLOAT32, 2);
  private static final MLOperandDescriptor RANK_9 =
      MLOperandDescriptor.of(MLOperandDataType.UINT8, 1, 1, 1, 1, 1, 1, 1, 1, 1);
  private static final MLOperandDescriptor HUGE =
      MLOperandDescriptor.of(MLOperandDataType.FLOAT32, 1 << 29);

  private final MLContext context = new FakeBackend().context();
  private final MLGraphBuilder builder = new MLGraphBuilder(context);
  private final MLOperand x = builder.input("x", TYPE);

  @AfterEach
  void close() {
    context.close();
  }

  private static void refuses(String message, Executable call) {
    var error = assertThrows(IllegalArgumentException.class, call);
    assertTrue(error.getMessage().contains(message), error.getMessage());
  }

  @Test
  void anInputHasANameAndATypeWithinTheLimits() {
    refuses("the name of an input must not be empty", () -> builder.input("", TYPE));
    refuses(
        "input 'z' of uint8[1, 1, 1, 1, 1, 1, 1, 1, 1] has rank 9; at most 8 is allowed",
        () -> builder.input("z", RANK_9));
    refuses(
        "input 'z' of float32[536870912] takes more than 2147483647 bytes",
        () -> builder.input("z", HUGE));
  }

  @Test
  void aConstantHasATypeWithinTheLimits() {
    MemorySegment none = MemorySegment.ofArray(new byte[0]);
    refuses(
        "a constant of uint8[1, 1, 1, 1, 1, 1, 1, 1, 1] has rank 9",
        () -> builder.constant(RANK_9, none));
    refuses("a constant of float32[536870912] takes more than", () -> builder.constant(HUGE, none));
  }

  @Test
  void aConstantIsFilledByItsData() {
    refuses(
        "the data has 12 bytes; a tensor of float32[2] takes 8",
        () -> builder.constant(TYPE, 1f, 2f, 3f));
    refuses(
        "the data has 4 bytes; a tensor of float32[2] takes 8",
        () -> builder.constant(TYPE, MemorySegment.ofArray(new float[1])));
    refuses("a int[] does not hold elements", () -> builder.constant(TYPE, 1, 2));
  }

  @Test
  void aConstantTensorIsConstantAndTheContextsOwn() {
    MLTensor plain = context.createTensor(MLTensorDescriptor.of(TYPE));
    refuses("the tensor float32[2] is not a constant", () -> builder.constant(plain));
    try (MLContext other = new FakeBackend().context()) {
      MLTensor foreign = constantTensor(other);
      refuses("the tensor float32[2] belongs to another context", () -> builder.constant(foreign));
    }
  }

  @Test
  void aConstantTensorIsOpen() {
    MLTensor closed = constantTensor(context);
    closed.close();
    var error = assertThrows(IllegalStateException.class, () -> builder.constant(closed));
    assertEquals("the tensor float32[2] is closed", error.getMessage());
  }

  private static MLTensor constantTensor(MLContext context) {
    return context.createConstantTensor(TYPE, MemorySegment.ofArray(new float[] {1, 2}));
  }

  @Test
  void operandsAreTheBuildersOwn() {
    MLOperand foreign = new MLGraphBuilder(context).input("y", TYPE);
    refuses(
        "add: the operand %y:float32[2] belongs to another builder", () -> builder.add(x, foreign));
    refuses(
        "elu [my node]: the operand %y:float32[2] belongs to another builder",
        () -> builder.elu(foreign, o -> o.label("my node")));
    refuses(
        "build: the operand %y:float32[2] belongs to another builder",
        () -> builder.build(Map.of("y", foreign)));
  }

  @Test
  void extensionsMustBeAskedFor() {
    FakeBackend backend = new FakeBackend();
    try (MLContext plain = new MLContext(MLContextOptions.DEFAULT.extensions(false), backend)) {
      MLGraphBuilder strict = new MLGraphBuilder(plain);
      MLOperand input =
          strict.input("x", MLOperandDescriptor.of(MLOperandDataType.FLOAT32, 1, 1, 1, 1));
      MLOperand filter =
          strict.input("f", MLOperandDescriptor.of(MLOperandDataType.FLOAT32, 1, 1, 1, 1, 1));
      refuses(
          "groupConv2d is an extension, and the context was created without them",
          () -> strict.groupConv2d(input, filter, o -> {}));
    }
  }

  @Test
  void anActivationHasOnlyItsOwnParameters() {
    refuses("elu has no beta", () -> builder.elu(x, o -> o.beta(1)));
    refuses("leakyRelu has no beta", () -> builder.leakyRelu(x, o -> o.beta(1)));
  }

  @Test
  void aGraphHasOutputsThatAreComputedAndNamed() {
    MLOperand y = builder.relu(x);
    refuses("build: a graph needs at least one output", () -> builder.build(Map.of()));
    refuses("build: the name of an output must not be empty", () -> builder.build(Map.of("", y)));
    refuses(
        "build: output 'y' is an input or a constant; use identity",
        () -> builder.build(Map.of("y", x)));
    MLOperand constant = builder.constant(MLOperandDataType.FLOAT32, 1);
    refuses(
        "build: output 'y' is an input or a constant; use identity",
        () -> builder.build(Map.of("y", constant)));
  }

  @Test
  void twoInputsOfOneNameMustNotMeet() {
    MLOperand twin = builder.input("x", MLOperandDescriptor.of(MLOperandDataType.FLOAT32, 1));
    MLOperand sum = builder.add(x, twin);
    refuses(
        "build: two inputs of different types are called 'x'",
        () -> builder.build(Map.of("y", sum)));
    // An input that no output depends on is none.
    MLGraph graph = builder.build(Map.of("y", builder.relu(twin)));
    assertEquals(Map.of("x", twin.type()), graph.inputs());
  }

  @Test
  void anInputNamedAgainIsTheSame() {
    MLOperand again = builder.input("x", TYPE);
    MLGraph graph = builder.build(Map.of("y", builder.add(x, again)));
    assertEquals(Map.of("x", TYPE), graph.inputs());
  }

  @Test
  void aRefusedCallLeavesTheBuilderUsable() {
    MLOperandDescriptor other = MLOperandDescriptor.of(MLOperandDataType.FLOAT32, 1);
    refuses(
        "two inputs", () -> builder.build(Map.of("y", builder.add(x, builder.input("x", other)))));
    refuses("at least one output", () -> builder.build(Map.of()));
    MLGraph graph = builder.build(Map.of("y", builder.relu(x)));
    assertEquals(Map.of("y", TYPE), graph.outputs());
  }

  @Test
  void aClosedContextBuildsNothing() {
    MLOperand y = builder.relu(x);
    context.close();
    for (Executable call :
        new Executable[] {
          () -> builder.relu(x),
          () -> builder.constant(TYPE, 1f, 2f),
          () -> builder.constant(MLOperandDataType.FLOAT32, 1),
          () -> builder.build(Map.of("y", y))
        }) {
      var error = assertThrows(IllegalStateException.class, call);
      assertEquals("the context is closed", error.getMessage());
    }
  }
}
