package dev.webnn4j.benchmarks.importer;

import dev.webnn4j.MLOperand;
import dev.webnn4j.MLPool2dOptions;
import dev.webnn4j.benchmarks.onnx.OnnxException;
import dev.webnn4j.benchmarks.onnx.OnnxNode;
import java.util.function.Consumer;

/** Convolution and pooling: what moves a window over an image. */
final class WindowImports {
  private WindowImports() {}

  static MLOperand conv(ImportContext context, OnnxNode node) {
    return context
        .builder()
        .conv2d(
            context.operand(node, 0),
            context.operand(node, 1),
            options -> {
              options
                  .padding(padding(node))
                  .strides(node.integers("strides", 1, 1))
                  .dilations(node.integers("dilations", 1, 1))
                  .groups(node.integer("group", 1));
              node.input(2).ifPresent(bias -> options.bias(context.operand(bias)));
            });
  }

  static MLOperand averagePool(ImportContext context, OnnxNode node) {
    int[] padding = padding(node);
    if (node.integer("count_include_pad", 0) != 0) {
      throw new OnnxException("AveragePool: WebNN does not count what is padded");
    }
    return context.builder().averagePool2d(context.operand(node, 0), window(node, padding));
  }

  static MLOperand maxPool(ImportContext context, OnnxNode node) {
    return context.builder().maxPool2d(context.operand(node, 0), window(node, padding(node)));
  }

  static MLOperand globalAveragePool(ImportContext context, OnnxNode node) {
    return context.builder().averagePool2d(context.operand(node, 0), options -> {});
  }

  private static Consumer<MLPool2dOptions> window(OnnxNode node, int[] padding) {
    if (node.integer("ceil_mode", 0) != 0) {
      throw new OnnxException(node.opType() + ": ceil_mode is not imported");
    }
    return options ->
        options
            .windowDimensions(node.integers("kernel_shape"))
            .padding(padding)
            .strides(node.integers("strides", 1, 1))
            .dilations(node.integers("dilations", 1, 1));
  }

  /** ONNX lists what is before on each axis, then what is after; WebNN goes axis by axis. */
  private static int[] padding(OnnxNode node) {
    if (!node.text("auto_pad", "NOTSET").equals("NOTSET")) {
      throw new OnnxException(node.opType() + ": auto_pad is not imported; give pads");
    }
    int[] pads = node.integers("pads", 0, 0, 0, 0);
    if (pads.length != 4) {
      throw new OnnxException(node.opType() + ": only windows of two dimensions are imported");
    }
    return new int[] {pads[0], pads[2], pads[1], pads[3]};
  }
}
