package dev.webnn4j.op;

import java.util.List;

/** What an attribute holds that is either one integer or a list of them. */
public sealed interface LongOrList {
  /** One integer. */
  record One(long value) implements LongOrList {
    @Override
    public String toString() {
      return Long.toString(value);
    }
  }

  /** A list, even of one. */
  record Many(List<Long> values) implements LongOrList {
    public Many {
      values = List.copyOf(values);
    }

    @Override
    public String toString() {
      return values.toString();
    }
  }
}
