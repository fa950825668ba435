package dev.webnn4j.backend.java.kernel.vector;

import dev.webnn4j.backend.java.exec.Workers;
import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.Kernel;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.op.Conv2d;
import dev.webnn4j.op.Window2d;
import java.lang.foreign.MemorySegment;
import java.util.Optional;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/**
 * Convolution with one filter a channel: vectors of channels, one row of pixels at a time. Where
 * the window lies inside the image, four pixels share the filter's taps.
 */
final class DepthwiseKernel implements Kernel {
  private static final int TILE = 4;

  private final Conv2d.Geometry geometry;
  private final Window2d.Axis height;
  private final Window2d.Axis width;
  private final Epilogue epilogue;
  private final int residualIndex;
  private final int channels;
  private final long channelBytes;
  private final long paddedBytes;

  /** A row of biases, then a row of taps for each place of the window; rows of whole vectors. */
  private final MemorySegment taps;

  private final int firstInside;
  private final int pastInside;
  private final VectorMask<Float> lastVector;
  private final Workers.Task task = this::row;

  DepthwiseKernel(
      Conv2d.Geometry geometry,
      Epilogue epilogue,
      int residualIndex,
      MemorySegment filter,
      Optional<MemorySegment> bias,
      KernelContext context) {
    this.geometry = geometry;
    this.height = geometry.window().height();
    this.width = geometry.window().width();
    this.epilogue = epilogue;
    this.residualIndex = residualIndex;
    channels = geometry.inputChannels();
    channelBytes = 4L * channels;
    paddedBytes = (long) Math.ceilDiv(channels, Lanes.LENGTH) * Lanes.BYTES;
    taps = pack(filter, bias, context);
    int rest = channels % Lanes.LENGTH;
    lastVector = Lanes.first(rest == 0 ? Lanes.LENGTH : rest);
    firstInside = Math.min(Math.ceilDiv(width.begin(), width.stride()), width.output());
    long lastStart = width.input() - width.span() + width.begin();
    long past = lastStart < 0 ? 0 : Math.min(lastStart / width.stride() + 1, width.output());
    pastInside = (int) Math.max(past, firstInside);
  }

  private MemorySegment pack(
      MemorySegment filter, Optional<MemorySegment> bias, KernelContext context) {
    int count = geometry.window().taps();
    MemorySegment packed = context.allocate(paddedBytes * (count + 1));
    for (int channel = 0; channel < channels; channel++) {
      if (bias.isPresent()) {
        Lanes.put(packed.address() + 4L * channel, Lanes.get(bias.get().address() + 4L * channel));
      }
      for (int tap = 0; tap < count; tap++) {
        Lanes.put(
            packed.address() + (tap + 1) * paddedBytes + 4L * channel,
            Lanes.get(filter.address() + 4L * (channel * (long) count + tap)));
      }
    }
    return packed;
  }

  /** Filter and bias are packed. */
  @Override
  public boolean reads(int operand) {
    return operand == 0 || operand == residualIndex;
  }

  @Override
  public void run(Buffers buffers, Workers workers) {
    workers.run(geometry.batch() * height.output(), task, buffers);
  }

  private void row(Buffers buffers, int part, int worker) {
    int image = part / height.output();
    int y = part % height.output();
    int top = y * height.stride() - height.begin();
    int firstTap = Math.min(Math.ceilDiv(Math.max(-top, 0), height.dilation()), height.window());
    int pastTap =
        Math.clamp(
            Math.ceilDiv((long) height.input() - top, height.dilation()),
            firstTap,
            Math.max(height.window(), firstTap));
    long rowBytes = width.input() * channelBytes;
    long input = buffers.input(0).address() + ((long) image * height.input() + top) * rowBytes;
    long offset = (long) part * width.output() * channelBytes;
    long output = buffers.output().address() + offset;
    long residual = residualIndex < 0 ? 0 : buffers.input(residualIndex).address() + offset;
    int x = 0;
    while (x < width.output()) {
      boolean inside = x >= firstInside && x < pastInside;
      if (inside && pastInside - firstInside >= TILE) {
        // The last tile goes back a little rather than doing fewer pixels.
        int start = Math.min(x, pastInside - TILE);
        tile(input, start, firstTap, pastTap, output, residual);
        x = start + TILE;
      } else {
        pixel(input, x, firstTap, pastTap, output, residual);
        x++;
      }
    }
  }

  /** One pixel, whose window may reach over the image's borders. */
  private void pixel(long input, int x, int firstTap, int pastTap, long output, long residual) {
    int left = x * width.stride() - width.begin();
    long rowStep = width.input() * channelBytes * height.dilation();
    for (int c = 0; c < channels; c += Lanes.LENGTH) {
      VectorMask<Float> mask =
          c + Lanes.LENGTH <= channels ? Lanes.first(Lanes.LENGTH) : lastVector;
      FloatVector sum = Lanes.load(taps.address() + 4L * c);
      for (int ky = firstTap; ky < pastTap; ky++) {
        for (int kx = 0; kx < width.window(); kx++) {
          int column = left + kx * width.dilation();
          if (column >= 0 && column < width.input()) {
            long source = input + ky * rowStep + column * channelBytes + 4L * c;
            sum = Lanes.load(source, mask).fma(tap(ky, kx, c), sum);
          }
        }
      }
      long at = x * channelBytes + 4L * c;
      Lanes.store(epilogue.apply(sum, residual + at, mask), output + at, mask);
    }
  }

  private FloatVector tap(int ky, int kx, int channel) {
    int tap = ky * width.window() + kx;
    return Lanes.load(taps.address() + (tap + 1) * paddedBytes + 4L * channel);
  }

  /** Four neighbouring pixels whose windows lie inside the image sideways. */
  private void tile(long input, int x, int firstTap, int pastTap, long output, long residual) {
    long left = input + ((long) x * width.stride() - width.begin()) * channelBytes;
    long pixelStep = width.stride() * channelBytes;
    long tapStep = width.dilation() * channelBytes;
    long rowStep = width.input() * channelBytes * height.dilation();
    long at = x * channelBytes;
    int c = 0;
    for (; c <= channels - Lanes.LENGTH; c += Lanes.LENGTH) {
      long channel = 4L * c;
      FloatVector s0 = Lanes.load(taps.address() + channel);
      FloatVector s1 = s0;
      FloatVector s2 = s0;
      FloatVector s3 = s0;
      for (int ky = firstTap; ky < pastTap; ky++) {
        long tap = taps.address() + (ky * width.window() + 1) * paddedBytes + channel;
        long source = left + ky * rowStep + channel;
        for (int kx = 0; kx < width.window(); kx++) {
          FloatVector w = Lanes.load(tap);
          s0 = Lanes.load(source).fma(w, s0);
          s1 = Lanes.load(source + pixelStep).fma(w, s1);
          s2 = Lanes.load(source + 2 * pixelStep).fma(w, s2);
          s3 = Lanes.load(source + 3 * pixelStep).fma(w, s3);
          tap += paddedBytes;
          source += tapStep;
        }
      }
      long to = at + channel;
      Lanes.store(epilogue.apply(s0, residual + to), output + to);
      Lanes.store(epilogue.apply(s1, residual + to + channelBytes), output + to + channelBytes);
      Lanes.store(
          epilogue.apply(s2, residual + to + 2 * channelBytes), output + to + 2 * channelBytes);
      Lanes.store(
          epilogue.apply(s3, residual + to + 3 * channelBytes), output + to + 3 * channelBytes);
    }
    if (c < channels) {
      for (int pixel = 0; pixel < TILE; pixel++) {
        rest(left + pixel * pixelStep, x + pixel, c, firstTap, pastTap, output, residual);
      }
    }
  }

  /** The channels of a pixel that do not fill a vector. */
  private void rest(
      long left, int x, int c, int firstTap, int pastTap, long output, long residual) {
    long rowStep = width.input() * channelBytes * height.dilation();
    FloatVector sum = Lanes.load(taps.address() + 4L * c);
    for (int ky = firstTap; ky < pastTap; ky++) {
      for (int kx = 0; kx < width.window(); kx++) {
        long source = left + ky * rowStep + (long) kx * width.dilation() * channelBytes + 4L * c;
        sum = Lanes.load(source, lastVector).fma(tap(ky, kx, c), sum);
      }
    }
    long at = x * channelBytes + 4L * c;
    Lanes.store(epilogue.apply(sum, residual + at, lastVector), output + at, lastVector);
  }
}
