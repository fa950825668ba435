package dev.webnn4j.backend.java.kernel.x64;

import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.op.Conv2d;
import java.lang.foreign.ValueLayout;
import java.util.function.Function;

/** The weights of a convolution as right-hand matrices: taps times channels, by output channels. */
final class ConvolutionMatrix {
  private ConvolutionMatrix() {}

  /** One product a group. */
  static TiledProduct[] products(
      ConvolutionNode node,
      Panel.Terms terms,
      Function<TileForm, Routine.Source> tiles,
      int maxRows,
      KernelContext context) {
    Conv2d.Geometry geometry = node.geometry();
    int depth = geometry.window().taps() * geometry.inputChannelsPerGroup();
    int width = geometry.outputChannelsPerGroup();
    TiledProduct[] products = new TiledProduct[geometry.groups()];
    for (int group = 0; group < products.length; group++) {
      int first = group * width;
      Panels.Elements elements =
          (row, column) ->
              node.filter()
                  .getAtIndex(ValueLayout.JAVA_FLOAT, (long) (first + column) * depth + row);
      Panels.Bias bias =
          node.bias().isEmpty()
              ? column -> 0
              : column -> node.bias().get().getAtIndex(ValueLayout.JAVA_FLOAT, first + column);
      products[group] =
          TiledProduct.of(
              width, depth, elements, bias, terms, node.epilogue(), tiles, maxRows, context);
    }
    return products;
  }
}
