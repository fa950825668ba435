package dev.webnn4j.backend.java.kernel.x64;

import dev.webnn4j.backend.java.kernel.KernelContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A constant right-hand matrix, packed in panels, with the routines that multiply by it. */
final class TiledProduct {
  /** Panels of equal shape, with their tiles. */
  private record Group(Panels panels, TileCalls.Tiles tiles) {}

  /** What to multiply by: some panels of a group. */
  private record Part(TileCalls calls, long header, long resultOffset) {
    void record(
        CallList.Recorder recorder,
        Place left,
        Place panel,
        Place table,
        Place result,
        Place residual) {
      Place to = result.plus(resultOffset);
      calls.record(recorder, left, panel, table, to, residual.plus(resultOffset));
    }
  }

  private final List<Group> groups;
  private final KernelContext context;

  private TiledProduct(List<Group> groups, KernelContext context) {
    this.groups = groups;
    this.context = context;
  }

  /** What follows the sums. */
  record Epilogue(boolean residual, boolean clamped) {}

  /**
   * Packs a matrix.
   *
   * @param width how many columns it has
   * @param tiles the routine for a form of tile
   * @param maxRows the most rows that such a tile can have
   */
  static TiledProduct of(
      int width,
      Panels.Matrix matrix,
      Panel.Terms terms,
      Epilogue epilogue,
      Function<TileForm, Routine.Source> tiles,
      int maxRows,
      KernelContext context) {
    Isa isa = context.machineCode().isa();
    List<Group> groups = new ArrayList<>();
    int first = 0;
    for (Shape shape : shapes(isa, width)) {
      Panels panels = Panels.pack(shape.count(), first, shape.columns(), matrix, terms, context);
      TileCalls.Tiles form =
          new TileCalls.Tiles(
              Math.min(maxRows, TileForm.maxRows(isa, panels.vectors())),
              (long) shape.columns() * matrix.depth(),
              height ->
                  context
                      .machineCode()
                      .routine(
                          tiles.apply(
                              new TileForm(
                                  isa,
                                  height,
                                  panels.vectors(),
                                  panels.isMasked(isa),
                                  epilogue.residual(),
                                  epilogue.clamped()))));
      groups.add(new Group(panels, form));
      first += shape.count() * shape.columns();
    }
    return new TiledProduct(List.copyOf(groups), context);
  }

  /** So many panels of so many columns. */
  private record Shape(int count, int columns) {}

  /** Panels of nearly equal width: a narrow one would leave registers unused. */
  private static List<Shape> shapes(Isa isa, int width) {
    int vectors = Math.ceilDiv(width, isa.lanes());
    int count = Math.ceilDiv(vectors, TileForm.maxVectors(isa));
    int narrow = vectors / count;
    int wide = vectors % count;
    int last = width - (vectors - narrow) * isa.lanes();
    boolean lastIsWhole = last == narrow * isa.lanes();
    List<Shape> shapes = new ArrayList<>();
    shapes.add(new Shape(wide, (narrow + 1) * isa.lanes()));
    shapes.add(new Shape(count - wide - (lastIsWhole ? 0 : 1), narrow * isa.lanes()));
    shapes.add(new Shape(lastIsWhole ? 0 : 1, last));
    shapes.removeIf(shape -> shape.count() == 0);
    return shapes;
  }

  /** How many panels there are. */
  int panels() {
    return groups.stream().mapToInt(group -> group.panels().count()).sum();
  }

  /** Prepares the product of lines with all panels. */
  Block block(Lines lines) {
    return block(0, 1, lines);
  }

  /**
   * Prepares the product of lines with a share of the panels.
   *
   * @param chunk which one
   * @param chunks how many there are, no more than panels
   */
  Block block(int chunk, int chunks, Lines lines) {
    int from = panels() * chunk / chunks;
    int to = panels() * (chunk + 1) / chunks;
    List<Part> parts = new ArrayList<>();
    int before = 0;
    for (Group group : groups) {
      Panels panels = group.panels();
      int first = Math.clamp(from - before, 0, panels.count());
      int count = Math.clamp(to - before, 0, panels.count()) - first;
      if (count > 0) {
        long resultBytes = 4L * panels.columns();
        TileCalls.Span span = new TileCalls.Span(count, panels.bytes(), resultBytes);
        parts.add(
            new Part(
                TileCalls.of(group.tiles(), span, lines, context),
                panels.address() + first * panels.bytes(),
                4L * panels.firstColumn() + first * resultBytes));
      }
      before += panels.count();
    }
    return new Block(parts);
  }

  /** The product of prepared lines. */
  static final class Block {
    private final List<Part> parts;

    private Block(List<Part> parts) {
      this.parts = List.copyOf(parts);
    }

    /** Records the product of rows at equal distances. */
    void record(CallList.Recorder recorder, Place left, Place result, Place residual) {
      for (Part part : parts) {
        Place header = Place.of(part.header());
        Place panel = header.plus(Panel.HEADER_BYTES);
        part.record(recorder, left, panel, header, result, residual);
      }
    }

    /**
     * Records the product of rows that a table points to.
     *
     * @param origin what the table's offsets count from
     */
    void record(
        CallList.Recorder recorder, Place origin, long table, Place result, Place residual) {
      for (Part part : parts) {
        Place header = Place.of(part.header());
        part.record(recorder, origin, header, Place.of(table), result, residual);
      }
    }
  }
}
