package dev.webnn4j.backend.java.op;

import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.graph.Node;
import dev.webnn4j.graph.Value;
import dev.webnn4j.op.Attribute;
import dev.webnn4j.op.Attributes;
import dev.webnn4j.op.Call;
import dev.webnn4j.op.Concat;
import dev.webnn4j.op.OperandSlot;
import dev.webnn4j.op.Operands;
import dev.webnn4j.op.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The engine's own block of convolutions whose results lie side by side in the channels of one
 * image, as in the fire modules of <a href="https://arxiv.org/abs/1602.07360">SqueezeNet</a>. It
 * means no more than its {@link #convolutions} with a concatenation behind them; a kernel may write
 * each result where it belongs at once.
 */
public final class ConcatenatedConvolutions {
  /** As many branches as an inception module has. */
  public static final int MAX_BRANCHES = 4;

  /** The first must be there; none follows one that is absent. */
  public static final List<Branch> BRANCHES =
      IntStream.range(0, MAX_BRANCHES).mapToObj(Branch::of).toList();

  public static final Operator OPERATOR =
      Operator.named("concatenatedConvolutions")
          .operands(
              BRANCHES.stream()
                  .flatMap(branch -> branch.slots.stream())
                  .map(Slot::own)
                  .toArray(OperandSlot[]::new))
          .attributes(
              BRANCHES.stream()
                  .flatMap(branch -> branch.settings.stream())
                  .map(Setting::own)
                  .toArray(Attribute<?>[]::new))
          .outputs(OperandSlot.of("output", Convolution.INPUT.types()).rank(4))
          .infers(ConcatenatedConvolutions::infer);

  private static final int CHANNELS = 3;

  private ConcatenatedConvolutions() {}

  /** An operand of a convolution, under the name that it has in the block. */
  private record Slot(OperandSlot own, OperandSlot convolution) {}

  /** An attribute of a convolution, under the name that it has in the block. */
  private record Setting<T>(Attribute<T> own, Attribute<T> convolution) {
    static <T> Setting<T> of(Attribute<T> convolution, int branch) {
      Attribute<T> own =
          new Attribute<>(
              convolution.name() + branch,
              convolution.type(),
              convolution.placement(),
              convolution.defaultValue(),
              Optional.empty(),
              convolution.isExtension());
      return new Setting<>(own, convolution);
    }

    Attributes toBlock(Attributes convolutions, Attributes block) {
      return convolutions.has(convolution) ? block.with(own, convolutions.get(convolution)) : block;
    }

    Attributes toConvolution(Attributes block, Attributes convolutions) {
      return block.has(own) ? convolutions.with(convolution, block.get(own)) : convolutions;
    }
  }

  /** Which operands and attributes of a block are those of one convolution. */
  public static final class Branch {
    private final List<Slot> slots;
    private final List<Setting<?>> settings;

    private Branch(List<Slot> slots, List<Setting<?>> settings) {
      this.slots = slots;
      this.settings = settings;
    }

    private static Branch of(int index) {
      List<Slot> slots = new ArrayList<>();
      // An image that is added would have to lie as the convolution's own result does.
      for (OperandSlot slot : List.of(Convolution.INPUT, Convolution.FILTER, Convolution.BIAS)) {
        OperandSlot own = OperandSlot.of(slot.name() + index, slot.types()).rank(slot.minRank());
        slots.add(new Slot(index == 0 && !slot.isOptional() ? own : own.optional(), slot));
      }
      List<Setting<?>> settings = new ArrayList<>();
      for (Attribute<?> attribute : Convolution.OPERATOR.attributes()) {
        settings.add(Setting.of(attribute, index));
      }
      return new Branch(List.copyOf(slots), List.copyOf(settings));
    }

    /** The slot of the block that has an operand of the convolution. */
    public OperandSlot slot(OperandSlot ofConvolution) {
      return slots.stream()
          .filter(slot -> slot.convolution.equals(ofConvolution))
          .map(Slot::own)
          .findFirst()
          .orElseThrow();
    }

    private boolean isIn(Operands<?> block) {
      return slots.stream().anyMatch(slot -> block.has(slot.own));
    }

    private <T> Operands<T> operands(Operands<T> block) {
      Operands<T> operands = Operands.none();
      for (Slot slot : slots) {
        if (block.has(slot.own)) {
          operands = operands.with(slot.convolution, block.get(slot.own));
        }
      }
      return operands;
    }

    private Attributes attributes(Attributes block) {
      Attributes attributes = Attributes.NONE;
      for (Setting<?> setting : settings) {
        attributes = setting.toConvolution(block, attributes);
      }
      return attributes;
    }

    private MLOperandDescriptor infer(Call call) {
      Call convolution =
          new Call(
              Convolution.OPERATOR,
              operands(call.operands()),
              attributes(call.attributes()),
              call.label());
      return Convolution.OPERATOR.infer(convolution).getFirst();
    }

    /** Adds the operands of a convolution to those of a block. */
    public <T> Operands<T> withOperands(Operands<T> block, Operands<T> convolution) {
      Operands<T> more = block;
      for (Slot slot : slots) {
        if (convolution.has(slot.convolution)) {
          more = more.with(slot.own, convolution.get(slot.convolution));
        }
      }
      return more;
    }

    /** Adds the attributes of a convolution to those of a block. */
    public Attributes withAttributes(Attributes block, Attributes convolution) {
      Attributes more = block;
      for (Setting<?> setting : settings) {
        more = setting.toBlock(convolution, more);
      }
      return more;
    }
  }

  private static MLOperandDescriptor infer(Call call) {
    List<MLOperandDescriptor> results = new ArrayList<>();
    boolean ended = false;
    for (Branch branch : BRANCHES) {
      boolean present = branch.isIn(call.operands());
      call.check(!(ended && present), "a branch is missing before another");
      ended = !present;
      if (present) {
        results.add(branch.infer(call));
      }
    }
    Call concat =
        new Call(
            Concat.OPERATOR,
            Operands.<MLOperandDescriptor>none().with(Concat.INPUTS, results),
            Attributes.of(Concat.AXIS, (long) CHANNELS),
            call.label());
    return Concat.OPERATOR.infer(concat).getFirst();
  }

  /** The convolutions that a node stands for, in the order of their channels. */
  public static List<Node> convolutions(Node node) {
    List<Node> convolutions = new ArrayList<>();
    for (Branch branch : BRANCHES) {
      if (branch.isIn(node.operands())) {
        String name = "branch" + convolutions.size();
        Value result = new Value(branch.infer(node.call()), node.result().name() + "." + name);
        convolutions.add(
            new Node(
                Convolution.OPERATOR,
                branch.operands(node.operands()),
                branch.attributes(node.attributes()),
                List.of(result),
                Decompositions.label(node, name)));
      }
    }
    return List.copyOf(convolutions);
  }

  /** All that a node stands for: its convolutions, then what joins their results to its own. */
  public static List<Node> stages(Node node) {
    List<Node> stages = new ArrayList<>(convolutions(node));
    List<Value> images = stages.stream().map(Node::result).toList();
    stages.add(
        new Node(
            Concat.OPERATOR,
            Operands.<Value>none().with(Concat.INPUTS, images),
            Attributes.of(Concat.AXIS, (long) CHANNELS),
            node.results(),
            Decompositions.label(node, Concat.OPERATOR.name())));
    return List.copyOf(stages);
  }
}
