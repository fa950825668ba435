package dev.webnn4j;

import dev.webnn4j.op.ArgMinMax;

/** Options of argMin and argMax; see {@link ArgMinMax}. */
public final class MLArgMinMaxOptions extends MLOptions<MLArgMinMaxOptions> {
  MLArgMinMaxOptions() {}

  public MLArgMinMaxOptions keepDimensions(boolean value) {
    return set(ArgMinMax.KEEP_DIMENSIONS, value);
  }

  /** Int32 or int64. */
  public MLArgMinMaxOptions outputDataType(MLOperandDataType value) {
    return set(ArgMinMax.OUTPUT_DATA_TYPE, value);
  }
}
