package dev.webnn4j.js.idl;

import java.lang.ref.SoftReference;

/**
 * Keeps one array for the next transfer: a page that writes and reads tensors for every frame would
 * otherwise spend more time on clearing new arrays than on copying. JavaScript thread only.
 */
final class Scratch {
  /** A small transfer does not take an array that is more than so many times too large. */
  private static final long WASTE = 4;

  private static final int SMALL = 1 << 16;

  private SoftReference<byte[]> spare = new SoftReference<>(new byte[0]);

  /** An array of at least this length, with anything in it. */
  byte[] take(int length) {
    byte[] kept = spare.get();
    if (kept == null || kept.length < length || kept.length > WASTE * Math.max(length, SMALL)) {
      return new byte[length];
    }
    spare.clear();
    return kept;
  }

  /** Gives an array back that nobody uses any more. */
  void give(byte[] array) {
    spare = new SoftReference<>(array);
  }
}
