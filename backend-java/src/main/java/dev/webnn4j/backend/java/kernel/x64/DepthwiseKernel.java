package dev.webnn4j.backend.java.kernel.x64;

import dev.webnn4j.backend.java.kernel.Candidate;
import dev.webnn4j.backend.java.kernel.KernelContext;
import dev.webnn4j.op.Window2d;
import java.util.Optional;

/** Depthwise convolution, channels last. */
final class DepthwiseKernel {
  private DepthwiseKernel() {}

  static Candidate offer(ConvolutionNode node, KernelContext context) {
    Window2d window = node.geometry().window();
    DepthwiseWindow taps = DepthwiseWindow.of(window.height(), window.width());
    int channels = node.geometry().inputChannels();
    Optional<String> obstacle =
        ChannelwiseRows.obstacle(
            context.machineCode().isa(),
            taps,
            channels,
            4L * channels * Phase.of(window.width()).getFirst().step());
    if (obstacle.isPresent()) {
      return Candidate.refuse(obstacle.get());
    }
    long filter =
        DepthwiseFilter.pack(
            channels,
            channels,
            taps.taps(),
            node.filter(),
            node.bias(),
            node.min(),
            node.max(),
            context);
    return Candidate.accept(
        "depthwise",
        ChannelwiseImages.kernel(
            new ChannelwiseImages.Images(node.geometry().batch(), channels, window),
            node.residualIndex(),
            0,
            (columns, layout) ->
                new ChannelwiseRows(taps, columns, layout, node.epilogue(), filter, context),
            context));
  }
}
