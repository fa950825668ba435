package dev.webnn4j;

import dev.webnn4j.op.Clamp;

/** Options of clamp; see {@link Clamp}. */
public final class MLClampOptions extends MLOptions<MLClampOptions> {
  MLClampOptions() {}

  public MLClampOptions minValue(double value) {
    return minValue(MLNumber.of(value));
  }

  public MLClampOptions minValue(MLNumber value) {
    return set(Clamp.MIN_VALUE, value);
  }

  public MLClampOptions maxValue(double value) {
    return maxValue(MLNumber.of(value));
  }

  public MLClampOptions maxValue(MLNumber value) {
    return set(Clamp.MAX_VALUE, value);
  }
}
