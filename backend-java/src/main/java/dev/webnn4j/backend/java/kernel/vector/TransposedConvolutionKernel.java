package dev.webnn4j.backend.java.kernel.vector;

import dev.webnn4j.MLInputOperandLayout;
import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.backend.java.exec.Workers;
import dev.webnn4j.backend.java.kernel.Buffers;
import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.Kernel;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.backend.java.kernel.TransposedFilter;
import dev.webnn4j.backend.java.kernel.TransposedPhase;
import dev.webnn4j.graph.Node;
import dev.webnn4j.graph.Value;
import dev.webnn4j.op.Conv2d;
import dev.webnn4j.op.ConvTranspose2d;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Optional;

/**
 * Transposed convolution, phase by phase: each is an ordinary convolution, computed as {@link
 * ConvolutionKernel} does, whose pixels lie apart in the result.
 */
final class TransposedConvolutionKernel implements Kernel {
  private final ConvTranspose2d.Geometry geometry;
  private final Phase[] phases;

  /** The biases, if some pixels are nothing but these. */
  private final Optional<MemorySegment> uncovered;

  private final Workers.Task fill = this::fill;

  static Candidate offer(Node node, KernelContext context) {
    if (node.result().type().dataType() != MLOperandDataType.FLOAT32) {
      return Candidate.refuse("only float32");
    }
    if (node.get(ConvTranspose2d.INPUT_LAYOUT) != MLInputOperandLayout.NHWC) {
      return Candidate.refuse("the channels are not last");
    }
    Optional<MemorySegment> filter = context.constant(node.operand(ConvTranspose2d.FILTER));
    Optional<Value> biasOperand = node.findOperand(ConvTranspose2d.BIAS);
    Optional<MemorySegment> bias = biasOperand.flatMap(context::constant);
    if (filter.isEmpty() || bias.isPresent() != biasOperand.isPresent()) {
      return Candidate.refuse("filter or bias are not constant");
    }
    ConvTranspose2d.Geometry geometry = ConvTranspose2d.computable(node.call());
    if (geometry.groups() > 1 && 2 * geometry.outputChannelsPerGroup() < Lanes.LENGTH) {
      return Candidate.refuse("the groups are less than half a vector wide");
    }
    return Candidate.accept(
        "phases of gemm", new TransposedConvolutionKernel(node, filter.get(), bias, context));
  }

  private TransposedConvolutionKernel(
      Node node, MemorySegment filter, Optional<MemorySegment> bias, KernelContext context) {
    geometry = ConvTranspose2d.computable(node.call());
    TransposedFilter order = new TransposedFilter(node);
    List<TransposedPhase> places = TransposedPhase.of(geometry);
    phases =
        places.stream()
            .map(place -> new Phase(place, filter, order, bias, context))
            .toArray(Phase[]::new);
    uncovered =
        TransposedPhase.cover(places, geometry)
            ? Optional.empty()
            : Optional.of(biases(bias, context));
  }

  /** What pixels are that no window meets. */
  private MemorySegment biases(Optional<MemorySegment> bias, KernelContext context) {
    MemorySegment biases = context.allocate(4L * geometry.outputChannels());
    bias.ifPresent(biases::copyFrom);
    return biases;
  }

  /** Filter and bias are packed. */
  @Override
  public boolean reads(int operand) {
    return operand == 0;
  }

  @Override
  public void run(Buffers buffers, Workers workers) {
    if (uncovered.isPresent()) {
      workers.run(Math.multiplyExact(geometry.batch(), geometry.height().output()), fill, buffers);
    }
    for (Phase phase : phases) {
      workers.run(phase.parts, phase, buffers);
    }
  }

  /** One row of the result, as if nothing were added to it. */
  private void fill(Buffers buffers, int part, int worker) {
    long bias = uncovered.orElseThrow().address();
    for (int x = 0; x < geometry.width().output(); x++) {
      long pixel = (long) part * geometry.width().output() + x;
      long to = buffers.output().address() + pixel * pixelBytes();
      Lanes.copy(bias, to, geometry.outputChannels());
    }
  }

  private long pixelBytes() {
    return 4L * geometry.outputChannels();
  }

  /** A task whose parts are blocks of pixels of a row of a phase, in one group. */
  private final class Phase implements Workers.Task {
    private final TransposedPhase place;
    private final WindowRows rows;
    private final Product[] groups;
    private final boolean direct;
    private final int blockPixels;
    private final int blocksPerRow;
    private final int parts;
    private final MemorySegment scratch;
    private final long scratchStep;

    Phase(
        TransposedPhase place,
        MemorySegment filter,
        TransposedFilter order,
        Optional<MemorySegment> bias,
        KernelContext context) {
      this.place = place;
      Conv2d.Geometry convolution = place.convolution(geometry);
      rows = new WindowRows(convolution, false);
      direct = rows.areInPlace();
      try (Arena arena = Arena.ofConfined()) {
        MemorySegment selected = select(filter, order, arena);
        groups = Product.ofGroups(convolution, selected, bias, Epilogue.NONE, context);
      }
      int width = place.width().slid().output();
      blockPixels = Math.min(Product.rowsAtOnce(rows.depth()), width);
      blocksPerRow = Math.ceilDiv(width, blockPixels);
      parts =
          Math.toIntExact(
              (long) geometry.batch()
                  * place.height().slid().output()
                  * blocksPerRow
                  * groups.length);
      scratchStep = direct ? 0 : 4L * blockPixels * rows.depth();
      scratch = context.allocate(Math.max(1, scratchStep * context.workers()));
    }

    /** The phase's own weights, as [O, kH, kW, I / groups]. */
    private MemorySegment select(MemorySegment filter, TransposedFilter order, Arena arena) {
      MemorySegment selected =
          arena.allocate(4L * geometry.outputChannels() * rows.depth(), Lanes.BYTES);
      long to = selected.address();
      for (int o = 0; o < geometry.outputChannels(); o++) {
        for (int y = 0; y < place.height().slid().window(); y++) {
          for (int x = 0; x < place.width().slid().window(); x++) {
            for (int i = 0; i < geometry.inputChannelsPerGroup(); i++, to += 4) {
              long from = order.place(o, i, place.height().tap(y), place.width().tap(x));
              Lanes.put(to, Lanes.get(filter.address() + 4 * from));
            }
          }
        }
      }
      return selected;
    }

    @Override
    public void run(Buffers buffers, int part, int worker) {
      int group = part % groups.length;
      int block = part / groups.length % blocksPerRow;
      int row = part / groups.length / blocksPerRow;
      int width = place.width().slid().output();
      int height = place.height().slid().output();
      int x = block * blockPixels;
      int count = Math.min(blockPixels, width - x);
      int y = place.height().pixel(row % height);
      long pixel =
          ((long) (row / height) * geometry.height().output() + y) * geometry.width().output()
              + place.width().pixel(x);
      long output =
          buffers.output().address()
              + pixel * pixelBytes()
              + 4L * group * geometry.outputChannelsPerGroup();
      int first = row * width + x;
      long input = buffers.input(0).address();
      long a = scratch.address() + worker * scratchStep;
      long aStep = 4L * rows.depth();
      if (direct) {
        aStep = 4L * geometry.inputChannels();
        a = input + first * aStep + 4L * group * geometry.inputChannelsPerGroup();
      } else {
        rows.gather(input, group, first, count, a);
      }
      groups[group].multiply(
          worker, count, a, aStep, output, place.width().step() * pixelBytes(), 0);
    }
  }
}
