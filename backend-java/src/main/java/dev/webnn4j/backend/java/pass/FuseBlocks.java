package dev.webnn4j.backend.java.pass;

import dev.webnn4j.backend.java.kernel.Tier;
import dev.webnn4j.backend.java.op.Convolution;
import dev.webnn4j.backend.java.op.InvertedResidual;
import dev.webnn4j.graph.Graph;
import dev.webnn4j.graph.GraphRewriter;
import dev.webnn4j.graph.Node;
import dev.webnn4j.graph.Uses;
import dev.webnn4j.graph.Value;
import dev.webnn4j.op.Conv2d;
import dev.webnn4j.op.Window2d;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A depthwise convolution joins the 1x1 convolution behind it and, if there is one, the 1x1 before
 * it: the widest images of a network are then never written to memory.
 */
final class FuseBlocks implements Pass {
  /** Rows of the expanded image that one worker holds at a time. More than this is slow. */
  private static final long MAX_RING_BYTES = 4 << 20;

  private static final int MAX_TAPS = 5;

  /** How much of its work a block may do twice, where workers share an image. */
  private static final double MAX_REPEATED = 0.08;

  private final Passes.Target target;

  FuseBlocks(Passes.Target target) {
    this.target = target;
  }

  @Override
  public String name() {
    return "FuseBlocks";
  }

  @Override
  public Graph apply(Graph graph) {
    // Other tiers have no kernel for blocks that is faster than their parts.
    return target.fastest() == Tier.X64 ? fuse(graph) : graph;
  }

  private Graph fuse(Graph graph) {
    Uses uses = new Uses(graph);
    Map<Node, InvertedResidual.Parts> blocks = new HashMap<>();
    Set<Node> joined = new HashSet<>();
    for (Node node : graph.nodes()) {
      block(node, uses, graph, blocks.keySet())
          .ifPresent(
              parts -> {
                blocks.put(node, parts);
                joined.add(parts.depthwise());
                parts.expansion().ifPresent(joined::add);
              });
    }
    GraphRewriter rewriter = new GraphRewriter(graph);
    for (Node node : graph.nodes()) {
      if (blocks.containsKey(node)) {
        InvertedResidual.Parts parts = blocks.get(node);
        Value result =
            rewriter
                .emit(
                    InvertedResidual.OPERATOR,
                    parts.operands().map(rewriter::current),
                    parts.attributes(),
                    label(parts))
                .getFirst();
        rewriter.replace(node.result(), result);
      } else if (!joined.contains(node)) {
        rewriter.keep(node);
      }
    }
    return rewriter.finish();
  }

  private static String label(InvertedResidual.Parts parts) {
    String label = parts.expansion().map(Node::label).orElse("");
    return Labels.join(Labels.join(label, parts.depthwise()), parts.projection());
  }

  /**
   * The block that a node ends, if it ends one.
   *
   * @param projections what ends the blocks before: none of these can begin another one
   */
  private Optional<InvertedResidual.Parts> block(
      Node projection, Uses uses, Graph graph, Set<Node> projections) {
    if (!isPointwise(projection, graph)) {
      return Optional.empty();
    }
    Optional<Node> depthwise =
        producerFor(projection, uses).filter(node -> isDepthwise(node, graph));
    if (depthwise.isEmpty()) {
      return Optional.empty();
    }
    Optional<Node> expansion =
        producerFor(depthwise.get(), uses)
            .filter(node -> isPointwise(node, graph) && !ConstantConvolution.hasResidual(node))
            .filter(node -> !projections.contains(node));
    InvertedResidual.Parts parts =
        new InvertedResidual.Parts(expansion, depthwise.get(), projection);
    return pays(parts) ? Optional.of(parts) : Optional.empty();
  }

  /** The node that makes a node's input, if that is all it is for. */
  private static Optional<Node> producerFor(Node node, Uses uses) {
    Value input = node.operand(Convolution.INPUT);
    return uses.onlyConsumer(input).isPresent() ? uses.producer(input) : Optional.empty();
  }

  private static boolean isPointwise(Node node, Graph graph) {
    if (!ConstantConvolution.is(node, graph)) {
      return false;
    }
    Conv2d.Geometry geometry = Convolution.geometry(node);
    return geometry.groups() == 1
        && isPointwise(geometry.window().height())
        && isPointwise(geometry.window().width());
  }

  private static boolean isPointwise(Window2d.Axis axis) {
    return axis.window() == 1 && axis.stride() == 1 && axis.begin() == 0 && axis.end() == 0;
  }

  private static boolean isDepthwise(Node node, Graph graph) {
    return ConstantConvolution.is(node, graph)
        && !ConstantConvolution.hasResidual(node)
        && Convolution.geometry(node).isDepthwise()
        && isSmall(Convolution.geometry(node).window().height())
        && isSmall(Convolution.geometry(node).window().width());
  }

  private static boolean isSmall(Window2d.Axis axis) {
    // A stride beyond the window leaves pixels out, which a block would expand for nothing.
    return axis.window() <= MAX_TAPS
        && axis.stride() <= Math.max(2, axis.window())
        && (axis.stride() == 1 || axis.dilation() == 1);
  }

  private boolean pays(InvertedResidual.Parts parts) {
    if (parts.expansion().isEmpty()) {
      return true;
    }
    Conv2d.Geometry geometry = Convolution.geometry(parts.depthwise());
    Window2d.Axis height = geometry.window().height();
    long rows = 2L * height.stride() + height.window();
    long ring = 4L * rows * geometry.window().width().input() * geometry.inputChannels();
    return ring <= MAX_RING_BYTES && repeated(parts, geometry) <= MAX_REPEATED;
  }

  /** The share of the work that is done again where one worker's rows meet another's. */
  private double repeated(InvertedResidual.Parts parts, Conv2d.Geometry geometry) {
    Window2d.Axis height = geometry.window().height();
    Window2d.Axis width = geometry.window().width();
    int phases = height.stride() == 1 ? Math.min(height.dilation(), height.output()) : 1;
    phases *= width.stride() == 1 ? Math.min(width.dilation(), width.output()) : 1;
    int units = geometry.batch() * phases;
    if (units % target.workers() == 0) {
      return 0;
    }
    int cuts = Math.ceilDiv(target.workers(), units) - 1;
    long overlap = Math.max(0, height.window() - height.stride());
    double expansion =
        (double) height.input() * width.input() * inputs(parts.expansion().orElseThrow());
    double projection =
        (double) height.output()
            * width.output()
            * (parts.projection().result().shape().dim(3) + geometry.window().taps());
    double rowsOfPhase = Math.max(1, height.input() / Math.sqrt(phases));
    return cuts * overlap / rowsOfPhase * expansion / (expansion + projection);
  }

  private static int inputs(Node convolution) {
    return convolution.operand(Convolution.INPUT).shape().dim(3);
  }
}
