package dev.webnn4j.backend.java.kernel.vector;

import dev.webnn4j.backend.java.kernel.RowSearch;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * The greatest channels of a row. Two vectors of pixels go side by side, since each comparison
 * waits for the one before it.
 */
record ChannelSearch(int channels, long channelBytes) implements RowSearch {
  /**
   * Pixels are read in steps of so many; of a row's last ones no matter what is read or written.
   */
  static final int COLUMNS_AT_ONCE = 2 * Lanes.LENGTH;

  @Override
  public void greatest(long row, int count, long indices) {
    for (long at = 0; at < 4L * count; at += 2 * Lanes.BYTES) {
      long channel = row + at;
      FloatVector best0 = Lanes.load(channel);
      FloatVector best1 = Lanes.load(channel + Lanes.BYTES);
      IntVector index0 = IntVector.zero(Lanes.INTS);
      IntVector index1 = IntVector.zero(Lanes.INTS);
      for (int c = 1; c < channels; c++) {
        channel += channelBytes;
        FloatVector value0 = Lanes.load(channel);
        FloatVector value1 = Lanes.load(channel + Lanes.BYTES);
        VectorMask<Float> better0 = value0.compare(VectorOperators.GT, best0);
        VectorMask<Float> better1 = value1.compare(VectorOperators.GT, best1);
        best0 = best0.blend(value0, better0);
        best1 = best1.blend(value1, better1);
        index0 = index0.blend(c, better0.cast(Lanes.INTS));
        index1 = index1.blend(c, better1.cast(Lanes.INTS));
      }
      Lanes.storeInts(index0, indices + at);
      Lanes.storeInts(index1, indices + at + Lanes.BYTES);
    }
  }

  @Override
  public void greatest(long upper, long lower, float weight, int count, long indices) {
    FloatVector down = Lanes.broadcast(weight);
    FloatVector up = Lanes.broadcast(1 - weight);
    long below = lower - upper;
    for (long at = 0; at < 4L * count; at += 2 * Lanes.BYTES) {
      long channel = upper + at;
      FloatVector best0 = mix(channel, below, up, down);
      FloatVector best1 = mix(channel + Lanes.BYTES, below, up, down);
      IntVector index0 = IntVector.zero(Lanes.INTS);
      IntVector index1 = IntVector.zero(Lanes.INTS);
      for (int c = 1; c < channels; c++) {
        channel += channelBytes;
        FloatVector value0 = mix(channel, below, up, down);
        FloatVector value1 = mix(channel + Lanes.BYTES, below, up, down);
        VectorMask<Float> better0 = value0.compare(VectorOperators.GT, best0);
        VectorMask<Float> better1 = value1.compare(VectorOperators.GT, best1);
        best0 = best0.blend(value0, better0);
        best1 = best1.blend(value1, better1);
        index0 = index0.blend(c, better0.cast(Lanes.INTS));
        index1 = index1.blend(c, better1.cast(Lanes.INTS));
      }
      Lanes.storeInts(index0, indices + at);
      Lanes.storeInts(index1, indices + at + Lanes.BYTES);
    }
  }

  /** As resizing mixes, to the last bit. */
  private static FloatVector mix(long upper, long below, FloatVector up, FloatVector down) {
    return Lanes.load(upper + below).fma(down, Lanes.load(upper).mul(up));
  }
}
