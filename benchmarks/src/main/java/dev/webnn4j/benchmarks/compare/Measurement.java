package dev.webnn4j.benchmarks.compare;

import dev.webnn4j.benchmarks.child.Block;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;

/**
 * What was measured of one contender.
 *
 * @param version of the engine
 * @param blocks one a round
 * @param peakMemoryBytes of its process, where the platform tells
 */
public record Measurement(
    String contender,
    String version,
    List<Block> blocks,
    ColdStart coldStart,
    OptionalLong peakMemoryBytes) {
  public Measurement {
    blocks = List.copyOf(blocks);
  }

  /** The times of each round. */
  List<List<Long>> times() {
    return blocks.stream().map(Block::nanoseconds).toList();
  }

  /** Of all dispatches of all rounds. */
  public double medianNanoseconds() {
    return Statistics.median(Statistics.all(times()));
  }

  public double bestNanoseconds() {
    return Collections.min(Statistics.all(times()));
  }

  /** How much slower than the median the tenth dispatch of the process was. */
  public double tenthToMedian() {
    return coldStart.tenthDispatch() / medianNanoseconds();
  }

  /** Of the round's that allocated least: the others have compilers and the like in them. */
  public double heapBytesPerDispatch() {
    return blocks.stream().mapToDouble(Block::bytesPerRun).min().orElseThrow();
  }
}
