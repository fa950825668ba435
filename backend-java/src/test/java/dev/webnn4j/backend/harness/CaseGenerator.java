package dev.webnn4j.backend.harness;

/** Makes the random cases of one operator: its test entry. */
@FunctionalInterface
public interface CaseGenerator {
  OperatorCase generate(Draw draw);
}
