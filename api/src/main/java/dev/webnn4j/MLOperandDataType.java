package dev.webnn4j;

import java.util.Optional;

/**
 * The element types of operands and tensors, under the names the WebNN specification gives them.
 *
 * <p>{@code int4} and {@code uint4} left the specification in 2025; conformance data still uses
 * them, packed two to a byte, the low nibble first.
 */
public enum MLOperandDataType {
  FLOAT32("float32", 32, Kind.FLOAT),
  FLOAT16("float16", 16, Kind.FLOAT),
  INT32("int32", 32, Kind.SIGNED),
  UINT32("uint32", 32, Kind.UNSIGNED),
  INT64("int64", 64, Kind.SIGNED),
  UINT64("uint64", 64, Kind.UNSIGNED),
  INT8("int8", 8, Kind.SIGNED),
  UINT8("uint8", 8, Kind.UNSIGNED),
  INT4("int4", 4, Kind.SIGNED),
  UINT4("uint4", 4, Kind.UNSIGNED);

  /** How the bits of an element are read. */
  public enum Kind {
    FLOAT,
    SIGNED,
    UNSIGNED
  }

  private final String idlName;
  private final int bits;
  private final Kind kind;

  MLOperandDataType(String idlName, int bits, Kind kind) {
    this.idlName = idlName;
    this.bits = bits;
    this.kind = kind;
  }

  /** The name in Web IDL, such as {@code float32}. */
  public String idlName() {
    return idlName;
  }

  /** The width of one element in bits. */
  public int bits() {
    return bits;
  }

  public Kind kind() {
    return kind;
  }

  public boolean isFloat() {
    return kind == Kind.FLOAT;
  }

  /** The bytes that {@code count} elements take; types narrower than a byte are packed. */
  public long byteLength(long count) {
    return Math.ceilDiv(Math.multiplyExact(count, (long) bits), 8L);
  }

  /** The type of that Web IDL name, if there is one. */
  public static Optional<MLOperandDataType> ofIdlName(String name) {
    for (MLOperandDataType type : values()) {
      if (type.idlName.equals(name)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  @Override
  public String toString() {
    return idlName;
  }
}
