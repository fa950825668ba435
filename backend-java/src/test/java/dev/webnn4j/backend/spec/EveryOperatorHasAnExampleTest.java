package dev.webnn4j.backend.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.webnn4j.op.Catalogue;
import dev.webnn4j.op.Operator;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Runs last, and asks whether the examples that ran before leave out an operator of the catalogue.
 * A run of only some tests cannot tell.
 */
@Order(Integer.MAX_VALUE)
final class EveryOperatorHasAnExampleTest {
  /** The property by which Maven's users, and Maven, say which tests are to run. */
  private static final String SELECTION = "test";

  @Test
  void noOperatorIsLeftOut() {
    assumeTrue(System.getProperty(SELECTION, "").isEmpty(), "only some tests were asked for");
    Set<String> shown = Example.shown();
    assumeFalse(shown.isEmpty(), "no example ran");
    Set<String> missing =
        Catalogue.operators().stream().map(Operator::name).collect(Collectors.toSet());
    missing.removeAll(shown);
    assertEquals(Set.of(), missing, "operators without an example");
  }
}
