package dev.webnn4j.backend.java.kernel.vector;

import dev.webnn4j.op.Window2d;

/** Which taps of a window meet a pixel, and not the padding, along one axis. */
final class Windows {
  private Windows() {}

  /** The first tap of a window that meets a pixel. */
  static int firstInside(Window2d.Axis axis, int window) {
    long before = axis.begin() - (long) window * axis.stride();
    return (int) Math.max(0, Math.ceilDiv(before, (long) axis.dilation()));
  }

  /** The tap behind the last one that meets a pixel. */
  static int endInside(Window2d.Axis axis, int window) {
    long behind = axis.input() + axis.begin() - (long) window * axis.stride();
    return (int) Math.min(axis.window(), Math.ceilDiv(behind, (long) axis.dilation()));
  }
}
