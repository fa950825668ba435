package dev.webnn4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@code webnn bench} prints about a small model, and what it refuses. */
class BenchTest extends CliFixture {
  @BeforeEach
  void writeModel() throws IOException {
    write(
        "model.json",
        """
        {"format": "webnn4j-graph", "version": 1,
        "inputs": {"image": {"dataType": "float32", "shape": [2, 3]}, "index": {"dataType": "int4", "shape": [3]}},
        "constants": {"w": {"dataType": "float32", "shape": [3], "data": [1, 2, 3]}},
        "nodes": [
        {"op": "add", "operands": {"a": "image", "b": "w"}, "results": [{"name": "sum"}]},
        {"op": "dequantizeLinear", "operands": {"input": "index", "scale": "w", "zeroPoint": "index"},
         "results": [{"name": "zeros"}]}],
        "outputs": {"y": "sum", "z": "zeros"}}
        """);
  }

  private Ended bench(String... options) {
    List<String> line = new ArrayList<>(List.of("bench", path("model.json")));
    line.addAll(List.of(options));
    return webnn(line.toArray(String[]::new));
  }

  /** Does not wait until the times have settled. */
  private Ended quickBench(String... options) {
    List<String> line = new ArrayList<>(List.of("--warm-up", "0.1"));
    line.addAll(List.of(options));
    return bench(line.toArray(String[]::new));
  }

  private void refuses(String message, String... options) {
    Ended ended = bench(options);
    assertEquals(List.of("webnn: " + message), ended.err());
    assertEquals(List.of(), ended.out());
    assertEquals(2, ended.code());
  }

  @Test
  void printsWhatItMeasured() {
    Ended ended = quickBench("--niter", "7", "--threads", "1");
    assertEquals(0, ended.code(), ended.all());
    assertEquals(List.of(), ended.err());
    String number = "\\d+(\\.\\d+)?";
    List<String> expected =
        List.of(
            "model: \\Q" + path("model.json") + "\\E \\(2 operations, 0.000 MB of weights\\)",
            "input: image float32\\[2, 3]",
            "input: index int4\\[3]",
            "output: y float32\\[2, 3]",
            "output: z float32\\[3]",
            "engine: java, 1 thread",
            "compile: N ms, after N ms of reading files",
            "warm-up: \\d+ runs in N s.* \\(first N ms\\)",
            "measured: 7 runs in N s, N a second",
            "ms a run: median N, mean N, min N, p90 N, p95 N, p99 N, max N",
            "memory: \\d+ bytes of Java heap allocated a run(; the process had N MB at most)?");
    for (int i = 0; i < expected.size(); i++) {
      String line = ended.out().get(i);
      assertTrue(line.matches(expected.get(i).replace("N", number)), line);
    }
  }

  @Test
  void writesTheSameAsJson() throws IOException {
    Ended ended = quickBench("--time", "0.01", "--json", path("result.json"));
    assertEquals(0, ended.code(), ended.all());
    JsonNode json = new ObjectMapper().readTree(file("result.json").toFile());
    assertEquals(path("model.json"), json.path("model").asText());
    assertEquals("[2,3]", json.at("/inputs/image/shape").toString());
    assertEquals("int4", json.at("/inputs/index/dataType").asText());
    assertEquals("float32", json.at("/outputs/y/dataType").asText());
    assertEquals("java", json.path("engine").asText());
    assertEquals(Runtime.getRuntime().availableProcessors(), json.path("threads").asInt());
    assertTrue(json.at("/warmUp/runs").asInt() >= 1, json::toString);
    assertTrue(json.at("/warmUp/settled").isBoolean(), json::toString);
    assertTrue(json.path("seconds").asDouble() >= 0.01, json::toString);
    JsonNode latency = json.path("latencyMs");
    double before = 0;
    for (String name : List.of("min", "median", "p90", "p95", "p99", "max")) {
      assertTrue(latency.path(name).asDouble() >= before, json::toString);
      before = latency.path(name).asDouble();
    }
    assertTrue(latency.path("mean").asDouble() > 0, json::toString);
    assertTrue(json.path("heapBytesPerRun").isIntegralNumber(), json::toString);
  }

  @Test
  void takesOtherShapes() {
    Ended ended = quickBench("--niter", "1", "--shape", "image=5,3");
    assertEquals("input: image float32[5, 3]", ended.out().get(1), ended.all());
    assertEquals("output: y float32[5, 3]", ended.out().get(3));
  }

  @Test
  void aModelThatIsNotThereIsSaid() {
    Ended ended = webnn("bench", path("none.json"));
    assertEquals(List.of("webnn: there is no file " + path("none.json")), ended.err());
    assertEquals(1, ended.code());
  }

  @Test
  void aModelThatIsNoneIsSaid() throws IOException {
    write("model.json", "{\"nodes\": 1}");
    Ended ended = bench();
    assertEquals(List.of("webnn: " + path("model.json") + ":1: 'format' is missing"), ended.err());
    assertEquals(List.of(), ended.out());
    assertEquals(1, ended.code());
  }

  @Test
  void shapesThatTheModelCannotTakeAreSaid() {
    Ended ended = quickBench("--shape", "image=2,4");
    assertEquals(
        List.of(
            "webnn: "
                + path("model.json")
                + ":5: nodes[0]: add: the shapes [2, 4] of a and [3] of b cannot be broadcast to"
                + " each other"),
        ended.err());
    assertEquals(1, ended.code());
  }

  @Test
  void aModelMustBeNamed() {
    assertEquals(
        List.of("webnn: missing required parameter: 'MODEL' (see: webnn help bench)"),
        webnn("bench").err());
  }

  @Test
  void numbersOutOfRangeAreRefused() {
    refuses("--threads must be at least 1, not 0", "--threads", "0");
    refuses("--time must be more than 0 seconds, not NaN", "--time", "NaN");
    refuses("--niter must be at least 1, not 0", "--niter", "0");
    refuses("--warm-up must be at least 0 seconds, not -1.0", "--warm-up", "-1");
    refuses(
        "--time and --niter are two answers to how long to measure; give one of them",
        "--time",
        "1",
        "--niter",
        "1");
  }

  @Test
  void shapesThatAreNoneAreRefused() {
    String option = "invalid value for option '--shape' (NAME=1,2,3): ";
    refuses(
        option + "'1,3' has no name before an '='; write, say, --shape image=1,3,224,224",
        "--shape",
        "1,3");
    refuses(
        option + "'image=1x3' is no list of sizes; write, say, --shape image=1,3,224,224",
        "--shape",
        "image=1x3");
    refuses(
        option + "shape [1, 0]: dimension 1 must be within 1 to 2147483647",
        "--shape",
        "image=1,0");
    refuses(
        "--shape gives 'image' two shapes; give it one",
        "--shape",
        "image=1,3",
        "--shape",
        "image=2,3");
  }

  @Test
  void shapesOfInputsThatTheModelDoesNotHaveAreRefused() {
    refuses(
        path("model.json") + " has no input 'imag'; did you mean 'image'?", "--shape", "imag=1,3");
  }

  @Test
  void aTargetThatCannotBeWrittenIsSaidBeforeTheModelRuns() {
    refuses(
        "cannot write "
            + path("no/x.json")
            + ": there is no folder "
            + path("no")
            + "; make it first",
        "--json",
        path("no/x.json"));
  }
}
