package dev.webnn4j.backend.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.webnn4j.backend.harness.Draw;
import dev.webnn4j.backend.harness.OperatorCase;
import dev.webnn4j.backend.harness.Verdict;
import dev.webnn4j.backend.reference.ReferenceInterpreter;
import dev.webnn4j.backend.reference.Tensor;
import dev.webnn4j.graph.Graph;
import dev.webnn4j.graph.Node;
import dev.webnn4j.graph.Value;
import dev.webnn4j.op.Catalogue;
import dev.webnn4j.op.Operator;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * Random graphs of all operators, of some hundred nodes, in every tier. {@code
 * -Dwebnn.test.graphs=n} runs more of them, {@code -Dwebnn.test.seed=s} other ones.
 */
final class RandomGraphsTest {
  private static final int GRAPHS = Integer.getInteger("webnn.test.graphs", 5);
  private static final long SEED = Long.getLong("webnn.test.seed", 0);

  private static final int NODES = 300;
  private static final int OUTPUTS = 6;

  private static final List<Engines> ENGINES = Engines.open();

  @AfterAll
  static void close() {
    ENGINES.forEach(Engines::close);
  }

  @Test
  void everyNodeIsRightForItsOperandsAndFewOutputsAreAsAll() {
    Set<Operator> seen = new HashSet<>();
    int nodes = 0;
    for (long seed = SEED; seed < SEED + GRAPHS; seed++) {
      RandomGraph random = RandomGraphs.any(seed, NODES);
      random.graph().nodes().forEach(node -> seen.add(node.operator()));
      nodes += random.graph().nodes().size();
      checkAny(random, seed);
    }
    assertEquals(Set.copyOf(Catalogue.operators()), seen, "the operators of all graphs");
    System.out.printf(
        "random graphs: %d of %d nodes together, %d operators%n", GRAPHS, nodes, seen.size());
  }

  @Test
  void exactGraphsAreTheReferencesToTheBit() {
    Set<Operator> seen = new HashSet<>();
    int nodes = 0;
    for (long seed = SEED; seed < SEED + GRAPHS; seed++) {
      RandomGraph random = RandomGraphs.exact(seed, NODES);
      random.graph().nodes().forEach(node -> seen.add(node.operator()));
      nodes += random.graph().nodes().size();
      checkExact(random, seed);
    }
    System.out.printf(
        "exact random graphs: %d of %d nodes together, %d operators%n", GRAPHS, nodes, seen.size());
  }

  /** Other graphs every time. */
  @Test
  void otherGraphsEveryTime() {
    long seed = RandomGenerator.getDefault().nextInt(Integer.MAX_VALUE);
    checkAny(RandomGraphs.any(seed, NODES), seed);
    checkExact(RandomGraphs.exact(seed, NODES), seed);
  }

  private static void checkAny(RandomGraph random, long seed) {
    for (Engines engines : ENGINES) {
      Engine engine = engines.one();
      String what = "seed " + seed + ", " + engine;
      Map<Value, MemorySegment> all = engine.run(random.graph(), random.inputs());
      Map<Value, Tensor> tensors = everything(random, all);
      checkNodes(random, all, tensors, what);
      ConvolutionChain.of(random.graph())
          .forEach(chain -> chain.check(random.graph(), tensors, engine, what));
      Severed severed = Severed.of(random, tensors);
      checkFewOutputs(severed, random.ends(), engine, tensors, what, seed);
      checkFewOutputs(severed, someOf(random, seed), engine, tensors, what, seed);
      checkOtherCrews(random, engines, what);
    }
  }

  /** Each node on what the engine itself computed before it: so errors do not pile up. */
  private static void checkNodes(
      RandomGraph random, Map<Value, MemorySegment> all, Map<Value, Tensor> tensors, String what) {
    for (Node node : random.graph().nodes()) {
      OperatorCase test =
          OperatorCase.of(node, node.operands().map(tensors::get), random.allowance(node));
      Verdict.of(test).require(what + ", " + node, node.results().stream().map(all::get).toList());
    }
  }

  private static Map<Value, Tensor> everything(
      RandomGraph random, Map<Value, MemorySegment> results) {
    Map<Value, Tensor> tensors = tensors(results);
    int next = 0;
    for (Value input : random.graph().inputs().values()) {
      tensors.put(input, random.inputs().get(next++));
    }
    tensors.putAll(tensors(random.graph().constants()));
    return tensors;
  }

  private static Map<Value, Tensor> tensors(Map<Value, MemorySegment> memory) {
    Map<Value, Tensor> tensors = new HashMap<>();
    memory.forEach((value, data) -> tensors.put(value, Tensor.read(value.type(), data)));
    return tensors;
  }

  /**
   * With few outputs the passes, the names for other values' memory and the memory plan do all they
   * can.
   */
  private static void checkFewOutputs(
      Severed severed,
      List<Value> outputs,
      Engine engine,
      Map<Value, Tensor> all,
      String what,
      long seed) {
    RandomGraph random = severed.random();
    List<Node> cut = severed.some(new Draw(seed));
    List<Value> shown = new ArrayList<>(outputs);
    cut.forEach(node -> shown.add(node.result()));
    // Else what follows a convolution joins it, and all that follows is another graph.
    ConvolutionChain.of(random.showing(shown)).stream()
        .filter(ConvolutionChain::changesRoundings)
        .map(ConvolutionChain::convolved)
        .forEach(shown::add);
    Graph few = random.showing(shown);
    Map<Value, MemorySegment> results = engine.run(few, random.inputs());
    severed.check(cut, all, results, what + ", few outputs");
    severed.nodes().forEach(node -> results.remove(node.result()));
    Map<Value, String> differences = differences(all, tensors(results));
    if (!differences.isEmpty()) {
      throw new AssertionError(what + ", few outputs: " + differences + "\n" + few);
    }
  }

  /** The number of threads changes no bit. */
  private static void checkOtherCrews(RandomGraph random, Engines engines, String what) {
    Graph few = random.showing(random.ends());
    Map<Value, Tensor> expected = tensors(engines.one().run(few, random.inputs()));
    for (Engine other : engines.others()) {
      Map<Value, String> differences =
          differences(expected, tensors(other.run(few, random.inputs())));
      if (!differences.isEmpty()) {
        throw new AssertionError(what + ", but " + other + ": " + differences + "\n" + few);
      }
    }
  }

  private static List<Value> someOf(RandomGraph random, long seed) {
    Draw draw = new Draw(seed);
    return IntStream.range(0, OUTPUTS)
        .mapToObj(i -> draw.from(i == 0 ? random.graph().outputs().values() : random.ends()))
        .toList();
  }

  /** The first element of each result that is not as before. */
  private static Map<Value, String> differences(
      Map<Value, Tensor> before, Map<Value, Tensor> after) {
    Map<Value, String> differences = new HashMap<>();
    after.forEach(
        (value, actual) -> {
          Tensor expected = before.get(value);
          IntStream.range(0, expected.count())
              .filter(i -> !same(expected, actual, i))
              .limit(1)
              .mapToObj(i -> "[" + i + "] is " + show(actual, i) + ", not " + show(expected, i))
              .forEach(difference -> differences.put(value, difference));
        });
    return differences;
  }

  private static boolean same(Tensor a, Tensor b, int i) {
    // One NaN is as good as another; the two zeros differ.
    return a.isFloat() ? Double.compare(a.real(i), b.real(i)) == 0 : a.integer(i) == b.integer(i);
  }

  private static String show(Tensor tensor, int i) {
    return tensor.isFloat() ? Double.toString(tensor.real(i)) : Long.toString(tensor.integer(i));
  }

  private static void checkExact(RandomGraph random, long seed) {
    Graph few = random.showing(random.ends());
    Map<String, Tensor> expected = ReferenceInterpreter.run(few, random.inputs());
    Map<Value, Tensor> byValue = new HashMap<>();
    few.outputs().forEach((name, value) -> byValue.put(value, expected.get(name)));
    for (Engine engine : ENGINES.stream().flatMap(Engines::all).toList()) {
      Map<Value, String> differences =
          differences(byValue, tensors(engine.run(few, random.inputs())));
      if (!differences.isEmpty()) {
        throw new AssertionError("seed " + seed + ", " + engine + ": " + differences + "\n" + few);
      }
    }
  }
}
