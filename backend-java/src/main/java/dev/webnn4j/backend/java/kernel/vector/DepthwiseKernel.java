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
 * Convolution with one filter a channel, on vectors of channels. Where windows lie inside the image
 * sideways, tiles of four pixels share the filter's taps. Windows that move by one pixel and are
 * three taps wide share the input too: a tile's pixels then are as far apart as taps are, so that a
 * dilated convolution is a dense one of every second pixel, or every third.
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

  /** Bytes of the channels that fill vectors. */
  private final long wholeBytes;

  private final long paddedBytes;
  private final long inputRowBytes;

  /** Bytes of the input from one row of a window to the next. */
  private final long tapRowBytes;

  /** A row of biases, then a row of taps for each place of the window; rows of whole vectors. */
  private final long biases;

  private final int firstInside;
  private final int pastInside;

  /** Whether the windows of a tile share pixels; else the pixels of a tile are neighbours. */
  private final boolean shared;

  /** How far the pixels of a tile are apart. */
  private final int across;

  private final VectorMask<Float> wholeVector = Lanes.first(Lanes.LENGTH);
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
    wholeBytes = channelBytes - channelBytes % Lanes.BYTES;
    paddedBytes = (long) Math.ceilDiv(channels, Lanes.LENGTH) * Lanes.BYTES;
    biases = pack(filter, bias, context);
    inputRowBytes = width.input() * channelBytes;
    tapRowBytes = height.dilation() * inputRowBytes;
    int rest = channels % Lanes.LENGTH;
    lastVector = Lanes.first(rest == 0 ? Lanes.LENGTH : rest);
    firstInside = Math.min(Math.ceilDiv(width.begin(), width.stride()), width.output());
    long lastStart = width.input() - width.span() + width.begin();
    long past = lastStart < 0 ? 0 : Math.min(lastStart / width.stride() + 1, width.output());
    pastInside = (int) Math.max(past, firstInside);
    shared = width.window() == 3 && width.stride() == 1;
    across = shared ? Math.min(width.dilation(), Math.max(1, pastInside - firstInside)) : 1;
  }

  private long pack(MemorySegment filter, Optional<MemorySegment> bias, KernelContext context) {
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
    return packed.address();
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
    int firstTap = height.firstTap(y);
    int taps = height.endTap(y) - firstTap;
    long top = (long) y * height.stride() - height.begin() + (long) firstTap * height.dilation();
    long input = buffers.input(0).address() + (image * (long) height.input() + top) * inputRowBytes;
    long offset = (long) part * width.output() * channelBytes;
    long output = buffers.output().address() + offset;
    long residual = residualIndex < 0 ? 0 : buffers.input(residualIndex).address() + offset;
    long tap = biases + (1 + (long) firstTap * width.window()) * paddedBytes;
    for (int x = 0; x < firstInside; x++) {
      pixel(x, 0, input, tap, taps, output, residual);
    }
    for (int phase = 0; phase < across; phase++) {
      inside(firstInside + phase, input, tap, taps, output, residual);
    }
    for (int x = pastInside; x < width.output(); x++) {
      pixel(x, 0, input, tap, taps, output, residual);
    }
  }

  /** From a pixel on every one of its phase whose window lies inside the image sideways. */
  private void inside(int first, long input, long tap, int taps, long output, long residual) {
    int pixels = Math.ceilDiv(pastInside - first, across);
    if (pixels < TILE) {
      for (int x = first; x < pastInside; x += across) {
        pixel(x, 0, input, tap, taps, output, residual);
      }
      return;
    }
    for (int i = 0; i < pixels; i += TILE) {
      // The last tile goes back a little rather than doing fewer pixels.
      int x = first + Math.min(i, pixels - TILE) * across;
      if (shared) {
        sharedTile(x, input, tap, taps, output, residual);
      } else {
        tile(x, input, tap, taps, output, residual);
      }
      for (int j = 0; j < TILE; j++) {
        pixel(x + j * across, wholeBytes, input, tap, taps, output, residual);
      }
    }
  }

  /** Four pixels of a phase, of the channels that fill vectors. */
  private void sharedTile(int x, long input, long tap, int taps, long output, long residual) {
    long from = input + ((long) x - width.begin()) * channelBytes;
    long step = across * channelBytes;
    long to = output + x * channelBytes;
    DepthwiseTile.convolve(wholeBytes, from, step, tapRowBytes, taps, biases, tap, paddedBytes, to);
    if (!epilogue.isNothing()) {
      int columns = (int) (wholeBytes / 4);
      epilogue.apply(TILE, columns, to, step, to, step, residual + x * channelBytes);
    }
  }

  /** Four neighbouring pixels, of the channels that fill vectors. */
  private void tile(int x, long input, long firstTap, int taps, long output, long residual) {
    long left = input + ((long) x * width.stride() - width.begin()) * channelBytes;
    long pixelStep = width.stride() * channelBytes;
    long tapStep = width.dilation() * channelBytes;
    for (long c = 0; c < wholeBytes; c += Lanes.BYTES) {
      FloatVector s0 = Lanes.load(biases + c);
      FloatVector s1 = s0;
      FloatVector s2 = s0;
      FloatVector s3 = s0;
      long tap = firstTap + c;
      for (int ky = 0; ky < taps; ky++) {
        long at = left + ky * tapRowBytes + c;
        for (int kx = 0; kx < width.window(); kx++) {
          FloatVector w = Lanes.load(tap);
          s0 = Lanes.load(at).fma(w, s0);
          s1 = Lanes.load(at + pixelStep).fma(w, s1);
          s2 = Lanes.load(at + 2 * pixelStep).fma(w, s2);
          s3 = Lanes.load(at + 3 * pixelStep).fma(w, s3);
          tap += paddedBytes;
          at += tapStep;
        }
      }
      long to = x * channelBytes + c;
      Lanes.store(epilogue.apply(s0, residual + to), output + to);
      to += channelBytes;
      Lanes.store(epilogue.apply(s1, residual + to), output + to);
      to += channelBytes;
      Lanes.store(epilogue.apply(s2, residual + to), output + to);
      to += channelBytes;
      Lanes.store(epilogue.apply(s3, residual + to), output + to);
    }
  }

  /** One pixel, whose window may reach over the image's borders, from some channel on. */
  private void pixel(
      int x, long channel, long input, long tap, int taps, long output, long residual) {
    long to = x * channelBytes;
    long c = channel;
    for (; c < wholeBytes; c += Lanes.BYTES) {
      channels(x, c, wholeVector, input, tap, taps, output + to, residual + to);
    }
    if (c < channelBytes) {
      channels(x, c, lastVector, input, tap, taps, output + to, residual + to);
    }
  }

  /** A vector of channels of one pixel. */
  private void channels(
      int x,
      long c,
      VectorMask<Float> mask,
      long input,
      long firstTap,
      int taps,
      long output,
      long residual) {
    int first = width.firstTap(x);
    int count = width.endTap(x) - first;
    long tapStep = width.dilation() * channelBytes;
    long left = (long) x * width.stride() - width.begin() + (long) first * width.dilation();
    FloatVector sum = Lanes.load(biases + c);
    for (int ky = 0; ky < taps; ky++) {
      long tap = firstTap + (ky * (long) width.window() + first) * paddedBytes + c;
      long at = input + ky * tapRowBytes + left * channelBytes + c;
      for (int kx = 0; kx < count; kx++) {
        sum = Lanes.load(at, mask).fma(Lanes.load(tap), sum);
        tap += paddedBytes;
        at += tapStep;
      }
    }
    Lanes.store(epilogue.apply(sum, residual + c, mask), output + c, mask);
  }
}
