package dev.webnn4j.op;

import static dev.webnn4j.op.InvalidCalls.invalid;

import dev.webnn4j.MLOperandDataType;
import dev.webnn4j.MLOperandDescriptor;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What every operator refuses before its own rule is asked: operands of types and ranks that its
 * slots do not take, and their absence.
 */
final class EverySlotTest {
  private record Place(Operator operator, OperandSlot slot) {
    /** The call with this operand in the slot, and legal ones in the others. */
    Operands<MLOperandDescriptor> with(MLOperandDescriptor type) {
      return legal(operator).with(slot, type);
    }

    MLOperandDescriptor ofType(MLOperandDataType type) {
      return operandOf(type, slot.minRank());
    }

    MLOperandDescriptor ofRank(int rank) {
      return operandOf(slot.types().iterator().next(), rank);
    }
  }

  private static MLOperandDescriptor operandOf(MLOperandDataType type, int rank) {
    return MLOperandDescriptor.of(type, IntStream.generate(() -> 1).limit(rank).toArray());
  }

  private static Operands<MLOperandDescriptor> legal(Operator operator) {
    Operands<MLOperandDescriptor> operands = Operands.none();
    for (OperandSlot slot : operator.operands()) {
      operands = operands.with(slot, new Place(operator, slot).ofRank(slot.minRank()));
    }
    return operands;
  }

  private static Stream<Place> places() {
    return Catalogue.operators().stream()
        .flatMap(operator -> operator.operands().stream().map(slot -> new Place(operator, slot)));
  }

  private static Optional<MLOperandDataType> typeBut(OperandSlot slot, boolean allowed) {
    MLOperandDataType first = slot.types().iterator().next();
    return Arrays.stream(MLOperandDataType.values())
        .filter(type -> type != first && slot.types().contains(type) == allowed)
        .findFirst();
  }

  @TestFactory
  Stream<DynamicTest> otherTypes() {
    return places()
        .flatMap(
            place ->
                typeBut(place.slot, false).stream()
                    .map(
                        type ->
                            invalid(
                                place.slot.name()
                                    + " has data type "
                                    + type
                                    + "; allowed: "
                                    + place.slot.types(),
                                place.operator,
                                place.with(place.ofType(type)))));
  }

  /** Each of the types is legal, but not together with the other operand's. */
  @TestFactory
  Stream<DynamicTest> mixedTypes() {
    return places()
        .filter(place -> place.slot.sameTypeAs().isPresent())
        .flatMap(
            place ->
                typeBut(place.slot, true).stream()
                    .map(
                        type ->
                            invalid(
                                place.slot.name()
                                    + " has data type "
                                    + type
                                    + "; it must be "
                                    + place.slot.types().iterator().next()
                                    + ", that of "
                                    + place.slot.sameTypeAs().orElseThrow(),
                                place.operator,
                                place.with(place.ofType(type)))));
  }

  @TestFactory
  Stream<DynamicTest> otherRanks() {
    return places()
        .flatMap(
            place ->
                IntStream.of(place.slot.minRank() - 1, place.slot.maxRank() + 1)
                    .filter(rank -> rank >= 0)
                    .mapToObj(
                        rank ->
                            invalid(
                                place.slot.name() + " has rank " + rank + "; allowed: ",
                                place.operator,
                                place.with(place.ofRank(rank)))));
  }

  @TestFactory
  Stream<DynamicTest> absentOperands() {
    return places()
        .filter(place -> !place.slot.isOptional())
        .map(
            place ->
                invalid(
                    place.slot.kind() == OperandSlot.Kind.VARIADIC
                        ? place.slot.name() + " must be 1 to 8192 operands, not 0"
                        : place.slot.name() + " is required",
                    place.operator,
                    legal(place.operator).without(place.slot)));
  }

  @TestFactory
  Stream<DynamicTest> absentAttributes() {
    return Catalogue.operators().stream()
        .flatMap(
            operator -> {
              List<Attribute<?>> required =
                  operator.attributes().stream().filter(Attribute::isRequired).toList();
              return required.stream()
                  .limit(1)
                  .map(
                      attribute ->
                          invalid(attribute.name() + " is required", operator, legal(operator)));
            });
  }
}
