package dev.webnn4j.backend.java.kernel.x64.asm;

import java.util.ArrayList;
import java.util.List;

/** A place in the code that jumps go to; made by {@link Assembler#label}, bound once. */
public final class Label {
  static final int UNBOUND = -1;

  int position = UNBOUND;

  /** Where displacements of 32 bits wait for the position. */
  final List<Integer> uses = new ArrayList<>();

  Label() {}
}
