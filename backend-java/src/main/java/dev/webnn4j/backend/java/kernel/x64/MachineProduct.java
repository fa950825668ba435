package dev.webnn4j.backend.java.kernel.x64;

import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.backend.java.kernel.KernelFactory;
import dev.webnn4j.backend.java.kernel.PanelProduct;
import dev.webnn4j.backend.java.kernel.vector.VectorKernels;
import java.lang.foreign.MemorySegment;
import java.util.function.Function;

/**
 * The products of the vector tier's kernels in machine code: panels are the same in both, so that
 * what prepares, packs and shares matrices need not be written twice.
 */
final class MachineProduct implements PanelProduct {
  /** How panels of one width are multiplied. */
  private record Width(int columns, long header, TileRows tiles) {}

  private final Shape shape;
  private final Width[] widths;

  /** Kernels of the vector tier with this product, where their vectors are as long as ours. */
  static KernelFactory within(Function<PanelProduct.Factory, KernelFactory> kernels) {
    KernelFactory factory = kernels.apply(MachineProduct::new);
    return (node, context) ->
        VectorKernels.lanes() == context.machineCode().isa().lanes()
            ? factory.offer(node, context)
            : Candidate.refuse(
                "the vector tier, which packs matrices, has vectors of other length");
  }

  private MachineProduct(Shape shape, KernelContext context) {
    this.shape = shape;
    Isa isa = context.machineCode().isa();
    widths = shape.widths().stream().map(width -> width(isa, width, context)).toArray(Width[]::new);
    for (Width width : widths) {
      shape.rowCounts().forEach(width.tiles()::prepare);
    }
  }

  private Width width(Isa isa, int columns, KernelContext context) {
    MemorySegment header = context.allocate(Panel.HEADER_BYTES);
    Panel.Terms terms = new Panel.Terms(shape.leftStep(), shape.resultStep(), 0, 0, 0);
    int rest = columns % isa.lanes();
    Panel.writeHeader(header, shape.depth(), terms, rest);
    int vectors = Math.ceilDiv(columns, isa.lanes());
    TileRows tiles =
        new TileRows(
            TileForm.maxRows(isa, vectors),
            (long) columns * shape.depth(),
            height ->
                context
                    .machineCode()
                    .routine(
                        new GemmTiles(
                            new TileForm(isa, height, vectors, rest != 0, false, false))));
    return new Width(columns, header.address(), tiles);
  }

  @Override
  public void multiply(long panel, int columns, int rows, long left, long result) {
    for (Width width : widths) {
      if (width.columns() == columns) {
        width
            .tiles()
            .call(
                rows,
                left,
                shape.leftStep(),
                panel,
                result,
                0,
                shape.resultStep(),
                width.header(),
                0);
        return;
      }
    }
    throw new IllegalStateException("a panel of " + columns + " columns was not announced");
  }
}
