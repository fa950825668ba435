package dev.webnn4j.backend.spec;

import static dev.webnn4j.MLOperandDataType.INT32;
import static dev.webnn4j.MLOperandDataType.INT64;
import static dev.webnn4j.MLOperandDataType.INT8;
import static dev.webnn4j.MLOperandDataType.UINT64;
import static dev.webnn4j.backend.spec.Data.float32;
import static dev.webnn4j.backend.spec.UnaryExample.INFINITY;
import static dev.webnn4j.backend.spec.UnaryExample.NAN;
import static dev.webnn4j.backend.spec.UnaryExample.TINY16;
import static dev.webnn4j.backend.spec.UnaryExample.TINY32;
import static dev.webnn4j.backend.spec.UnaryExample.exact;
import static dev.webnn4j.backend.spec.UnaryExample.half;
import static dev.webnn4j.backend.spec.UnaryExample.reals;
import static dev.webnn4j.backend.spec.UnaryExample.single;
import static dev.webnn4j.backend.spec.UnaryExample.whole;
import static dev.webnn4j.backend.spec.UnaryExample.wholes;

import dev.webnn4j.Shape;
import dev.webnn4j.op.ElementwiseUnary;
import org.junit.jupiter.api.Test;

/** Functions that change the sign, round or copy, by hand. */
final class UnaryExamplesTest {
  @Test
  void absOfTheLeastIntegerWraps() {
    exact(ElementwiseUnary.ABS, reals(-1.5, -0.0, 2, -INFINITY, NAN), 1.5, 0, 2, INFINITY, NAN);
    whole(ElementwiseUnary.ABS, INT8, wholes(-128L, -127, 127), -128, 127, 127);
    whole(ElementwiseUnary.ABS, INT32, wholes(-2147483648L, -7), -2147483648L, 7);
    whole(
        ElementwiseUnary.ABS,
        INT64,
        wholes(Long.MIN_VALUE, -9007199254740993L),
        Long.MIN_VALUE,
        9007199254740993L);
  }

  @Test
  void negOfTheLeastIntegerWraps() {
    exact(ElementwiseUnary.NEG, reals(1, 0, -0.0, INFINITY, NAN), -1, -0.0, 0, -INFINITY, NAN);
    whole(ElementwiseUnary.NEG, INT8, wholes(-128L, 127), -128, -127);
    whole(ElementwiseUnary.NEG, INT32, wholes(-2147483648L, 7), -2147483648L, -7);
    whole(
        ElementwiseUnary.NEG,
        INT64,
        wholes(Long.MIN_VALUE, 9007199254740993L),
        Long.MIN_VALUE,
        -9007199254740993L);
  }

  /** NaN is neither above nor below zero, so the specification's decomposition gives 0. */
  @Test
  void signOfZerosAndNaNIsZero() {
    exact(ElementwiseUnary.SIGN, reals(-2, 0, 5, -INFINITY, INFINITY, NAN), -1, 0, 1, -1, 1, 0);
    single(ElementwiseUnary.SIGN, reals(TINY32, -TINY32), 1, -1);
    half(ElementwiseUnary.SIGN, reals(TINY16, -TINY16), 1, -1);
    whole(ElementwiseUnary.SIGN, INT8, wholes(-128L, 0, 127), -1, 0, 1);
    whole(ElementwiseUnary.SIGN, INT32, wholes(-2147483648L, 0, 2147483647), -1, 0, 1);
    whole(ElementwiseUnary.SIGN, INT64, wholes(Long.MIN_VALUE, 0, 1L << 40), -1, 0, 1);
  }

  @Test
  void roundingKeepsTheSignOfZero() {
    double[] x = {-0.5, 0.25, -1.75, 2, -0.0, INFINITY, -INFINITY, NAN};
    exact(ElementwiseUnary.CEIL, x, -0.0, 1, -1, 2, -0.0, INFINITY, -INFINITY, NAN);
    exact(ElementwiseUnary.FLOOR, x, -1, 0, -2, 2, -0.0, INFINITY, -INFINITY, NAN);
    exact(ElementwiseUnary.ROUND_EVEN, x, -0.0, 0, -2, 2, -0.0, INFINITY, -INFINITY, NAN);
  }

  @Test
  void roundEvenTakesTheEvenOneOfTwoNeighbours() {
    exact(
        ElementwiseUnary.ROUND_EVEN,
        reals(0.5, 1.5, 2.5, 3.5, -1.5, -2.5, 1022.5, 1023.5),
        0,
        2,
        2,
        4,
        -2,
        -2,
        1022,
        1024);
  }

  @Test
  void roundingLeavesLargeFloatsAlone() {
    for (ElementwiseUnary function :
        new ElementwiseUnary[] {
          ElementwiseUnary.CEIL, ElementwiseUnary.FLOOR, ElementwiseUnary.ROUND_EVEN
        }) {
      single(function, reals(8388609, -8388609, 1e10, 3e38), 8388609, -8388609, 1e10, 3e38);
    }
    // The number below a half, which becomes 1 if a half is added and the fraction cut.
    single(ElementwiseUnary.ROUND_EVEN, reals(Math.nextDown(0.5f), 4194304.5), 0, 4194304);
  }

  @Test
  void identityKeepsEveryBitOfIt() {
    exact(ElementwiseUnary.IDENTITY, reals(-0.0, TINY16, NAN, 65504), -0.0, TINY16, NAN, 65504);
    single(ElementwiseUnary.IDENTITY, reals(TINY32), TINY32);
    whole(ElementwiseUnary.IDENTITY, INT64, wholes(9007199254740993L), 9007199254740993L);
    whole(ElementwiseUnary.IDENTITY, UINT64, wholes(-1L), -1L);
  }

  @Test
  void shapesOfEveryRankStay() {
    Example.of(float32(Shape.SCALAR, -3))
        .graph((builder, x) -> builder.abs(x.getFirst()))
        .gives(float32(Shape.SCALAR, 3));
    Shape rank8 = Shape.of(1, 2, 1, 1, 2, 1, 1, 2);
    Example.of(float32(rank8, 1, 2, 3, 4, 5, 6, 7, 8))
        .graph((builder, x) -> builder.neg(x.getFirst()))
        .gives(float32(rank8, -1, -2, -3, -4, -5, -6, -7, -8));
  }
}
