package dev.webnn4j.backend.fuzz;

import dev.webnn4j.Limits;
import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.Shape;
import dev.webnn4j.backend.harness.Draw;
import dev.webnn4j.op.Attribute;
import dev.webnn4j.op.Call;
import dev.webnn4j.op.Conv2d;
import dev.webnn4j.op.ConvTranspose2d;
import dev.webnn4j.op.Expand;
import dev.webnn4j.op.GroupConv2d;
import dev.webnn4j.op.LayerNormalization;
import dev.webnn4j.op.OperandSlot;
import dev.webnn4j.op.Operands;
import dev.webnn4j.op.Operator;
import dev.webnn4j.op.Pad;
import dev.webnn4j.op.Pooling;
import dev.webnn4j.op.Reduction;
import dev.webnn4j.op.Slice;
import dev.webnn4j.op.Tile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Single faults of a call that is valid without them, each with the message it must give. */
final class Faults {
  /**
   * A call that is invalid.
   *
   * @param message how the message goes on behind operator and label
   */
  record Fault(String message, Call call) {}

  /** The axis of these is that of their first operand, and looked at before shapes. */
  private static final Set<String> WITH_AXIS =
      Set.of(
          "argMin",
          "argMax",
          "batchNormalization",
          "concat",
          "cumulativeSum",
          "gather",
          "gatherElements",
          "scatterElements",
          "softmax",
          "split");

  private final Call call;
  private final Draw draw;
  private final List<Fault> faults = new ArrayList<>();

  private Faults(Call call, Draw draw) {
    this.call = call;
    this.draw = draw;
  }

  /** All kinds of faults that the call can have. */
  static List<Fault> of(Call call, Draw draw) {
    Faults faults = new Faults(call, draw);
    for (OperandSlot slot : call.operands().slots()) {
      faults.operands(slot);
    }
    faults.absentAttributes();
    faults.axes();
    faults.lengths();
    faults.tooLarge();
    return faults.faults;
  }

  private void add(Operands<MLOperandDescriptor> operands, String message, Object... args) {
    faults.add(
        new Fault(
            String.format(message, args),
            new Call(call.operator(), operands, call.attributes(), call.label())));
  }

  private <T> void add(Attribute<T> attribute, T value, String message, Object... args) {
    faults.add(
        new Fault(
            String.format(message, args),
            new Call(
                call.operator(),
                call.operands(),
                call.attributes().with(attribute, value),
                call.label())));
  }

  private void operands(OperandSlot slot) {
    List<MLOperandDescriptor> given = call.operands().all(slot);
    int which = draw.between(0, given.size() - 1);
    MLOperandDescriptor type = given.get(which);
    List<MLOperandDataType> others =
        Arrays.stream(MLOperandDataType.values()).filter(t -> !slot.types().contains(t)).toList();
    if (!others.isEmpty()) {
      MLOperandDataType other = draw.from(others);
      add(
          with(slot, which, type.withDataType(other)),
          "%s has data type %s; allowed: %s",
          slot.name(),
          other,
          slot.types());
    }
    for (int rank : new int[] {slot.minRank() - 1, slot.maxRank() + draw.between(1, 3)}) {
      if (rank >= 0) {
        int[] dims = IntStream.generate(() -> draw.between(1, 3)).limit(rank).toArray();
        add(
            with(slot, which, type.withShape(Shape.of(dims))),
            "%s has rank %d; allowed: ",
            slot.name(),
            rank);
      }
    }
    if (slot.kind() == OperandSlot.Kind.VARIADIC) {
      add(
          call.operands().with(slot, List.of()),
          "%s must be 1 to %d operands, not 0",
          slot.name(),
          Limits.MAX_TENSOR_COUNT);
    } else if (!slot.isOptional()) {
      add(call.operands().without(slot), "%s is required", slot.name());
    }
    List<MLOperandDataType> alike =
        slot.types().stream().filter(t -> t != type.dataType()).toList();
    if (slot.sameTypeAs().isPresent() && !alike.isEmpty()) {
      MLOperandDataType other = draw.from(alike);
      add(
          with(slot, which, type.withDataType(other)),
          "%s has data type %s; it must be %s, that of %s",
          slot.name(),
          other,
          type.dataType(),
          slot.sameTypeAs().orElseThrow());
    }
  }

  private Operands<MLOperandDescriptor> with(
      OperandSlot slot, int which, MLOperandDescriptor changed) {
    List<MLOperandDescriptor> all = new ArrayList<>(call.operands().all(slot));
    all.set(which, changed);
    return call.operands().with(slot, all);
  }

  private void absentAttributes() {
    for (Attribute<?> attribute : call.operator().attributes()) {
      if (attribute.isRequired()) {
        faults.add(
            new Fault(
                attribute.name() + " is required",
                new Call(
                    call.operator(),
                    call.operands(),
                    call.attributes().without(attribute),
                    call.label())));
      }
    }
  }

  @SuppressWarnings("unchecked")
  private void axes() {
    int rank = call.operands().flat().getFirst().rank();
    for (Attribute<?> attribute : call.operator().attributes()) {
      if (attribute.name().equals("axis") && WITH_AXIS.contains(call.operator().name())) {
        long axis = draw.oneIn(2) ? rank : rank + Math.floorMod(draw.bits(), 1L << 31);
        add(
            (Attribute<Long>) attribute,
            axis,
            "axis %d is out of range for an input of rank %d",
            axis,
            rank);
      }
      if (isReduction(call.operator()) && attribute.name().equals("axes")) {
        List<Long> beyond = List.of((long) rank);
        add(
            (Attribute<List<Long>>) attribute,
            beyond,
            "axes %s are out of range for an input of rank %d",
            beyond,
            rank);
        if (rank > 0) {
          List<Long> twice = List.of(rank - 1L, rank - 1L);
          add((Attribute<List<Long>>) attribute, twice, "axes %s name an axis twice", twice);
        }
      }
    }
  }

  private static boolean isReduction(Operator operator) {
    return Reduction.of(operator).isPresent() || operator == LayerNormalization.OPERATOR;
  }

  @SuppressWarnings("unchecked")
  private void lengths() {
    Operator operator = call.operator();
    boolean fixed =
        Pooling.of(operator).isPresent()
            || List.of(
                    Conv2d.OPERATOR,
                    ConvTranspose2d.OPERATOR,
                    GroupConv2d.OPERATOR,
                    Slice.OPERATOR,
                    Tile.OPERATOR,
                    Pad.OPERATOR)
                .contains(operator);
    call.attributes()
        .forEach(
            (attribute, value) -> {
              if (fixed && value instanceof List<?> list) {
                List<Long> longer = new ArrayList<>((List<Long>) list);
                longer.add(1L);
                add(
                    (Attribute<List<Long>>) attribute,
                    longer,
                    "%s %s must have %d values",
                    attribute.name(),
                    longer,
                    list.size());
              }
            });
  }

  /** Results of more than 2^31 bytes or elements. */
  private void tooLarge() {
    MLOperandDescriptor type = call.operands().flat().getFirst();
    if (type.rank() < 2 || type.rank() > 7) {
      return;
    }
    if (call.operator() == Expand.OPERATOR) {
      List<Long> shape = new ArrayList<>(List.of(1L << draw.between(31, 40)));
      shape.addAll(type.shape().toList());
      add(Expand.NEW_SHAPE, shape, "shape %s: dimension 0 must be within 1 to 2147483647", shape);
      List<Long> many = new ArrayList<>(type.shape().toList());
      many.addFirst(Integer.MAX_VALUE - (long) draw.between(0, 99));
      if (type.elementCount() > 1) {
        MLOperandDescriptor large = type.withShape(Shape.of(many));
        add(Expand.NEW_SHAPE, many, "the result %s takes more than 2147483647 bytes", large);
      }
    }
    if (call.operator() == Tile.OPERATOR) {
      List<Long> times = new ArrayList<>(call.get(Tile.REPETITIONS));
      times.set(0, (long) Integer.MAX_VALUE);
      times.set(1, (long) Integer.MAX_VALUE);
      boolean fits = type.shape().dim(0) == 1 && type.shape().dim(1) == 1;
      add(Tile.REPETITIONS, times, fits ? "the result " : "shape ");
    }
  }
}
