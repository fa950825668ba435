package dev.webnn4j.op;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What fills the operand slots of one call, by slot. Immutable.
 *
 * @param <T> descriptors while a call is checked, values in a graph
 */
public final class Operands<T> {
  private final Map<OperandSlot, List<T>> bySlot;

  private Operands(Map<OperandSlot, List<T>> bySlot) {
    this.bySlot = bySlot;
  }

  public static <T> Operands<T> none() {
    return new Operands<>(Map.of());
  }

  public static <T> Operands<T> of(OperandSlot slot, T operand) {
    return Operands.<T>none().with(slot, operand);
  }

  public static <T> Operands<T> of(OperandSlot slot1, T operand1, OperandSlot slot2, T operand2) {
    return of(slot1, operand1).with(slot2, operand2);
  }

  public Operands<T> with(OperandSlot slot, T operand) {
    return with(slot, List.of(operand));
  }

  public Operands<T> with(OperandSlot slot, List<T> operands) {
    var changed = new LinkedHashMap<>(bySlot);
    changed.put(slot, List.copyOf(operands));
    return new Operands<>(changed);
  }

  public Operands<T> without(OperandSlot slot) {
    var changed = new LinkedHashMap<>(bySlot);
    changed.remove(slot);
    return new Operands<>(changed);
  }

  /** The operand of a slot that is filled. */
  public T get(OperandSlot slot) {
    return all(slot).getFirst();
  }

  /** The operand of an optional slot. */
  public Optional<T> find(OperandSlot slot) {
    return all(slot).stream().findFirst();
  }

  /** The operands of a variadic slot. */
  public List<T> all(OperandSlot slot) {
    return bySlot.getOrDefault(slot, List.of());
  }

  public boolean has(OperandSlot slot) {
    return bySlot.containsKey(slot);
  }

  /** The same operands with their slots in the order of the operator's declaration. */
  public Operands<T> inOrderOf(Operator operator) {
    var ordered = new LinkedHashMap<OperandSlot, List<T>>();
    for (OperandSlot slot : operator.operands()) {
      if (bySlot.containsKey(slot)) {
        ordered.put(slot, bySlot.get(slot));
      }
    }
    return new Operands<>(ordered);
  }

  /** Every operand, slot after slot. */
  public List<T> flat() {
    return bySlot.values().stream().flatMap(List::stream).toList();
  }

  public <R> Operands<R> map(Function<? super T, ? extends R> function) {
    var mapped = new LinkedHashMap<OperandSlot, List<R>>();
    bySlot.forEach(
        (slot, operands) -> {
          var list = new ArrayList<R>(operands.size());
          operands.forEach(operand -> list.add(function.apply(operand)));
          mapped.put(slot, List.copyOf(list));
        });
    return new Operands<>(mapped);
  }

  /** The filled slots, in the order they were filled. */
  public Iterable<OperandSlot> slots() {
    return bySlot.keySet();
  }

  @Override
  public String toString() {
    return bySlot.toString();
  }
}
