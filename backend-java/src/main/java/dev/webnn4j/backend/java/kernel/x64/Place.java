package dev.webnn4j.backend.java.kernel.x64;

/**
 * An argument of a recorded call: so many bytes from where something of the run begins.
 *
 * @param base what that is
 */
record Place(Base base, long offset) {
  /** What a {@link CallList} is given when it runs. */
  enum Base {
    /** Nothing: what is an address or a number already. */
    NOTHING(0),
    INPUT(1),
    RESULT(2),
    RESIDUAL(3),
    /** What else there is: the worker's scratch, or a matrix that is computed. */
    OTHER(4);

    private final int number;

    Base(int number) {
      this.number = number;
    }

    int number() {
      return number;
    }
  }

  static final Place INPUT = new Place(Base.INPUT, 0);
  static final Place RESULT = new Place(Base.RESULT, 0);
  static final Place RESIDUAL = new Place(Base.RESIDUAL, 0);
  static final Place OTHER = new Place(Base.OTHER, 0);

  /** An address or a number. */
  static Place of(long value) {
    return new Place(Base.NOTHING, value);
  }

  Place plus(long bytes) {
    return new Place(base, offset + bytes);
  }
}
