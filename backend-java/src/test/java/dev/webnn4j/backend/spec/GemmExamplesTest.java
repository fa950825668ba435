package dev.webnn4j.backend.spec;

import static dev.webnn4j.backend.spec.Data.float16;
import static dev.webnn4j.backend.spec.Data.float32;

import dev.webnn4j.MLGemmOptions;
import dev.webnn4j.Shape;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Gemm on small integers, which no order of summation changes, by hand. */
final class GemmExamplesTest {
  private static final Data A = float32(Shape.of(2, 3), 1, 2, 3, 4, 5, 6);
  private static final Data B = float32(Shape.of(3, 2), 1, 2, 3, 4, 5, 6);
  private static final Data A_TRANSPOSED = float32(Shape.of(3, 2), 1, 4, 2, 5, 3, 6);
  private static final Data B_TRANSPOSED = float32(Shape.of(2, 3), 1, 3, 5, 2, 4, 6);

  private static Example gemm(Data a, Data b, Consumer<MLGemmOptions> options) {
    return Example.of(a, b).graph((builder, x) -> builder.gemm(x.getFirst(), x.getLast(), options));
  }

  private static Example withC(Data c, Consumer<MLGemmOptions> options) {
    return Example.of(A, B, c)
        .graph(
            (builder, x) ->
                builder.gemm(x.getFirst(), x.get(1), o -> options.accept(o.c(x.getLast()))));
  }

  private static Data result(double... elements) {
    return float32(Shape.of(2, 2), elements);
  }

  @Test
  void withoutOptions() {
    gemm(A, B, o -> {}).gives(result(22, 28, 49, 64));
  }

  @Test
  void eitherSideMayBeTransposed() {
    Data product = result(22, 28, 49, 64);
    gemm(A_TRANSPOSED, B, o -> o.aTranspose(true)).gives(product);
    gemm(A, B_TRANSPOSED, o -> o.bTranspose(true)).gives(product);
    gemm(A_TRANSPOSED, B_TRANSPOSED, o -> o.aTranspose(true).bTranspose(true)).gives(product);
  }

  @Test
  void cBroadcastsToTheResult() {
    withC(result(1, 2, 3, 4), o -> {}).gives(result(23, 30, 52, 68));
    withC(float32(1, 2), o -> {}).gives(result(23, 30, 50, 66));
    withC(float32(Shape.of(1, 2), 1, 2), o -> {}).gives(result(23, 30, 50, 66));
    withC(float32(Shape.of(2, 1), 1, 2), o -> {}).gives(result(23, 29, 51, 66));
    withC(float32(1), o -> {}).gives(result(23, 29, 50, 65));
    withC(float32(Shape.SCALAR, 1), o -> {}).gives(result(23, 29, 50, 65));
  }

  @Test
  void alphaScalesTheProductAndBetaC() {
    withC(float32(1, 2), o -> o.alpha(2).beta(3)).gives(result(47, 62, 101, 134));
    withC(float32(1, 2), o -> o.alpha(0).beta(-1)).gives(result(-1, -2, -1, -2));
    withC(float32(1, 2), o -> o.alpha(-1).beta(0)).gives(result(-22, -28, -49, -64));
  }

  @Test
  void betaWithoutCIsNothing() {
    gemm(A, B, o -> o.alpha(0.5).beta(100)).gives(result(11, 14, 24.5, 32));
  }

  @Test
  void oneByOne() {
    gemm(float32(Shape.of(1, 1), 3), float32(Shape.of(1, 1), -4), o -> {})
        .gives(float32(Shape.of(1, 1), -12));
  }

  @Test
  void infinityTimesZeroIsNaN() {
    gemm(
            float32(Shape.of(1, 2), Double.POSITIVE_INFINITY, 1),
            float32(Shape.of(2, 2), 0, 1, 1, 1),
            o -> {})
        .gives(float32(Shape.of(1, 2), Double.NaN, Double.POSITIVE_INFINITY));
  }

  /** Sums in float16 would stay at 2048, and overflow on the way. */
  @Test
  void float16IsRoundedOnce() {
    gemm(
            float16(Shape.of(2, 3), 2048, 1, 1, 65504, 65504, -65504),
            float16(Shape.of(3, 1), 1, 1, 1),
            o -> {})
        .gives(float16(Shape.of(2, 1), 2050, 65504));
  }

  @Test
  void float16TakesEveryOption() {
    Example.of(
            float16(Shape.of(3, 2), 1, 4, 2, 5, 3, 6),
            float16(Shape.of(2, 3), 1, 3, 5, 2, 4, 6),
            float16(Shape.of(2), 1, 2))
        .graph(
            (builder, x) ->
                builder.gemm(
                    x.getFirst(),
                    x.get(1),
                    o -> o.c(x.getLast()).alpha(2).beta(3).aTranspose(true).bTranspose(true)))
        .gives(float16(Shape.of(2, 2), 47, 62, 101, 134));
  }
}
