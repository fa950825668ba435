package dev.webnn4j.backend.java.kernel.vector;

import jdk.incubator.vector.IntVector;

/**
 * Makes rows of columns, of 32-bit words: square after square of as many vectors as one has words.
 */
final class Transposition {
  private static final long SQUARE_BYTES = Lanes.LENGTH * Lanes.BYTES;

  /** The scratch memory that one worker needs. */
  static final long SCRATCH_BYTES = 2 * SQUARE_BYTES;

  /** The words of two vectors in turn, of their lower and of their upper halves. */
  private static final IntVector LOW = turns(0);

  private static final IntVector HIGH = turns(Lanes.LENGTH / 2);

  private Transposition() {}

  private static IntVector turns(int first) {
    int[] words = new int[Lanes.LENGTH];
    for (int i = 0; i < words.length; i++) {
      words[i] = first + i / 2 + i % 2 * Lanes.LENGTH;
    }
    return IntVector.fromArray(Lanes.INTS, words, 0);
  }

  /**
   * Makes some rows of the result, at most as many as a vector has words.
   *
   * @param input the column that becomes the first row, its neighbours beside it
   * @param inputStep bytes from one word of a column to the next
   * @param result the first row
   * @param resultStep bytes from one row to the next
   * @param columns the words of a row
   * @param own scratch
   */
  static void rows(
      long input, long inputStep, long result, long resultStep, int rows, int columns, long own) {
    int at = 0;
    if (rows == Lanes.LENGTH) {
      for (; at <= columns - Lanes.LENGTH; at += Lanes.LENGTH) {
        square(input + at * inputStep, inputStep, result + 4L * at, resultStep, own);
      }
    }
    for (int y = 0; y < rows; y++) {
      long target = result + y * resultStep;
      for (int x = at; x < columns; x++) {
        Lanes.putInt(target + 4L * x, Lanes.getInt(input + 4L * y + x * inputStep));
      }
    }
  }

  /**
   * Takes the words of each vector and of the one half a square further in turn. That rotates the
   * bits of a word's place by one; as often as a vector can be halved, it swaps row and column.
   */
  private static void square(long input, long inputStep, long result, long resultStep, long own) {
    long from = input;
    long fromStep = inputStep;
    for (int left = Lanes.LENGTH / 2; left > 0; left /= 2) {
      boolean last = left == 1;
      long to = last ? result : from == own ? own + SQUARE_BYTES : own;
      long toStep = last ? resultStep : Lanes.BYTES;
      takeTurns(from, fromStep, to, toStep);
      from = to;
      fromStep = toStep;
    }
  }

  private static void takeTurns(long from, long fromStep, long to, long toStep) {
    long far = from + Lanes.LENGTH / 2 * fromStep;
    for (int i = 0; i < Lanes.LENGTH / 2; i++) {
      IntVector a = Lanes.loadInts(from + i * fromStep);
      IntVector b = Lanes.loadInts(far + i * fromStep);
      Lanes.storeInts(LOW.selectFrom(a, b), to + 2L * i * toStep);
      Lanes.storeInts(HIGH.selectFrom(a, b), to + (2L * i + 1) * toStep);
    }
  }
}
