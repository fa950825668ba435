package dev.webnn4j.op;

import dev.webnn4j.MLNumber;
import dev.webnn4j.MLOperandDataType;
import java.util.List;

/**
 * The type of an attribute: what Java holds, and what Web IDL converts it from. The set is closed,
 * so that a binding or a file format that handles every member handles every operator.
 *
 * @param <T> what an attribute of this type holds in Java
 */
public sealed interface AttributeType<T> {
  /** How Web IDL writes the type. */
  String idl();

  /** An unsigned 32-bit integer; without {@code enforceRange} a JavaScript number wraps. */
  record UnsignedLong(boolean enforceRange) implements AttributeType<Long> {
    @Override
    public String idl() {
      return enforceRange ? "[EnforceRange] unsigned long" : "unsigned long";
    }
  }

  /** A list of unsigned 32-bit integers. */
  record UnsignedLongs(boolean enforceRange) implements AttributeType<List<Long>> {
    @Override
    public String idl() {
      return "sequence<" + new UnsignedLong(enforceRange).idl() + ">";
    }
  }

  /** An unsigned 32-bit integer or a list of them. */
  record UnsignedLongOrList() implements AttributeType<LongOrList> {
    @Override
    public String idl() {
      String item = new UnsignedLong(true).idl();
      return "(" + item + " or sequence<" + item + ">)";
    }
  }

  /** A signed 32-bit integer. */
  record SignedLong() implements AttributeType<Integer> {
    @Override
    public String idl() {
      return "[EnforceRange] long";
    }
  }

  record Bool() implements AttributeType<Boolean> {
    @Override
    public String idl() {
      return "boolean";
    }
  }

  /** A finite double. */
  record Float64() implements AttributeType<Double> {
    @Override
    public String idl() {
      return "double";
    }
  }

  /** A list of finite floats. */
  record Floats() implements AttributeType<List<Float>> {
    @Override
    public String idl() {
      return "sequence<float>";
    }
  }

  /** A number that is cast to the data type of an operand. */
  record Numeric() implements AttributeType<MLNumber> {
    @Override
    public String idl() {
      return "MLNumber";
    }
  }

  /** The name of a data type. */
  record DataType() implements AttributeType<MLOperandDataType> {
    @Override
    public String idl() {
      return "MLOperandDataType";
    }
  }

  /** One value of an enumeration, named {@code idl} in the specification. */
  record Choice<E extends Enum<E> & IdlEnum>(Class<E> type, String idl)
      implements AttributeType<E> {}

  /** A list of values of an enumeration. */
  record Choices<E extends Enum<E> & IdlEnum>(Choice<E> item) implements AttributeType<List<E>> {
    @Override
    public String idl() {
      return "sequence<" + item.idl() + ">";
    }
  }
}
