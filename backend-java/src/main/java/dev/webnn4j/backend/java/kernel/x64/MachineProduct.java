package dev.webnn4j.backend.java.kernel.x64;

import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.backend.java.kernel.PanelProduct;
import dev.webnn4j.backend.java.kernel.vector.VectorKernels;
import dev.webnn4j.graph.Node;
import java.lang.foreign.MemorySegment;

/**
 * The products of the vector tier's kernels in machine code: panels are the same in both, so that
 * what prepares, packs and shares matrices need not be written twice.
 */
final class MachineProduct implements PanelProduct {
  private static final String OTHER_VECTORS =
      "the vector tier, which packs matrices, has vectors of other length";

  /** How panels of one width are multiplied. */
  private static final class Width {
    private final int columns;
    private final CallList[] callsOfRows;

    private Width(int columns, CallList[] callsOfRows) {
      this.columns = columns;
      this.callsOfRows = callsOfRows;
    }
  }

  private final Shape shape;
  private final Width[] widths;

  static Candidate gemm(Node node, KernelContext context) {
    return packsFor(context)
        ? VectorKernels.gemm(node, context, MachineProduct::new)
        : Candidate.refuse(OTHER_VECTORS);
  }

  static Candidate matmul(Node node, KernelContext context) {
    return packsFor(context)
        ? VectorKernels.matmul(node, context, MachineProduct::new)
        : Candidate.refuse(OTHER_VECTORS);
  }

  /** Whether the vector tier's vectors are as long as ours. */
  private static boolean packsFor(KernelContext context) {
    return VectorKernels.lanes() == context.machineCode().isa().lanes();
  }

  private MachineProduct(Shape shape, KernelContext context) {
    this.shape = shape;
    Isa isa = context.machineCode().isa();
    widths = shape.widths().stream().map(width -> width(isa, width, context)).toArray(Width[]::new);
  }

  private Width width(Isa isa, int columns, KernelContext context) {
    MemorySegment header = context.allocate(Panel.HEADER_BYTES);
    Panel.Terms steps = new Panel.Terms(shape.leftStep(), shape.resultStep(), 0, 0, 0);
    int rest = columns % isa.lanes();
    new Panel.Header().product(shape.depth(), steps).mask(rest).writeTo(header);
    int vectors = Math.ceilDiv(columns, isa.lanes());
    TileCalls.Tiles tiles =
        new TileCalls.Tiles(
            TileForm.maxRows(isa, vectors),
            (long) columns * shape.depth(),
            height ->
                context
                    .machineCode()
                    .routine(
                        new GemmTiles(
                            new TileForm(isa, height, vectors, rest != 0, false, false))));
    int most = shape.rowCounts().stream().mapToInt(Integer::intValue).max().orElse(0);
    Place terms = Place.of(header.address());
    CallList[] callsOfRows = new CallList[most + 1];
    for (int rows : shape.rowCounts()) {
      Lines lines = Lines.one(rows, shape.leftStep(), shape.resultStep());
      CallList.Recorder recorder = new CallList.Recorder(context);
      TileCalls.of(tiles, TileCalls.Span.ONE, lines, context)
          .record(recorder, Place.INPUT, Place.OTHER, terms, Place.RESULT, Place.RESIDUAL);
      callsOfRows[rows] = recorder.finish();
    }
    return new Width(columns, callsOfRows);
  }

  @Override
  public void multiply(long panel, int columns, int rows, long left, long result) {
    for (Width width : widths) {
      if (width.columns == columns) {
        width.callsOfRows[rows].run(left, result, 0, panel);
        return;
      }
    }
    throw new IllegalStateException("a panel of " + columns + " columns was not announced");
  }
}
