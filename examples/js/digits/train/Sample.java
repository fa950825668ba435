package train;

/** One cell of 28 x 28 pixels and the digit that it shows. */
record Sample(float[] pixels, int digit) {}
