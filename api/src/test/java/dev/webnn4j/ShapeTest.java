package dev.webnn4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class ShapeTest {
  @Test
  void aScalarHasOneElement() {
    assertEquals(1, Shape.SCALAR.elementCount());
    assertEquals(Shape.SCALAR, Shape.of());
    assertEquals("[]", Shape.SCALAR.toString());
  }

  @Test
  void refusesDimensionsOutOfRange() {
    assertThrows(IllegalArgumentException.class, () -> Shape.of(2, 0));
    assertThrows(IllegalArgumentException.class, () -> Shape.of(List.of(1L << 31)));
    assertThrows(IllegalArgumentException.class, () -> Shape.of(3).with(0, 0));
  }

  @Test
  void countsFromTheEndToo() {
    assertEquals(4, Shape.of(2, 3, 4).dim(-1));
    assertEquals(12, Shape.of(2, 3, 4).elementCount(1, 3));
  }

  @Test
  void doesNotOverflowInSilence() {
    Shape huge = Shape.of(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);
    assertThrows(ArithmeticException.class, huge::elementCount);
  }

  @Test
  void isIndependentOfTheArrayItWasMadeOf() {
    int[] dims = {2, 3};
    Shape shape = Shape.of(dims);
    dims[0] = 7;
    shape.dims()[1] = 7;
    assertEquals(Shape.of(2, 3), shape);
  }

  @Property
  void stridesAreThoseOfRowMajorOrder(
      @ForAll @Size(max = 5) List<@IntRange(min = 1, max = 9) Integer> dims) {
    Shape shape = Shape.of(dims.stream().mapToInt(Integer::intValue).toArray());
    long[] strides = shape.strides();
    for (int axis = 0; axis < strides.length; axis++) {
      assertEquals(shape.elementCount(axis + 1, shape.rank()), strides[axis]);
    }
    assertEquals(shape, Shape.of(shape.toList()));
    assertArrayEquals(shape.dims(), Shape.of(shape.dims()).dims());
  }
}
