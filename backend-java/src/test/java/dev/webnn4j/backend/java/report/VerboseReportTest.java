package dev.webnn4j.backend.java.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.webnn4j.MLContextOptions;
import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.backend.java.JavaBackend;
import dev.webnn4j.backend.java.exec.JavaCompiledGraph;
import dev.webnn4j.backend.java.kernel.Tier;
import dev.webnn4j.graph.Graph;
import dev.webnn4j.graph.GraphRewriter;
import dev.webnn4j.graph.Value;
import dev.webnn4j.op.Attributes;
import dev.webnn4j.op.ElementwiseUnary;
import dev.webnn4j.op.Operands;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class VerboseReportTest {
  private static final MLOperandDescriptor HALVES =
      MLOperandDescriptor.of(MLOperandDataType.FLOAT16, 2, 3);

  /** What the engine writes while it compiles and runs the logistic function of float16. */
  private static List<String> lines(String topics) {
    return lines(topics, Tier.VECTOR);
  }

  private static List<String> lines(String topics, Tier fastest) {
    var bytes = new ByteArrayOutputStream();
    var out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    try (var backend =
            JavaBackend.open(
                MLContextOptions.DEFAULT.threads(1), fastest, new VerboseLog(topics, out));
        JavaCompiledGraph graph = backend.compile(sigmoid());
        Arena arena = Arena.ofShared()) {
      graph.run(new MemorySegment[] {arena.allocate(12)}, new MemorySegment[] {arena.allocate(12)});
    }
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private static Graph sigmoid() {
    GraphRewriter graph = new GraphRewriter();
    Value x = new Value(HALVES, "x");
    Value y =
        graph
            .emit(
                ElementwiseUnary.SIGMOID.operator(),
                Operands.of(ElementwiseUnary.SIGMOID.input(), x),
                Attributes.NONE,
                "gate, left")
            .getFirst();
    Graph live = graph.finish(new LinkedHashMap<>(Map.of("y", y)));
    return new Graph(
        new LinkedHashMap<>(Map.of("x", x)), live.constants(), live.nodes(), live.outputs());
  }

  private static List<String> ofTopic(List<String> lines, String topic) {
    return lines.stream().filter(line -> line.startsWith("webnn," + topic + ",")).toList();
  }

  @Test
  void saysNothingUnasked() {
    assertEquals(List.of(), lines("none"));
  }

  @Test
  void tellsOfEachStepOfARun() {
    List<String> lines = lines("exec");
    List<String> steps = ofTopic(lines, "exec");
    assertEquals(1, steps.size());
    assertTrue(
        steps
            .getFirst()
            .matches(
                "webnn,exec,0,unary,scalar,2x3->2x3,plain,float16,1,\\d+\\.\\d{4},sigmoid,\"gate, left\""),
        steps.getFirst());
    assertEquals(List.of(), ofTopic(lines, "compile"));
  }

  @Test
  void theHeaderNamesVersionsTheMachineTheTierAndTheColumns() {
    List<String> info = ofTopic(lines("exec"), "info");
    assertTrue(info.getFirst().startsWith("webnn,info,version,"), info.getFirst());
    assertTrue(info.getFirst().endsWith(",java," + Runtime.version()), info.getFirst());
    assertTrue(info.get(1).matches("webnn,info,cpu,.+,cores,\\d+"), info.get(1));
    assertTrue(info.contains("webnn,info,tier,vector"), info.toString());
    assertTrue(
        info.contains(
            "webnn,info,columns,\"webnn,exec,step,kernel,tier,shapes,layout,precision,threads,"
                + "time_ms,operator,layer\""),
        info.toString());
  }

  @Test
  void theHeaderSaysWhyATierIsNotUsed() {
    assertTrue(
        lines("compile", Tier.SCALAR)
            .contains("webnn,info,tier,vector,not used,the context was asked for tier scalar"));
  }

  @Test
  void tellsWhyAKernelRefused() {
    List<String> refusals = ofTopic(lines("dispatch"), "dispatch");
    assertEquals(
        List.of("webnn,dispatch,0,sigmoid,\"gate, left\",VECTOR: only float32 and int32"),
        refusals);
  }

  @Test
  void tellsOfPassesAndMemory() {
    List<String> lines = ofTopic(lines("compile"), "compile");
    assertTrue(
        lines.getFirst().matches("webnn,compile,pass,NameLayers,nodes,1,1,ms,\\d+\\.\\d{4}"),
        lines.getFirst());
    assertTrue(
        lines.stream().anyMatch(line -> line.startsWith("webnn,compile,plan,steps,1,scalar=1,ms,")),
        lines.toString());
    assertTrue(
        lines.stream().anyMatch(line -> line.startsWith("webnn,compile,memory,planned,0,")),
        lines.toString());
  }

  @Test
  void topicsJoin() {
    List<String> lines = lines("exec, dispatch");
    assertEquals(1, ofTopic(lines, "exec").size());
    assertEquals(1, ofTopic(lines, "dispatch").size());
    assertEquals(List.of(), ofTopic(lines, "compile"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "true", "Exec", "exec,", ""})
  void anUnknownTopicIsRefused(String topics) {
    var error =
        assertThrows(IllegalArgumentException.class, () -> new VerboseLog(topics, System.err));
    assertEquals(
        "webnn.verbose is '"
            + topics
            + "'; it can be none, all, or some of [dispatch, compile, exec] with commas between them",
        error.getMessage());
  }
}
