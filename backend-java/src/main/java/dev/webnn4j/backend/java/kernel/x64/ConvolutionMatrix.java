package dev.webnn4j.backend.java.kernel.x64;

import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.op.Conv2d;
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
    Panels.Matrix filters = new Panels.Matrix(node.filter(), node.bias(), depth);
    TiledProduct[] products = new TiledProduct[geometry.groups()];
    for (int group = 0; group < products.length; group++) {
      products[group] =
          TiledProduct.of(
              width,
              filters.slice(group * width, width),
              terms,
              node.epilogue(),
              tiles,
              maxRows,
              context);
    }
    return products;
  }
}
