package dev.webnn4j.backend.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.webnn4j.backend.harness.Draw;
import dev.webnn4j.backend.harness.OperatorCase;
import dev.webnn4j.backend.harness.OperatorCases;
import dev.webnn4j.backend.harness.OperatorGraph;
import dev.webnn4j.backend.harness.Verdict;
import dev.webnn4j.backend.java.op.Decompositions;
import dev.webnn4j.backend.java.plan.Step;
import dev.webnn4j.graph.Graph;
import dev.webnn4j.graph.GraphVerifier;
import dev.webnn4j.graph.Node;
import dev.webnn4j.graph.Value;
import dev.webnn4j.op.Operator;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Random nodes that stand for others, alone in a graph. Most tiers have no kernel for them, and
 * those that have one refuse some: whatever such a node is planned as, the result is right.
 */
final class DecompositionsTest {
  private static final int CASES = 8 * Integer.getInteger("webnn.test.graphs", 5);

  private static final List<Engines> ENGINES = Engines.open();

  @AfterAll
  static void close() {
    ENGINES.forEach(Engines::close);
  }

  private static Stream<DynamicTest> forEachOperator(Consumer<Operator> test) {
    return Decompositions.operators().stream()
        .map(operator -> DynamicTest.dynamicTest(operator.name(), () -> test.accept(operator)));
  }

  private static List<OperatorCase> cases(Operator operator) {
    return LongStream.range(0, CASES)
        .mapToObj(seed -> OperatorCases.generators().get(operator).generate(new Draw(seed)))
        .toList();
  }

  @TestFactory
  Stream<DynamicTest> stagesMakeSoundGraphs() {
    return forEachOperator(operator -> cases(operator).forEach(DecompositionsTest::checkStages));
  }

  private static void checkStages(OperatorCase test) {
    Graph whole = OperatorGraph.of(test, Arena.ofAuto()).graph();
    Node node = test.node().withLabel("block");
    List<Node> stages = Decompositions.of(node).orElseThrow();
    GraphVerifier.verify(new Graph(whole.inputs(), whole.constants(), stages, whole.outputs()));
    assertEquals(node.results(), stages.getLast().results());
    Set<String> labels = new HashSet<>();
    for (Node stage : stages) {
      assertTrue(stage.label().startsWith("block:") && labels.add(stage.label()), stage.label());
      stage
          .attributes()
          .forEach(
              (attribute, _) ->
                  assertTrue(stage.operator().attributes().contains(attribute), stage::toString));
    }
  }

  @TestFactory
  Stream<DynamicTest> areRightHoweverTheyArePlanned() {
    return forEachOperator(DecompositionsTest::checkPlans);
  }

  private static void checkPlans(Operator operator) {
    int whole = 0;
    int apart = 0;
    for (OperatorCase test : cases(operator)) {
      OperatorGraph alone = OperatorGraph.of(test, Arena.ofAuto());
      Verdict verdict = Verdict.of(test);
      for (Engines engines : ENGINES) {
        check(engines, alone, verdict);
        List<Step> steps = engines.one().steps(alone.graph());
        whole += steps.size() == 1 ? 1 : 0;
        apart += steps.size() > 1 ? 1 : 0;
      }
    }
    System.out.println("plans of " + operator + ": " + whole + " whole, " + apart + " in stages");
    assertTrue(apart > 0, "some are planned as their stages");
    assertTrue(whole > 0 || ENGINES.size() < 3, "some are planned as a whole");
  }

  private static void check(Engines engines, OperatorGraph test, Verdict verdict) {
    Value result = test.graph().outputs().firstEntry().getValue();
    MemorySegment first = engines.one().run(test.graph(), test.inputs()).get(result);
    verdict.require(engines.one() + ", " + test.graph(), List.of(first));
    for (Engine other : engines.others()) {
      MemorySegment again = other.run(test.graph(), test.inputs()).get(result);
      assertEquals(-1, first.mismatch(again), () -> other + ", " + test.graph());
    }
  }
}
