package train;

import java.util.random.RandomGenerator;

/**
 * How one rendered digit differs from its model. Lengths are pixels of the 28 x 28 cell, angles are
 * radians.
 *
 * @param box the longer side of the digit
 * @param stretch the factor from its natural width to the drawn one
 * @param weight ink added round the outline, or taken from it if negative
 * @param wobble the amplitude of the slow wave that bends the outline
 * @param phase where that wave begins
 * @param blur the share of each pixel that its neighbours receive
 * @param noise the standard deviation of the noise added to each pixel
 */
record Distortion(
    double box,
    double stretch,
    double rotation,
    double shear,
    double shiftX,
    double shiftY,
    double weight,
    double wobble,
    double phase,
    double blur,
    double noise) {

  /** What the network learns from: wide enough to reach digits drawn by hand. */
  static Distortion strong(RandomGenerator random) {
    boolean noisy = random.nextInt(4) == 0;
    return new Distortion(
        uniform(random, 15, 23),
        uniform(random, 0.75, 1.3),
        Math.toRadians(uniform(random, -16, 16)),
        uniform(random, -0.25, 0.25),
        uniform(random, -2.5, 2.5),
        uniform(random, -2.5, 2.5),
        uniform(random, -0.5, 1.6),
        uniform(random, 0, 1.2),
        uniform(random, 0, 2 * Math.PI),
        random.nextInt(2) == 0 ? 0 : uniform(random, 0, 0.5),
        noisy ? uniform(random, 0, 0.1) : 0);
  }

  /** What the held-out sheet shows: digits as someone could have set or drawn them. */
  static Distortion mild(RandomGenerator random) {
    return new Distortion(
        uniform(random, 17, 22),
        uniform(random, 0.85, 1.2),
        Math.toRadians(uniform(random, -12, 12)),
        uniform(random, -0.15, 0.15),
        uniform(random, -2, 2),
        uniform(random, -2, 2),
        uniform(random, -0.2, 1.0),
        uniform(random, 0, 0.7),
        uniform(random, 0, 2 * Math.PI),
        uniform(random, 0, 0.25),
        0);
  }

  Distortion withWeight(double newWeight) {
    return new Distortion(
        box, stretch, rotation, shear, shiftX, shiftY, newWeight, wobble, phase, blur, noise);
  }

  private static double uniform(RandomGenerator random, double low, double high) {
    return low + random.nextDouble() * (high - low);
  }
}
