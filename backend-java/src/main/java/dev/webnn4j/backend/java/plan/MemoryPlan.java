package dev.webnn4j.backend.java.plan;

import dev.webnn4j.graph.Value;
import dev.webnn4j.spi.TensorMemory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Where each intermediate value lies in the graph's one arena. Values that live at the same time do
 * not overlap, but for results that take an operand's place; others share memory.
 *
 * @param offsets bytes from the arena's start, multiples of 64
 * @param size the arena's bytes
 * @param unshared what the values would take without sharing, for reports
 */
public record MemoryPlan(Map<Value, Long> offsets, long size, long unshared) {
  /**
   * How long a value is needed.
   *
   * @param from the step that makes it
   * @param to the last step that reads it
   */
  public record Lifetime(Value value, int from, int to) {
    private long bytes() {
      return TensorMemory.aligned(value.type().byteLength());
    }

    private Lifetime until(int later) {
      return new Lifetime(value, from, later);
    }

    private boolean overlaps(Lifetime other) {
      return from <= other.to && other.from <= to;
    }
  }

  private record Placed(Lifetime lifetime, long offset) {
    long end() {
      return offset + lifetime.bytes();
    }
  }

  /** Places the largest values first, each in the lowest gap that is free all its life. */
  public static MemoryPlan of(List<Lifetime> lifetimes) {
    return of(lifetimes, Map.of());
  }

  /**
   * The same, with results that take the place of an operand.
   *
   * @param inPlace from each of them to the value that had the memory first
   */
  public static MemoryPlan of(List<Lifetime> lifetimes, Map<Value, Value> inPlace) {
    SequencedMap<Value, Lifetime> owners = new LinkedHashMap<>();
    for (Lifetime lifetime : lifetimes) {
      if (!inPlace.containsKey(lifetime.value())) {
        owners.put(lifetime.value(), lifetime);
      }
    }
    for (Lifetime lifetime : lifetimes) {
      owners.computeIfPresent(
          inPlace.getOrDefault(lifetime.value(), lifetime.value()),
          (_, own) -> own.until(Math.max(own.to(), lifetime.to())));
    }
    MemoryPlan ofOwners = place(List.copyOf(owners.values()));
    Map<Value, Long> offsets = new HashMap<>();
    long unshared = 0;
    for (Lifetime lifetime : lifetimes) {
      Value owner = inPlace.getOrDefault(lifetime.value(), lifetime.value());
      offsets.put(lifetime.value(), ofOwners.offsets().get(owner));
      unshared += lifetime.bytes();
    }
    return new MemoryPlan(Map.copyOf(offsets), ofOwners.size(), unshared);
  }

  private static MemoryPlan place(List<Lifetime> lifetimes) {
    List<Lifetime> bySize = new ArrayList<>(lifetimes);
    bySize.sort(Comparator.comparingLong(Lifetime::bytes).reversed());
    List<Placed> placed = new ArrayList<>();
    Map<Value, Long> offsets = new HashMap<>();
    long size = 0;
    long unshared = 0;
    for (Lifetime lifetime : bySize) {
      long offset = lowestGap(lifetime, placed);
      placed.add(new Placed(lifetime, offset));
      offsets.put(lifetime.value(), offset);
      size = Math.max(size, offset + lifetime.bytes());
      unshared += lifetime.bytes();
    }
    return new MemoryPlan(Map.copyOf(offsets), size, unshared);
  }

  private static long lowestGap(Lifetime lifetime, List<Placed> placed) {
    List<Placed> conflicts =
        placed.stream()
            .filter(other -> other.lifetime().overlaps(lifetime))
            .sorted(Comparator.comparingLong(Placed::offset))
            .toList();
    long offset = 0;
    for (Placed other : conflicts) {
      if (offset + lifetime.bytes() <= other.offset()) {
        break;
      }
      offset = Math.max(offset, other.end());
    }
    return offset;
  }
}
