package dev.webnn4j;

import dev.webnn4j.op.Triangular;

/** Options of triangular; see {@link Triangular}. */
public final class MLTriangularOptions extends MLOptions<MLTriangularOptions> {
  MLTriangularOptions() {}

  /** Whether the upper triangle stays, or else the lower one; the upper unless set. */
  public MLTriangularOptions upper(boolean value) {
    return set(Triangular.UPPER, value);
  }

  /** How far the diagonal is moved, up if positive; 0 unless set. */
  public MLTriangularOptions diagonal(int value) {
    return set(Triangular.DIAGONAL, value);
  }
}
