package dev.webnn4j.op;

import dev.webnn4j.Limits;
import dev.webnn4j.MLOperandDataType;
import java.util.Optional;
import java.util.Set;

/**
 * One operand that an operator takes, or gives: its data types and ranks.
 *
 * @param sameTypeAs the slot whose data type this one must have
 */
public record OperandSlot(
    String name,
    Kind kind,
    Set<MLOperandDataType> types,
    int minRank,
    int maxRank,
    Optional<String> sameTypeAs) {

  /** How many operands a slot holds and where callers write them. */
  public enum Kind {
    /** Exactly one; a parameter of the method. */
    REQUIRED,
    /** One or none; a member of the options dictionary. */
    OPTIONAL,
    /** One or more; a parameter of the method that is a list. */
    VARIADIC
  }

  /** A required operand of these types and any rank. */
  public static OperandSlot of(String name, Set<MLOperandDataType> types) {
    return new OperandSlot(name, Kind.REQUIRED, types, 0, Limits.MAX_RANK, Optional.empty());
  }

  public OperandSlot rank(int min, int max) {
    return new OperandSlot(name, kind, types, min, max, sameTypeAs);
  }

  public OperandSlot rank(int rank) {
    return rank(rank, rank);
  }

  /** Any rank from this one up. */
  public OperandSlot minRank(int min) {
    return rank(min, Limits.MAX_RANK);
  }

  public OperandSlot optional() {
    return new OperandSlot(name, Kind.OPTIONAL, types, minRank, maxRank, sameTypeAs);
  }

  public OperandSlot variadic() {
    return new OperandSlot(name, Kind.VARIADIC, types, minRank, maxRank, sameTypeAs);
  }

  public OperandSlot sameTypeAs(OperandSlot other) {
    return new OperandSlot(name, kind, other.types(), minRank, maxRank, Optional.of(other.name()));
  }

  public boolean isOptional() {
    return kind == Kind.OPTIONAL;
  }

  /** Of the name alone, which tells those of an operator apart: it is asked for very often. */
  @Override
  public int hashCode() {
    return name.hashCode();
  }
}
