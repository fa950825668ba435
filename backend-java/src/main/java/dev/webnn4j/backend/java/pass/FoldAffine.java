package dev.webnn4j.backend.java.pass;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.Shape;
import dev.webnn4j.graph.Graph;
import dev.webnn4j.graph.GraphRewriter;
import dev.webnn4j.graph.Node;
import dev.webnn4j.graph.Uses;
import dev.webnn4j.graph.Value;
import dev.webnn4j.op.Operands;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What scales and shifts the channels of a convolution by constants, as batch normalisation does,
 * goes into its filter and bias, computed in double precision and rounded once.
 *
 * <p>Each weight is then off by up to half a unit in its last place, as each product is anyway: a
 * sum of n products has n roundings more, and loses those of what came after it. A filter of
 * float16 stays, since its sums are of float32 and its weights would be off by far more than they.
 */
final class FoldAffine implements Pass {
  /** Beyond this, and below its inverse, sums might become infinite or nothing on their way. */
  private static final double EXTREME = 0x1p20;

  @Override
  public String name() {
    return "FoldAffine";
  }

  @Override
  public Graph apply(Graph graph) {
    return new Rewrite(graph).run();
  }

  private static final class Rewrite {
    private final Graph graph;
    private final GraphRewriter rewriter;
    private final Uses uses;
    private final Set<Node> joined = new HashSet<>();

    Rewrite(Graph graph) {
      this.graph = graph;
      rewriter = new GraphRewriter(graph);
      uses = new Uses(graph);
    }

    Graph run() {
      for (Node node : graph.nodes()) {
        if (!joined.contains(node)
            && ConvolutionWeights.of(node).filter(weights -> fold(node, weights)).isEmpty()) {
          rewriter.keep(node);
        }
      }
      return rewriter.finish();
    }

    /** Whether something joined a convolution. */
    private boolean fold(Node node, ConvolutionWeights weights) {
      int channels = node.result().shape().dim(3);
      Optional<Value> bias = node.findOperand(weights.bias());
      Optional<double[]> shift =
          bias.isPresent()
              ? Constants.numbers(graph, bias.get())
              : Optional.of(new double[channels]);
      if (shift.isEmpty()) {
        return false;
      }
      boolean scales =
          node.result().type().dataType() == MLOperandDataType.FLOAT32
              && graph.isConstant(node.operand(weights.filter()));
      Affine affine = new Affine(Affine.all(channels, 1), shift.get());
      List<Node> chain = new ArrayList<>(List.of(node));
      Optional<Affine> next = next(chain.getLast(), affine, scales);
      while (next.isPresent()) {
        affine = next.get();
        chain.add(uses.onlyConsumer(chain.getLast().result()).orElseThrow());
        next = next(chain.getLast(), affine, scales);
      }
      return chain.size() > 1 && emit(chain, weights, affine);
    }

    /** What a convolution and a node behind it do together. */
    private Optional<Affine> next(Node last, Affine affine, boolean scales) {
      return uses.onlyConsumer(last.result())
          .flatMap(node -> Affine.of(node, last.result(), graph))
          .map(added -> added.after(affine))
          .filter(joint -> scales ? isModerate(joint.scale()) : joint.keepsScale())
          .filter(joint -> isFinite(joint.shift(), last.result().type()));
    }

    private static boolean isModerate(double[] scale) {
      return Arrays.stream(scale)
          .map(Math::abs)
          .allMatch(factor -> factor == 0 || (factor >= 1 / EXTREME && factor <= EXTREME));
    }

    private static boolean isFinite(double[] numbers, MLOperandDescriptor type) {
      return Arrays.stream(numbers)
          .allMatch(number -> Double.isFinite(Constants.rounded(type.dataType(), number)));
    }

    private boolean emit(List<Node> chain, ConvolutionWeights weights, Affine affine) {
      Node node = chain.getFirst();
      Operands<Value> operands = node.operands().map(rewriter::current);
      if (!affine.keepsScale()) {
        MLOperandDescriptor type = node.operand(weights.filter()).type();
        double[] filter = scaled(node.operand(weights.filter()), weights, affine.scale());
        if (!isFinite(filter, type)) {
          return false;
        }
        operands = operands.with(weights.filter(), Constants.of(rewriter, type, filter));
      }
      MLOperandDescriptor biasType =
          node.result().type().withShape(Shape.of(affine.shift().length));
      operands = operands.with(weights.bias(), Constants.of(rewriter, biasType, affine.shift()));
      String label = chain.stream().skip(1).reduce(node.label(), Labels::join, (a, b) -> a + b);
      Value result = rewriter.emit(node.operator(), operands, node.attributes(), label).getFirst();
      rewriter.replace(chain.getLast().result(), result);
      joined.addAll(chain);
      return true;
    }

    private double[] scaled(Value filter, ConvolutionWeights weights, double[] scale) {
      double[] numbers = Constants.numbers(graph, filter).orElseThrow();
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] *= scale[weights.channelOf().applyAsInt(i)];
      }
      return numbers;
    }
  }
}
