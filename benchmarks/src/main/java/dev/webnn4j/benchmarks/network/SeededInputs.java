package dev.webnn4j.benchmarks.network;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.benchmarks.child.TensorFiles;
import dev.webnn4j.benchmarks.onnx.OnnxValue;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Inputs that depend on a seed alone and look like photos: a few soft patches of light, and a
 * little noise. On noise alone a network's labels are a matter of the last bit.
 */
public final class SeededInputs {
  private static final int PATCHES = 6;
  private static final double NOISE = 0.05;

  private SeededInputs() {}

  /** Writes a file for each input of a network. */
  public static void write(Network network, long seed, Path folder) throws IOException {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    Map<String, MemorySegment> tensors = new LinkedHashMap<>();
    for (OnnxValue input : network.inputs()) {
      int[] shape = input.type().shape().dims();
      if (input.type().dataType() != MLOperandDataType.FLOAT32 || shape.length != 4) {
        throw new IllegalArgumentException(
            "the input '" + input.name() + "' is no image of float32 but " + input.type());
      }
      float[] pixels = new float[Math.toIntExact(input.type().elementCount())];
      int plane = shape[2] * shape[3];
      for (int at = 0; at < pixels.length; at += plane) {
        paint(pixels, at, shape[2], shape[3], network.inputRange(), random);
      }
      tensors.put(input.name(), MemorySegment.ofArray(pixels));
    }
    TensorFiles.store(tensors, folder);
  }

  private static void paint(
      float[] pixels, int at, int height, int width, float range, RandomGenerator random) {
    double[][] patches = new double[PATCHES][];
    for (int i = 0; i < PATCHES; i++) {
      double size = random.nextDouble(0.05, 0.4);
      patches[i] = new double[] {random.nextDouble(), random.nextDouble(), size};
    }
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double light = NOISE * random.nextDouble();
        for (double[] patch : patches) {
          double down = ((double) y / height - patch[0]) / patch[2];
          double across = ((double) x / width - patch[1]) / patch[2];
          light += Math.exp(-down * down - across * across) / 2;
        }
        pixels[at + y * width + x] = (float) (range * Math.min(1, light));
      }
    }
  }
}
