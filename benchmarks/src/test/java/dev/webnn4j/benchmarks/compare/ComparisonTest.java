package dev.webnn4j.benchmarks.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.benchmarks.child.Contender;
import dev.webnn4j.benchmarks.child.EngineException;
import dev.webnn4j.benchmarks.engine.Engine;
import dev.webnn4j.benchmarks.network.Network;
import dev.webnn4j.benchmarks.network.Workspace;
import dev.webnn4j.benchmarks.onnx.OnnxAttribute.Ints;
import dev.webnn4j.benchmarks.onnx.OnnxConstant;
import dev.webnn4j.benchmarks.onnx.OnnxModel;
import dev.webnn4j.benchmarks.onnx.OnnxNode;
import dev.webnn4j.benchmarks.onnx.OnnxValue;
import dev.webnn4j.benchmarks.onnx.OnnxWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole comparison, processes and all, on a network of one convolution; it times nothing. */
class ComparisonTest {
  private static final Effort LITTLE = new Effort(2, 2, 0.001, 0.001);

  @TempDir Path folder;
  private final List<String> progress = new ArrayList<>();
  private Comparison comparison;

  @BeforeEach
  void prepare() {
    comparison = new Comparison(new Workspace(folder, folder, 1), LITTLE, progress::add);
  }

  private static void requireOnnxRuntime() {
    try {
      Engine.ONNX_RUNTIME.version();
    } catch (LinkageError absent) {
      Assumptions.abort("ONNX Runtime does not load here: " + absent.getMessage());
    }
  }

  private static OnnxValue value(String name, int... shape) {
    return new OnnxValue(name, MLOperandDescriptor.of(MLOperandDataType.FLOAT32, shape));
  }

  /** A convolution that doubles, as a file, and what the comparison must know of it. */
  private Network network(String name, float factor) throws IOException {
    SequencedMap<String, OnnxConstant> constants = new LinkedHashMap<>();
    constants.put("w", OnnxConstant.of("w", new float[] {factor}, 1, 1, 1, 1));
    OnnxModel model =
        new OnnxModel(
            8,
            14,
            name,
            List.of(
                new OnnxNode(
                    "Conv", List.of("x", "w"), List.of("y"), Map.of("strides", Ints.of(2, 2)))),
            constants,
            List.of(value("x", 1, 1, 8, 10)),
            List.of(value("y", 1, 1, 4, 5)));
    Path file = folder.resolve(name + ".onnx");
    OnnxWriter.write(model, file);
    return new Network(name, file, model.inputs(), model.outputs(), 1, List.of());
  }

  private static Contender ours(Path file) {
    return new Contender("webnn4j", Engine.WEBNN4J, file, List.of("-Dwebnn.tier=scalar"));
  }

  private static Contender peer(Path file) {
    return new Contender("onnxruntime", Engine.ONNX_RUNTIME, file, List.of());
  }

  @Test
  void bothEnginesAreMeasuredInTurn() throws IOException {
    requireOnnxRuntime();
    Network network = network("tiny", 2);
    Contest contest =
        new Contest(
            network, ours(network.file()), List.of(peer(network.file())), Tolerance.FLOAT32);
    Outcome outcome = comparison.run(contest, 2);
    assertEquals(
        List.of("'y' differs from onnxruntime by at most 0.0"),
        progress.stream().map(line -> line.replaceAll(" of .*", "")).toList());
    assertEquals(20, outcome.multiplyAdds());
    assertEquals(List.of(), outcome.refusals());
    assertEquals(1, outcome.peers().size());
    for (Measurement one : List.of(outcome.ours(), outcome.peers().getFirst())) {
      assertEquals(2, one.blocks().size(), one.contender());
      assertTrue(one.blocks().getFirst().nanoseconds().size() >= Effort.LEAST_RUNS);
      assertTrue(one.bestNanoseconds() > 0, one.contender());
      assertTrue(one.coldStart().build() > 0, one.contender());
      assertEquals(2, one.coldStart().starts(), one.contender());
      assertTrue(one.tenthToMedian() > 0, one.contender());
    }
    assertTrue(outcome.ratio(outcome.peers().getFirst()).ofMedians() > 0);
  }

  @Test
  void heapBytesEarlyInTheProcessAreCountedIfTheWarmUpHasTime() throws IOException {
    Network network = network("early", 2);
    Contest contest = new Contest(network, ours(network.file()), List.of(), Tolerance.FLOAT32);
    // It ends when it has done as many dispatches as fit in one answer.
    Comparison patient =
        new Comparison(
            new Workspace(folder, folder, 1), new Effort(1, 1, 0.001, 1e9), progress::add);
    assertTrue(patient.run(contest, 1).ours().coldStart().earlyHeapBytes().isPresent());
  }

  /** We double, the other one triples. */
  private Contest unequal(Tolerance tolerance) throws IOException {
    Network network = network("double", 2);
    Path triple = network("triple", 3).file();
    return new Contest(
        network,
        ours(network.file()),
        List.of(new Contender("webnn4j-triple", Engine.WEBNN4J, triple, List.of())),
        tolerance);
  }

  @Test
  void enginesThatDisagreeAreNotMeasured() throws IOException {
    Contest contest = unequal(Tolerance.FLOAT32);
    String message =
        assertThrows(DisagreementException.class, () -> comparison.run(contest, 1)).getMessage();
    assertTrue(message.startsWith("'y' differs from webnn4j-triple by at most "), message);
  }

  @Test
  void howMuchTheyMayDifferIsTheContests() throws IOException {
    assertEquals(1, comparison.run(unequal(new Tolerance(0.5, 1)), 1).peers().size());
  }

  @Test
  void examplesAreHeldAgainstEachEngine() throws IOException {
    Network plain = network("exemplary", 2);
    Path inputs = Files.createDirectories(folder.resolve("example/in"));
    Path outputs = Files.createDirectories(folder.resolve("example/out"));
    Files.write(inputs.resolve("x.bin"), new byte[8 * 10 * 4]);
    byte[] expected = new byte[4 * 5 * 4];
    expected[3] = 0x40; // 2 instead of 0
    Files.write(outputs.resolve("y.bin"), expected);
    Network network =
        new Network(
            plain.name(),
            plain.file(),
            plain.inputs(),
            plain.outputs(),
            1,
            List.of(new Network.Example(inputs, outputs)));
    Contest contest = new Contest(network, ours(plain.file()), List.of(), Tolerance.FLOAT32);
    assertEquals(
        "'y' differs from the test data by at most 2.0 of 2.00; allowed is a part of 0.001",
        assertThrows(DisagreementException.class, () -> comparison.run(contest, 1)).getMessage());
  }

  @Test
  void aPeerThatRefusesIsNamedAndLeftOut() throws IOException {
    Network network = network("lonely", 2);
    Path damaged = Files.writeString(folder.resolve("damaged.onnx"), "?");
    Contest contest =
        new Contest(
            network,
            ours(network.file()),
            List.of(new Contender("other", Engine.WEBNN4J, damaged, List.of())),
            Tolerance.FLOAT32);
    Outcome outcome = comparison.run(contest, 1);
    assertEquals(List.of(), outcome.peers());
    assertEquals(1, outcome.refusals().size());
    assertTrue(
        outcome.refusals().getFirst().startsWith("other: " + damaged + " is no ONNX file"),
        outcome.refusals().toString());
    assertTrue(progress.getFirst().endsWith("; only ours is measured"), progress.toString());
  }

  @Test
  void whatWeRefuseIsAnError() throws IOException {
    Network network = network("wrong tier", 2);
    Contest contest =
        new Contest(
            network,
            new Contender(
                "webnn4j", Engine.WEBNN4J, network.file(), List.of("-Dwebnn.tier=quantum")),
            List.of(),
            Tolerance.FLOAT32);
    String message =
        assertThrows(EngineException.class, () -> comparison.run(contest, 1)).getMessage();
    assertTrue(message.startsWith("webnn4j: webnn.tier is 'quantum'"), message);
  }
}
