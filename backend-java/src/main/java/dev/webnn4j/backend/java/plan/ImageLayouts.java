package dev.webnn4j.backend.java.plan;

import dev.webnn4j.MLInputOperandLayout;
import dev.webnn4j.backend.java.op.ConcatenatedConvolutions;
import dev.webnn4j.backend.java.op.Convolution;
import dev.webnn4j.graph.Node;
import dev.webnn4j.graph.Value;
import dev.webnn4j.op.Matmul;
import dev.webnn4j.op.Operator;
import dev.webnn4j.op.Reshape;
import dev.webnn4j.op.Transpose;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * In which layout operations see images, for reports: operators for images say so, and what follows
 * them and keeps their axes has the same.
 */
final class ImageLayouts {
  private final Map<Value, MLInputOperandLayout> known = new HashMap<>();

  /**
   * The layout of a node's images: of its results if they are images, else of its operands. What
   * makes these must have been added before.
   */
  Optional<MLInputOperandLayout> add(Node node) {
    Optional<MLInputOperandLayout> found = of(node);
    found.ifPresent(layout -> node.results().forEach(result -> put(result, layout)));
    return found;
  }

  private void put(Value value, MLInputOperandLayout layout) {
    if (value.shape().rank() == 4) {
      known.put(value, layout);
    }
  }

  private Optional<MLInputOperandLayout> of(Node node) {
    Operator operator = node.operator();
    if (operator == Convolution.OPERATOR || operator == ConcatenatedConvolutions.OPERATOR) {
      return Optional.of(MLInputOperandLayout.NHWC);
    }
    if (operator == Transpose.OPERATOR) {
      return ofTransposition(node);
    }
    if (operator == Reshape.OPERATOR || operator == Matmul.OPERATOR) {
      return Optional.empty();
    }
    return declared(node)
        .or(
            () ->
                node.operands().flat().stream()
                    .filter(known::containsKey)
                    .findFirst()
                    .map(known::get));
  }

  private static Optional<MLInputOperandLayout> declared(Node node) {
    return node.operator().attributes().stream()
        .filter(node.attributes()::has)
        .<Object>map(node::get)
        .filter(MLInputOperandLayout.class::isInstance)
        .map(MLInputOperandLayout.class::cast)
        .findFirst();
  }

  private static Optional<MLInputOperandLayout> ofTransposition(Node node) {
    List<Long> permutation = node.attributes().find(Transpose.PERMUTATION).orElse(List.of());
    if (permutation.equals(List.of(0L, 2L, 3L, 1L))) {
      return Optional.of(MLInputOperandLayout.NHWC);
    }
    return permutation.equals(List.of(0L, 3L, 1L, 2L))
        ? Optional.of(MLInputOperandLayout.NCHW)
        : Optional.empty();
  }
}
