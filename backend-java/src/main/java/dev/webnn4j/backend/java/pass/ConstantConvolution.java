package dev.webnn4j.backend.java.pass;

import dev.webnn4j.MLInputOperandLayout;
import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.backend.java.op.Convolution;
import dev.webnn4j.graph.Graph;
import dev.webnn4j.graph.Node;

/** The convolutions that blocks are made of: of float32, channels last, with constant weights. */
final class ConstantConvolution {
  private ConstantConvolution() {}

  /** Whether a node is one. */
  static boolean is(Node node, Graph graph) {
    return node.operator() == Convolution.OPERATOR
        && node.get(Convolution.INPUT_LAYOUT) == MLInputOperandLayout.NHWC
        && node.result().type().dataType() == MLOperandDataType.FLOAT32
        && graph.isConstant(node.operand(Convolution.FILTER))
        && node.findOperand(Convolution.BIAS).map(graph::isConstant).orElse(true);
  }

  static boolean hasResidual(Node node) {
    return node.operands().has(Convolution.RESIDUAL);
  }
}
