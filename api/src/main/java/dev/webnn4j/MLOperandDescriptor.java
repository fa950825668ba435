package dev.webnn4j;

import java.util.Objects;

/** The data type and shape of an operand: {@code MLOperandDescriptor} of the specification. */
public record MLOperandDescriptor(MLOperandDataType dataType, Shape shape) {
  public MLOperandDescriptor {
    Objects.requireNonNull(dataType, "dataType");
    Objects.requireNonNull(shape, "shape");
  }

  public static MLOperandDescriptor of(MLOperandDataType dataType, int... shape) {
    return new MLOperandDescriptor(dataType, Shape.of(shape));
  }

  public int rank() {
    return shape.rank();
  }

  public long elementCount() {
    return shape.elementCount();
  }

  /** The bytes a dense tensor of this type takes. */
  public long byteLength() {
    return dataType.byteLength(shape.elementCount());
  }

  public MLOperandDescriptor withShape(Shape newShape) {
    return new MLOperandDescriptor(dataType, newShape);
  }

  public MLOperandDescriptor withDataType(MLOperandDataType newType) {
    return new MLOperandDescriptor(newType, shape);
  }

  @Override
  public String toString() {
    return dataType + shape.toString();
  }
}
