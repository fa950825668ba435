package dev.webnn4j.backend.java.kernel.x64;

import dev.webnn4j.backend.java.kernel.x64.asm.Assembler;
import dev.webnn4j.backend.java.kernel.x64.asm.Gp;
import dev.webnn4j.backend.java.kernel.x64.asm.Mem;
import dev.webnn4j.backend.java.kernel.x64.asm.Opmask;
import dev.webnn4j.backend.java.kernel.x64.asm.Vec;
import java.util.function.IntFunction;

/**
 * A tile of a matrix product whose sums stay in registers: what the routines that differ in where
 * their rows come from have in common.
 *
 * @param rows of the result
 * @param vectors of columns
 * @param masked whether the last vector is stored in part
 * @param residual whether another tensor is added
 * @param clamped whether results are limited
 */
record TileForm(Isa isa, int rows, int vectors, boolean masked, boolean residual, boolean clamped) {
  /** How wide a tile may be. */
  static int maxVectors(Isa isa) {
    return isa == Isa.AVX512 ? 4 : 3;
  }

  /**
   * How many rows fill the registers: enough sums to hide the latency of multiply-adds, with the
   * right-hand vectors and a few broadcast elements beside them.
   */
  static int maxRows(Isa isa, int vectors) {
    return switch (isa) {
      case AVX512 ->
          switch (vectors) {
            case 1 -> 14;
            case 2 -> 12;
            case 3 -> 8;
            default -> 6;
          };
      case AVX2 ->
          switch (vectors) {
            case 1 -> 12;
            case 2 -> 6;
            default -> 4;
          };
    };
  }

  private int sums() {
    return rows * vectors;
  }

  private Vec sum(int row, int vector) {
    return isa.register(row * vectors + vector);
  }

  private Vec right(int vector) {
    return isa.register(sums() + vector);
  }

  /** Registers beyond the sums, once these are complete; there are at least four. */
  private Vec free(int number) {
    return isa.register(sums() + number);
  }

  /** Every sum begins with the bias. */
  void start(Assembler a, Mem bias) {
    for (int vector = 0; vector < vectors; vector++) {
      a.vmovups(sum(0, vector), bias.offset((long) vector * isa.bytes()));
      for (int row = 1; row < rows; row++) {
        a.vmovaps(sum(row, vector), sum(0, vector));
      }
    }
  }

  /**
   * Adds {@code left[row] * right} to every sum.
   *
   * @param left where each row's element is
   * @param right where the row of the right-hand matrix begins
   */
  void multiplyAdd(Assembler a, IntFunction<Mem> left, Mem right) {
    for (int vector = 0; vector < vectors; vector++) {
      a.vmovups(right(vector), right.offset((long) vector * isa.bytes()));
    }
    int elements = isa.registers() - sums() - vectors;
    for (int row = 0; row < rows; row++) {
      if (vectors == 1 && isa == Isa.AVX512) {
        a.vfmadd231ps(sum(row, 0), right(0), left.apply(row).broadcasted());
        continue;
      }
      Vec element = isa.register(sums() + vectors + row % elements);
      a.vbroadcastss(element, left.apply(row));
      for (int vector = 0; vector < vectors; vector++) {
        a.vfmadd231ps(sum(row, vector), element, right(vector));
      }
    }
  }

  /**
   * Adds the residual, clamps and stores.
   *
   * @param result points to the tile; behind its last row afterwards
   * @param residualRows points to the residual, likewise
   * @param step bytes from a row to the next, in both
   */
  void finish(Assembler a, Gp panel, Gp result, Gp residualRows, Gp step) {
    Vec min = free(0);
    Vec max = free(1);
    if (clamped) {
      a.vbroadcastss(min, Panel.min(panel));
      a.vbroadcastss(max, Panel.max(panel));
    }
    if (masked) {
      loadMask(a, panel);
    }
    for (int row = 0; row < rows; row++) {
      for (int vector = 0; vector < vectors; vector++) {
        long at = (long) vector * isa.bytes();
        boolean partial = masked && vector == vectors - 1;
        Vec sum = sum(row, vector);
        if (residual) {
          add(a, sum, residualRows.at(at), partial);
        }
        if (clamped) {
          // NaN stays NaN: these give the second where one is.
          a.vmaxps(sum, min, sum);
          a.vminps(sum, max, sum);
        }
        store(a, result.at(at), sum, partial);
      }
      a.add(result, step);
      if (residual) {
        a.add(residualRows, step);
      }
    }
  }

  private void loadMask(Assembler a, Gp panel) {
    switch (isa) {
      case AVX512 -> a.kmovw(Opmask.K1, Panel.maskBits(panel));
      case AVX2 -> a.vmovups(laneMask(), Panel.maskLanes(panel));
    }
  }

  private Vec laneMask() {
    return free(2);
  }

  private void add(Assembler a, Vec sum, Mem addend, boolean partial) {
    if (!partial) {
      a.vaddps(sum, sum, addend);
      return;
    }
    Vec loaded = free(3);
    switch (isa) {
      case AVX512 -> a.vmovups(loaded, Opmask.K1, addend);
      case AVX2 -> a.vmaskmovps(loaded, laneMask(), addend);
    }
    a.vaddps(sum, sum, loaded);
  }

  private void store(Assembler a, Mem target, Vec sum, boolean partial) {
    if (!partial) {
      a.vmovups(target, sum);
      return;
    }
    switch (isa) {
      case AVX512 -> a.vmovups(target, Opmask.K1, sum);
      case AVX2 -> a.vmaskmovps(target, laneMask(), sum);
    }
  }
}
