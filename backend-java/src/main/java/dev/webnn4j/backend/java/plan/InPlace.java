package dev.webnn4j.backend.java.plan;

import dev.webnn4j.graph.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Which results take the memory of an operand that nobody needs after the step. Kernels say of
 * which operands they can take it; whether the operand is free to be written over follows from the
 * plan.
 */
final class InPlace {
  private final Aliases aliases;
  private final Map<Value, MemoryPlan.Lifetime> lifetimes = new HashMap<>();

  /**
   * @param lifetimes of all values in the arena: not inputs, outputs or constants
   */
  InPlace(List<MemoryPlan.Lifetime> lifetimes, Aliases aliases) {
    this.aliases = aliases;
    lifetimes.forEach(lifetime -> this.lifetimes.put(lifetime.value(), lifetime));
  }

  /** From each such result to the value that had the memory first. */
  Map<Value, Value> find(List<Step> steps) {
    Map<Value, Value> places = new HashMap<>();
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      place(step, i)
          .ifPresent(
              operand -> places.put(step.node().result(), places.getOrDefault(operand, operand)));
    }
    return places;
  }

  private Optional<Value> place(Step step, int index) {
    List<Value> results = step.node().results();
    if (results.size() > 1 || !lifetimes.containsKey(results.getFirst())) {
      return Optional.empty();
    }
    List<Value> roots = step.node().operands().flat().stream().map(aliases::root).toList();
    return roots.stream()
        .filter(root -> lifetimes.containsKey(root) && lifetimes.get(root).to() == index)
        .filter(root -> isAsLarge(root, results.getFirst()))
        // The kernel may read the same memory as another operand, elsewhere than where it writes.
        .filter(
            root ->
                IntStream.range(0, roots.size())
                    .filter(operand -> roots.get(operand) == root)
                    .allMatch(step.choice().kernel()::worksInPlace))
        .findFirst();
  }

  /** Then each element of the one belongs to the element of the other that has its number. */
  private static boolean isAsLarge(Value operand, Value result) {
    return operand.type().dataType().bits() == result.type().dataType().bits()
        && operand.type().elementCount() == result.type().elementCount();
  }
}
