package dev.webnn4j;

import dev.webnn4j.op.Pad;

/** Options of pad; see {@link Pad}. */
public final class MLPadOptions extends MLOptions<MLPadOptions> {
  MLPadOptions() {}

  /** What the padding is filled with; a constant unless set. */
  public MLPadOptions mode(MLPaddingMode value) {
    return set(Pad.MODE, value);
  }

  /** The constant, cast to the data type of the input; 0 unless set. */
  public MLPadOptions value(MLNumber value) {
    return set(Pad.VALUE, value);
  }

  /** The constant, cast to the data type of the input; 0 unless set. */
  public MLPadOptions value(double value) {
    return value(MLNumber.of(value));
  }
}
