package dev.webnn4j.backend.fuzz;

import dev.webnn4j.MLNumber;
import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.MLOperandDescriptor;
import dev.webnn4j.Shape;
import dev.webnn4j.backend.harness.Draw;
import dev.webnn4j.op.Attribute;
import dev.webnn4j.op.AttributeType;
import dev.webnn4j.op.Attributes;
import dev.webnn4j.op.Call;
import dev.webnn4j.op.LongOrList;
import dev.webnn4j.op.OperandSlot;
import dev.webnn4j.op.Operands;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Calls that mean nothing, or that meant something before a part of them was spoilt. */
final class Garbage {
  private static final List<Long> NUMBERS =
      List.of(
          0L,
          1L,
          1L,
          1L,
          2L,
          2L,
          3L,
          4L,
          5L,
          7L,
          8L,
          16L,
          100L,
          8192L,
          8193L,
          65535L,
          65536L,
          (1L << 30) - 1,
          1L << 30,
          (1L << 31) - 2,
          (1L << 31) - 1,
          1L << 31,
          (1L << 31) + 1,
          (1L << 32) - 1,
          1L << 32,
          Long.MAX_VALUE,
          -1L,
          -2L,
          Integer.MIN_VALUE + 0L,
          Long.MIN_VALUE);

  /** What float32 holds, or nearly: the engine computes with parameters of that type. */
  private static final List<Double> REALS =
      List.of(
          0.0,
          -0.0,
          1.0,
          -1.0,
          0.5,
          2.0,
          1e-30,
          1e30,
          (double) Float.MAX_VALUE,
          Double.MIN_VALUE,
          4294967295.0,
          -7.25);

  private static final List<Integer> SIZES = List.of(1, 1, 2, 2, 3, 3, 4, 5, 6, 8, 12, 17);
  private static final List<Integer> LARGE_SIZES =
      List.of(46341, 65536, (1 << 30) + 1, Integer.MAX_VALUE - 1, Integer.MAX_VALUE);

  private final Draw draw;

  Garbage(Draw draw) {
    this.draw = draw;
  }

  /** The call with one to three things changed, or hardly anything left of it. */
  Call spoil(Call call) {
    Call spoilt = call;
    boolean all = draw.oneIn(8);
    for (OperandSlot slot : call.operator().operands()) {
      if (call.operands().has(slot) && (all || draw.oneIn(5))) {
        spoilt = withOperands(spoilt, slot);
      }
    }
    for (Attribute<?> attribute : call.operator().attributes()) {
      if (all || draw.oneIn(4)) {
        spoilt = withAttributes(spoilt, attributes(spoilt.attributes(), attribute));
      }
    }
    return spoilt;
  }

  private Call withOperands(Call call, OperandSlot slot) {
    Operands<MLOperandDescriptor> changed =
        switch (draw.between(0, 5)) {
          case 0 -> call.operands().without(slot);
          case 1 ->
              slot.kind() == OperandSlot.Kind.VARIADIC
                  ? call.operands()
                      .with(slot, Stream.generate(this::type).limit(draw.between(0, 4)).toList())
                  : call.operands().with(slot, type());
          case 2 -> {
            MLOperandDataType type = draw.of(MLOperandDataType.values());
            yield call.operands()
                .with(
                    slot,
                    call.operands().all(slot).stream().map(t -> t.withDataType(type)).toList());
          }
          default -> call.operands().with(slot, changed(call.operands().all(slot)));
        };
    return new Call(call.operator(), changed, call.attributes(), call.label());
  }

  /** Other sizes for one axis. */
  private List<MLOperandDescriptor> changed(List<MLOperandDescriptor> types) {
    return types.stream()
        .map(
            type -> {
              if (type.rank() == 0) {
                return type;
              }
              int axis = draw.between(0, type.rank() - 1);
              MLOperandDescriptor other = type.withShape(type.shape().with(axis, size()));
              return fits(other) ? other : type;
            })
        .toList();
  }

  private int size() {
    return draw.from(draw.oneIn(6) ? LARGE_SIZES : SIZES);
  }

  /** Any type that a tensor can have. */
  private MLOperandDescriptor type() {
    int rank = draw.oneIn(3) ? 4 : draw.between(0, 8);
    MLOperandDataType dataType =
        draw.oneIn(2) ? MLOperandDataType.FLOAT32 : draw.of(MLOperandDataType.values());
    MLOperandDescriptor type =
        new MLOperandDescriptor(
            dataType, Shape.of(IntStream.generate(this::size).limit(rank).toArray()));
    return fits(type) ? type : MLOperandDescriptor.of(dataType, 2, 3);
  }

  /** Whether the builder would have it. */
  private static boolean fits(MLOperandDescriptor type) {
    double count = 1;
    for (int size : type.shape().dims()) {
      count *= size;
    }
    return count * type.dataType().bits() / 8 <= Integer.MAX_VALUE;
  }

  private static Call withAttributes(Call call, Attributes attributes) {
    return new Call(call.operator(), call.operands(), attributes, call.label());
  }

  private <T> Attributes attributes(Attributes attributes, Attribute<T> attribute) {
    if (draw.oneIn(8)) {
      return attributes.without(attribute);
    }
    int length =
        attributes.find(attribute).orElse(null) instanceof List<?> list && !draw.oneIn(4)
            ? list.size()
            : draw.between(0, 5);
    // The value is what an attribute of this type holds.
    @SuppressWarnings("unchecked")
    T value = (T) value(attribute.type(), length);
    return attributes.with(attribute, value);
  }

  private Object value(AttributeType<?> type, int length) {
    return switch (type) {
      case AttributeType.UnsignedLong _ -> draw.from(NUMBERS);
      case AttributeType.UnsignedLongs _ -> longs(length);
      case AttributeType.UnsignedLongOrList _ ->
          draw.oneIn(2)
              ? new LongOrList.One(draw.from(NUMBERS))
              : new LongOrList.Many(longs(length));
      case AttributeType.SignedLong _ -> draw.from(NUMBERS).intValue();
      case AttributeType.Bool _ -> draw.oneIn(2);
      case AttributeType.Float64 _ -> draw.from(REALS);
      case AttributeType.Floats _ ->
          Stream.generate(() -> draw.from(REALS).floatValue()).limit(length).toList();
      case AttributeType.Numeric _ ->
          draw.oneIn(3)
              ? MLNumber.of(BigInteger.TWO.pow(draw.between(0, 99)))
              : MLNumber.of(draw.oneIn(4) ? Double.NaN : draw.from(REALS));
      case AttributeType.DataType _ -> draw.of(MLOperandDataType.values());
      case AttributeType.Choice<?> choice -> draw.of(choice.type().getEnumConstants());
      case AttributeType.Choices<?> choices ->
          Stream.generate(() -> value(choices.item(), 0)).limit(length).toList();
    };
  }

  private List<Long> longs(int length) {
    List<Long> numbers = new ArrayList<>();
    boolean small = draw.oneIn(2);
    for (int i = 0; i < length; i++) {
      numbers.add(small ? (long) draw.between(0, 4) : draw.from(NUMBERS));
    }
    return List.copyOf(numbers);
  }
}
